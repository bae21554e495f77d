"""The print pack: whole, private, decodable from the paper itself, and the end of every older card."""

from __future__ import annotations

import io
import re
import stat

import pytest
import zxingcpp
from click.testing import CliRunner
from PIL import Image

from panel_tui.cli import panel_tui
from panel_tui.live import live_room
from panel_tui.network import wifi_link
from panel_tui.printing import InsideTheSession, NoSuchSeat, NotPrinted, print_pack
from screens.paper.cards import cards_sheet
from screens.paper.join import join_sheet
from screens.paper.press import PressFailed
from screens.paper.sheet import sheet_as_page, sheet_as_pdf
from sessions.model import Wifi
from tests.sessions.worlds import session

from .pdf import Tags, drawn, heard

ADDRESS = "10.0.0.7:8765"
WIFI = Wifi("Panel;Room", 'a "good" pass;word')
SETTINGS = """
title = "A panel"
pot = 1500
seats = 5
[[criterion]]
key = "reach"
question = "Will it reach people?"
[wifi]
name = "PanelRoom"
password = "twelve-good-neighbours"
"""


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "panel"
    made.mkdir()
    (made / "session.toml").write_text(SETTINGS)
    (made / "applications.csv").write_text("title,asked\nWarm Lunches,1000\nTea and Tablets,2000\n")
    return made


def squares(png: bytes) -> set[str]:
    return {found.text for found in zxingcpp.read_barcodes(Image.open(io.BytesIO(png)))}


def cards(*, wifi: Wifi | None = WIFI, seats: int = 5):
    model = session(seats=seats, wifi=wifi)
    drawn_cards = [
        (n, f"Label {n}", f"KMPT{n}WX9", f"ABCDEFGHIJKLMNOPQRSTUVWX{n:02d}") for n in range(1, seats + 1)
    ]
    return cards_sheet(model, drawn_cards, ADDRESS, wifi_link(wifi) if wifi else "")


@pytest.mark.parametrize("wifi", [WIFI, None], ids=["with Wi-Fi", "without"])
def test_every_square_on_every_card_reads_back_from_the_paper_at_300_dpi(wifi):
    pdf = sheet_as_pdf(cards(wifi=wifi)).pdf

    doors = {f"HTTP://10.0.0.7:8765/J/ABCDEFGHIJKLMNOPQRSTUVWX{n:02d}" for n in range(1, 6)}
    air = {wifi_link(wifi)} if wifi else set()
    assert squares(drawn(pdf, dpi=300)) | squares(drawn(pdf, dpi=300, page=2)) == doors | air


def test_the_square_on_the_instructions_joins_the_wifi():
    pdf = sheet_as_pdf(join_sheet(session(wifi=WIFI), ADDRESS, wifi_link(WIFI))).pdf

    assert squares(drawn(pdf, dpi=300)) == {wifi_link(WIFI)}


def test_cards_are_tagged_and_every_picture_has_words():
    tags = Tags(sheet_as_pdf(cards()).pdf)

    assert (tags.part, tags.title) == ("1", "Seat cards for A panel")
    assert tags.alts().count("A square code that opens seat 3") == 1
    assert tags.alts().count("A square code that joins the Wi-Fi Panel;Room") == 5
    assert len(tags.alts()) == 10


def test_the_instructions_show_the_message_to_tap_and_say_it():
    sheet = join_sheet(session(wifi=WIFI), ADDRESS, wifi_link(WIFI))

    [picture, _] = Tags(sheet_as_pdf(sheet).pdf).alts()
    assert picture == (
        "A phone looks at a square. A message that says 10.0.0.7:8765 is above it, and a finger taps the message."
    )
    assert f">{ADDRESS}</text>" in sheet.picture.svg
    assert picture in sheet_as_page(sheet)


def test_an_address_cannot_break_out_of_the_picture():
    sheet = join_sheet(session(), '<script>&"')

    assert "<script>" not in sheet_as_page(sheet)
    assert "<script>&" in heard(sheet_as_pdf(sheet).pdf)


def test_a_card_says_its_seat_its_code_and_where_to_type_it():
    told = heard(sheet_as_pdf(cards()).pdf)

    for words in ("Seat4", "Label4", "KMPT-4WX9", "Type10.0.0.7:8765", 'Itspasswordisa"good"pass;word'):
        assert words in told


async def test_the_pack_has_every_sheet_as_page_and_pdf_for_its_owner_only(folder, tmp_path):
    report = await print_pack(folder, tmp_path / "out", ADDRESS)

    names = ["cards", "how-to-join", "ballot-slips", *(f"score-slips/seat-{n:02d}" for n in range(1, 6))]
    assert sorted(report.files) == sorted(f"{name}.{end}" for name in names for end in ("html", "pdf"))
    assert report.remarks == ()
    for name in report.files:
        assert stat.S_IMODE((tmp_path / "out" / name).stat().st_mode) == 0o600


async def test_a_sheet_that_cannot_be_pressed_is_there_as_a_page_and_that_is_said(
    folder, tmp_path, monkeypatch
):
    def broken(*_):
        raise PressFailed("cards.typ")

    monkeypatch.setattr("screens.paper.sheet.press", broken)
    report = await print_pack(folder, tmp_path / "out", ADDRESS, slips_for=[0])

    assert report.files == ("cards.html", "how-to-join.html", "ballot-slips.html")
    assert report.remarks == (
        "These could not be drawn as PDF. Print the page instead: ballot-slips.html, cards.html, how-to-join.html.",
    )


async def test_score_slips_can_be_had_for_some_seats_or_none(folder, tmp_path):
    some = await print_pack(folder, tmp_path / "some", ADDRESS, slips_for=[2, 4])
    none = await print_pack(folder, tmp_path / "none", ADDRESS, slips_for=[0])

    assert [name for name in some.files if "seat" in name and name.endswith("html")] == [
        "score-slips/seat-02.html",
        "score-slips/seat-04.html",
    ]
    assert not [name for name in none.files if "score-slips" in name]


async def test_a_seat_there_is_not_is_refused_before_any_card_ends(folder, tmp_path):
    with pytest.raises(NoSuchSeat, match=r"There is no seat 9\. The seats are 1 to 5\."):
        await print_pack(folder, tmp_path / "out", ADDRESS, slips_for=[9])

    assert not (tmp_path / "out").exists()


async def test_nothing_is_written_inside_the_sessions_folder(folder):
    with pytest.raises(InsideTheSession):
        await print_pack(folder, folder / "out", ADDRESS)

    assert sorted(path.name for path in folder.iterdir()) == ["applications.csv", "session.toml"]


async def test_a_link_somebody_left_there_is_not_followed(folder, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "elsewhere").write_text("mine")
    (tmp_path / "out" / "cards.html").symlink_to(tmp_path / "elsewhere")

    await print_pack(folder, tmp_path / "out", ADDRESS)

    assert (tmp_path / "elsewhere").read_text() == "mine"


async def test_where_the_sheets_cannot_be_written_that_is_said_and_no_half_file_is_left(folder, tmp_path):
    (tmp_path / "out").write_text("in the way")

    with pytest.raises(NotPrinted, match=r"could not be written to .*out\. Older cards no longer work"):
        await print_pack(folder, tmp_path / "out", ADDRESS)

    assert (tmp_path / "out").read_text() == "in the way"


async def test_older_slips_do_not_stand_beside_new_ones(folder, tmp_path):
    await print_pack(folder, tmp_path / "out", ADDRESS)
    await print_pack(folder, tmp_path / "out", ADDRESS, slips_for=[2])

    assert sorted(path.name for path in (tmp_path / "out" / "score-slips").iterdir()) == [
        "seat-02.html",
        "seat-02.pdf",
    ]


async def test_printing_again_ends_the_older_cards(folder, tmp_path):
    await print_pack(folder, tmp_path / "out", ADDRESS)
    first = re.findall(r'class="code">(.*?)<', (tmp_path / "out" / "cards.html").read_text())
    await print_pack(folder, tmp_path / "out", ADDRESS)
    second = re.findall(r'class="code">(.*?)<', (tmp_path / "out" / "cards.html").read_text())

    async with live_room(folder) as room:
        meant = [await room.meaning(code.replace("-", "")) for code in (*first, *second)]
    assert [found.kind for found in meant[:5]] == ["unknown"] * 5
    assert [found.seat for found in meant[5:]] == [1, 2, 3, 4, 5]


def test_the_command_says_what_was_printed_and_reads_the_seats(folder, tmp_path):
    run = CliRunner()
    done = run.invoke(panel_tui, ["print", str(folder), "--to", str(tmp_path / "out"), "--slips", "1, 3"])
    odd = run.invoke(panel_tui, ["print", str(folder), "--to", str(tmp_path / "out"), "--slips", "one"])

    assert done.exit_code == 0, done.output
    assert "10 files are in out: cards, score slips, ballot slips and how to join." in done.output
    assert odd.exit_code == 2
    assert "for example 3,9" in odd.output
