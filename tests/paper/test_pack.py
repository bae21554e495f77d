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
from panel_tui.offline.print_pack import InsideTheSession, NoSuchSeat, Wanted, print_pack
from panel_tui.offline.sheets import NotBegun
from panel_tui.room.open_room import live_room
from panel_tui.system.network import wifi_link
from screens.paper.cards import cards_sheet, join_sheet
from screens.paper.press import PressFailed, sheet_as_page, sheet_as_pdf
from sessions.model.session import Wifi
from tests.paper.pdf import Tags, drawn, heard, pages
from tests.sessions.worlds import session

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

    doors = {f"http://10.0.0.7:8765/J/ABCDEFGHIJKLMNOPQRSTUVWX{n:02d}" for n in range(1, 6)}
    air = {wifi_link(wifi)} if wifi else set()
    assert squares(drawn(pdf, dpi=300)) | squares(drawn(pdf, dpi=300, page=3)) == doors | air


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

    names = [
        "cards",
        "how-to-join",
        "booklet",
        "ballot-slips",
        "other-view-slips",
        "room-slips",
        *(f"score-slips/seat-{n:02d}" for n in range(1, 6)),
    ]
    assert sorted(report.files) == sorted(f"{name}.{end}" for name in names for end in ("html", "pdf"))
    assert report.remarks == ()
    for name in report.files:
        assert stat.S_IMODE((tmp_path / "out" / name).stat().st_mode) == 0o600


async def test_a_sheet_that_cannot_be_pressed_is_there_as_a_page_and_that_is_said(
    folder, tmp_path, monkeypatch
):
    def broken(*_):
        raise PressFailed("cards.typ")

    monkeypatch.setattr("screens.paper.press.press", broken)
    report = await print_pack(folder, tmp_path / "out", ADDRESS, Wanted([0]))

    assert report.files == (
        "cards.html",
        "how-to-join.html",
        "booklet.html",
        "ballot-slips.html",
        "other-view-slips.html",
        "room-slips.html",
    )
    assert report.remarks == (
        "These could not be drawn as PDF. Print the page instead: "
        "ballot-slips.html, booklet.html, cards.html, how-to-join.html, other-view-slips.html, room-slips.html.",
    )


async def test_score_slips_can_be_had_for_some_seats_or_none(folder, tmp_path):
    some = await print_pack(folder, tmp_path / "some", ADDRESS, Wanted([2, 4]))
    none = await print_pack(folder, tmp_path / "none", ADDRESS, Wanted([0]))

    assert [name for name in some.files if "seat" in name and name.endswith("html")] == [
        "score-slips/seat-02.html",
        "score-slips/seat-04.html",
    ]
    assert not [name for name in none.files if "score-slips" in name]


async def test_a_seat_there_is_not_is_refused_before_any_card_ends(folder, tmp_path):
    with pytest.raises(NoSuchSeat, match=r"There is no seat 9\. The seats are 1 to 5\."):
        await print_pack(folder, tmp_path / "out", ADDRESS, Wanted([9]))

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

    with pytest.raises(
        NotBegun, match=r"could not be written to .*out, so nothing was printed\. Cards printed"
    ):
        await print_pack(folder, tmp_path / "out", ADDRESS)

    assert (tmp_path / "out").read_text() == "in the way"


async def test_older_slips_do_not_stand_beside_new_ones(folder, tmp_path):
    await print_pack(folder, tmp_path / "out", ADDRESS)
    await print_pack(folder, tmp_path / "out", ADDRESS, Wanted([2]))

    assert sorted(path.name for path in (tmp_path / "out" / "score-slips").iterdir()) == [
        "seat-02.html",
        "seat-02.pdf",
    ]


async def test_printing_again_ends_no_card_and_works_beside_a_running_day(folder, tmp_path):
    await print_pack(folder, tmp_path / "out", ADDRESS)
    codes = re.findall(r'class="code">(.*?)<', (tmp_path / "out" / "cards.html").read_text())

    async with live_room(folder) as room:
        report = await print_pack(folder, tmp_path / "again", ADDRESS, Wanted([2]))
        meant = [await room.meaning(code.replace("-", "")) for code in codes]
    assert not report.cards
    assert [found.seat for found in meant] == [1, 2, 3, 4, 5]
    assert sorted(name for name in report.files if name.endswith("html")) == [
        "ballot-slips.html",
        "booklet.html",
        "how-to-join.html",
        "other-view-slips.html",
        "room-slips.html",
        "score-slips/seat-02.html",
    ]


async def test_an_order_drawn_after_the_cards_is_the_days_and_ends_no_card(folder, tmp_path):
    await print_pack(folder, tmp_path / "out", ADDRESS, Wanted([0]))
    toml = folder / "session.toml"
    toml.write_text('order = "shuffled"\n' + toml.read_text())
    rows = "".join(f"Title {n},{n}\n" for n in range(1, 12))
    (folder / "applications.csv").write_text(f"title,asked\n{rows}")
    again = await print_pack(folder, tmp_path / "again", ADDRESS, Wanted([0]))
    printed = re.findall(r'<h2 id="a\d+">(.*?)<', (tmp_path / "again" / "booklet.html").read_text())

    async with live_room(folder) as room:
        assert [one.title for one in room.state.model.applications] == printed
    assert not again.cards


async def test_new_cards_end_the_older_ones_where_they_are_asked_for(folder, tmp_path):
    await print_pack(folder, tmp_path / "out", ADDRESS)
    first = re.findall(r'class="code">(.*?)<', (tmp_path / "out" / "cards.html").read_text())
    await print_pack(folder, tmp_path / "out", ADDRESS, Wanted(cards=True))
    second = re.findall(r'class="code">(.*?)<', (tmp_path / "out" / "cards.html").read_text())

    async with live_room(folder) as room:
        meant = [await room.meaning(code.replace("-", "")) for code in (*first, *second)]
    assert [found.kind for found in meant[:5]] == ["unknown"] * 5
    assert [found.seat for found in meant[5:]] == [1, 2, 3, 4, 5]


async def test_a_seat_that_was_taken_out_of_the_plan_gets_no_card_that_opens_nothing(folder, tmp_path):
    await print_pack(folder, tmp_path / "out", ADDRESS)
    settings = (folder / "session.toml").read_text()
    (folder / "session.toml").write_text(settings.replace("seats = 5", "seats = 3"))
    done = await print_pack(folder, tmp_path / "out", ADDRESS, Wanted(cards=True))

    assert len(re.findall(r'class="code">', (tmp_path / "out" / "cards.html").read_text())) == 3
    assert "score-slips/seat-04.html" not in done.files


async def test_a_seat_that_joined_the_plan_after_the_cards_is_said_to_have_none(folder, tmp_path):
    await print_pack(folder, tmp_path / "out", ADDRESS)
    settings = (folder / "session.toml").read_text()
    (folder / "session.toml").write_text(settings.replace("seats = 5", "seats = 7"))
    again = await print_pack(folder, tmp_path / "out", ADDRESS)

    assert any("No card was made yet for seats 6" in remark for remark in again.remarks)


def test_the_command_says_what_was_printed_and_reads_the_seats(folder, tmp_path):
    run = CliRunner()
    done = run.invoke(panel_tui, ["print", str(folder), "--to", str(tmp_path / "out"), "--slips", "1, 3"])
    odd = run.invoke(panel_tui, ["print", str(folder), "--to", str(tmp_path / "out"), "--slips", "one"])

    assert done.exit_code == 0, done.output
    assert "16 files are in out: cards, booklet, score slips, ballot slips and how to join." in done.output
    assert odd.exit_code == 2
    assert "for example 3,9" in odd.output


def test_the_command_makes_new_cards_only_when_told(folder, tmp_path):
    def printed(*more):
        done = CliRunner().invoke(panel_tui, ["print", str(folder), "--to", str(tmp_path / "out"), *more])
        assert done.exit_code == 0, done.output
        return done.output

    first = printed()
    assert "cards, booklet" in first
    assert "lder cards" not in first  # nobody holds one yet
    again = printed("--slips", "0")
    assert "Every card works as before. To make new cards, add --cards." in again
    assert "Older cards no longer work" in printed("--slips", "0", "--cards")
    both = CliRunner().invoke(
        panel_tui, ["print", str(folder), "--to", str(tmp_path / "out"), "--only", "A01", "--cards"]
    )
    assert both.exit_code == 2
    assert "cannot go with --cards" in both.output


def test_new_cards_are_asked_about_at_a_terminal(folder, tmp_path, monkeypatch):
    order = ["print", str(folder), "--to", str(tmp_path / "out"), "--slips", "0", "--cards"]
    assert CliRunner().invoke(panel_tui, order).exit_code == 0
    before = (folder / "record.jsonl").read_bytes()
    monkeypatch.setattr("panel_tui.cli.before.can_ask", lambda: True)
    monkeypatch.setattr("panel_tui.cli.before._address", lambda host: host or "10.0.0.7")

    no = CliRunner().invoke(panel_tui, order, input="n\n")
    assert "Nothing was printed" in str(no.exception)
    assert (folder / "record.jsonl").read_bytes() == before
    yes = CliRunner().invoke(panel_tui, order, input="y\n")
    assert yes.exit_code == 0, yes.output
    assert (folder / "record.jsonl").read_bytes() != before


def test_only_one_application_prints_its_pages_and_slips_under_its_name(folder, tmp_path):
    CliRunner().invoke(panel_tui, ["print", str(folder), "--to", str(tmp_path / "out"), "--slips", "0"])
    order = ["print", str(folder), "--to", str(tmp_path / "more"), "--only", "a02", "--slips", "1"]
    done = CliRunner().invoke(panel_tui, order)

    assert done.exit_code == 0, done.output
    more = tmp_path / "more"
    assert sorted(path.relative_to(more).as_posix() for path in more.rglob("*.html")) == [
        "ballot-slips-A02.html",
        "booklet-A02.html",
        "score-slips-A02/seat-01.html",
    ]
    told = (tmp_path / "more" / "booklet-A02.html").read_text()
    assert "Application 2 of 2 · A02" in told
    assert "Tea and Tablets" in told
    assert "Warm Lunches" not in told


def test_a_whole_pack_for_twelve_and_nineteen_is_under_150_sheets(tmp_path):
    folder = tmp_path / "panel"
    folder.mkdir()
    question = (
        '[[criterion]]\nkey = "c{n}"\nquestion = "Will it do the thing that question {n} asks about?"\n'
    )
    settings = 'title = "A panel"\npot = 1500\nseats = 12\n'
    (folder / "session.toml").write_text(settings + "".join(question.format(n=n) for n in range(1, 5)))
    rows = "".join(f"A neighbourhood kitchen with a long name {n},{1000 + n}\n" for n in range(1, 20))
    (folder / "applications.csv").write_text(f"title,asked\n{rows}")
    order = ["print", str(folder), "--to", str(tmp_path / "out"), "--compact"]
    done = CliRunner().invoke(panel_tui, order)
    assert done.exit_code == 0, done.output

    sheets = {
        path.relative_to(tmp_path / "out").as_posix(): -(-pages(path.read_bytes()) // 2)
        for path in (tmp_path / "out").rglob("*.pdf")
    }
    slips = {name: count for name, count in sheets.items() if name.startswith("score-slips/")}
    print(sheets)
    assert len(slips) == 12
    assert set(slips.values()) == {7}  # three applications a sheet, back and front
    assert sum(sheets.values()) <= 150  # with cards, one booklet and all ballot slips
