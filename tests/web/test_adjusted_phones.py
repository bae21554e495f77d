"""A phone looks and speaks as its member asked beforehand: by the file, until something is chosen on the phone."""

from __future__ import annotations

from pathlib import Path

import pytest

from panel_tui.room.adjusted import LiveAdjustments
from panel_tui.room.room import Room
from panel_tui.room.shared_device import make_hand_round
from sessions.model.phases import Phase
from tests.web.phones import HOME, Phone, go_to, printed_card

WELSH = '[[seat]]\nseat = 1\nlarge_text = true\neasy_read = true\nlanguage = "cy"\n'


def write(folder: Path, toml: str) -> None:
    (folder / "adjustments.toml").write_text(toml, encoding="utf-8")


@pytest.fixture
def folder(room: Room, tmp_path: Path) -> Path:
    """The folder whose file the room looks at."""
    room.adjusted = LiveAdjustments(tmp_path, lambda: len(room.state.seats))
    return tmp_path


async def test_the_first_page_of_a_seat_is_as_its_member_asked(folder: Path, room: Room, phone: Phone):
    write(folder, WELSH)
    await phone.join(room)
    assert '<html lang="cy" dir="ltr" class="text-large easy-read">' in phone.text
    assert "Sedd 1" in phone.text
    assert "Seat 1" not in phone.text
    assert "look" not in phone.http.cookies


async def test_another_seat_and_the_page_to_join_are_as_ever(folder: Path, room: Room, phone: Phone):
    write(folder, WELSH.replace("seat = 1", "seat = 2"))
    assert '<html lang="en" dir="ltr">' in (await phone.http.get("/")).text
    await phone.join(room)
    assert '<html lang="en" dir="ltr">' in phone.text


async def test_what_is_chosen_on_the_phone_is_what_counts(folder: Path, room: Room, phone: Phone):
    write(folder, WELSH)
    await phone.join(room)
    await phone.http.post("/look", data={"text": "plain"}, headers={"Origin": HOME})
    await phone.get("/")
    assert 'class="easy-read"' in phone.text
    write(folder, WELSH.replace("easy_read = true\n", ""))
    await phone.get("/")
    assert 'class="easy-read"' in phone.text


async def test_what_is_written_into_the_file_is_taken_at_the_next_page(
    folder: Path, room: Room, phone: Phone
):
    await phone.join(room)
    assert 'class="text-large"' not in phone.text
    write(folder, "[[seat]]\nseat = 1\nlarge_text = true\n")
    await phone.get("/")
    assert 'class="text-large"' in phone.text
    (folder / "adjustments.toml").unlink()
    await phone.get("/")
    assert 'class="text-large"' not in phone.text


async def test_a_file_that_cannot_be_read_leaves_things_as_they_were(folder: Path, room: Room, phone: Phone):
    write(folder, WELSH)
    await phone.join(room)
    write(folder, WELSH + "large_txt = true\n")
    await phone.get("/")
    assert 'lang="cy"' in phone.text
    assert "line 6" in room.adjusted.unread
    assert "“large_text”" in room.adjusted.unread
    write(folder, WELSH)
    assert room.adjusted.unread == ""


async def test_a_seat_added_on_the_day_can_be_adjusted(folder: Path, room: Room):
    from sessions import commands as c

    write(folder, "[[seat]]\nseat = 7\npaper = true\n")
    assert room.adjusted.unread
    await room.do(c.AddSeat())
    assert room.adjusted.of(7) is not None


async def test_a_refusal_is_said_in_the_seats_language_too(folder: Path, room: Room, phone: Phone):
    write(folder, WELSH)
    await phone.join(room)
    await go_to(room, Phase.SCORE)
    await phone.get("/question/1")
    await phone.send()
    assert phone.status == 422
    assert phone.news
    assert "Please" not in phone.news


async def test_a_script_is_given_the_whole_page_once_the_frame_is_another(
    folder: Path, room: Room, phone: Phone
):
    await phone.join(room)
    part = {"X-Part": "1"}
    assert "<html" not in (await phone.http.get("/", headers=part)).text
    write(folder, WELSH)
    whole = (await phone.http.get("/", headers=part)).text
    assert '<html lang="cy"' in whole
    frame = whole.partition('data-frame="')[2].partition('"')[0]
    assert "<html" not in (await phone.http.get("/", headers={"X-Part": f"1 f-{frame}"})).text


async def test_with_a_helper_the_box_that_says_so_is_not_folded_away_and_not_ticked(
    folder: Path, room: Room, phone: Phone
):
    await phone.join(room)
    await go_to(room, Phase.SCORE)
    await phone.get("/question/1")
    assert '<details class="more">' in phone.text
    write(folder, "[[seat]]\nseat = 1\nhelper = true\n")
    await phone.get("/question/1")
    assert '<details class="more" open>' in phone.text
    assert 'id="helped" value="yes" form="asked">' in phone.text


async def test_on_the_device_that_goes_round_it_is_for_one_turn_and_leaves_nothing(
    folder: Path, room: Room, phone: Phone
):
    write(folder, WELSH)
    cards = {seat: await printed_card(room, seat) for seat in (1, 2)}
    code = (await make_hand_round(room)).code.replace("-", "")
    await phone.get(f"/J/{code}")
    await phone.send()

    async def unlock(seat: int) -> None:
        await phone.get(f"/pick/{seat}")
        await phone.post("/unlock", seat=str(seat), code=cards[seat])

    await unlock(1)
    assert '<html lang="cy" dir="ltr" class="text-large easy-read">' in phone.text
    await phone.http.post("/look", data={"colours": "dark"}, headers={"Origin": HOME})
    await phone.get("/")
    assert "text-large" in phone.text
    assert "colours-dark" in phone.text
    await phone.http.post("/hand-on", data={"visit": room.hand_round.visit.id}, headers={"Origin": HOME})
    await phone.get("/")
    assert '<html lang="en" dir="ltr">' in phone.text
    assert "look" not in phone.http.cookies
    await unlock(2)
    assert '<html lang="en" dir="ltr">' in phone.text
