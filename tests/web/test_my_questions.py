"""What I would ask: written while reading, in memory only, shown all at once as we talk, and never whose it was."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from msgspec.structs import replace

from panel_tui.record import Record
from panel_tui.room.room import Room
from sessions import commands as c
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.model.session import Small
from tests.web.phones import Phone, QuickClock, go_to, seated_phones, small_room, small_session

FIRST, SECOND = "Who pays for the bus?", "And in winter?"


@pytest.fixture
async def day(tmp_path: Path) -> AsyncIterator[Room]:
    async with small_room(tmp_path) as room:
        yield room


@pytest.fixture
async def phones(day: Room) -> AsyncIterator[list[Phone]]:
    async with seated_phones(day) as phones:
        await go_to(day, Phase.READ)
        yield phones


async def write(phone: Phone, words: str) -> None:
    await phone.get("/my-questions")
    assert phone.page.name == "my-questions"
    await phone.send(question=words)


async def test_it_is_written_while_we_read_and_shown_to_all_when_we_talk(
    day: Room, phones: list[Phone]
) -> None:
    await write(phones[3], SECOND)
    await write(phones[1], FIRST)
    assert phones[1].page.name == "wait"
    assert "Your question is kept until we talk." in phones[1].text
    for phone in phones:
        assert FIRST not in (await phone.get("/")).heading
        assert FIRST not in phone.text
    await go_to(day, Phase.TALK)
    [batch] = day.poster().written
    assert batch.texts == (SECOND, FIRST)  # in the order of letters, not of writing
    for phone in phones:
        await phone.get("/")
        assert FIRST in phone.text
        assert SECOND in phone.text


async def test_it_can_be_changed_and_taken_back(day: Room, phones: list[Phone]) -> None:
    await write(phones[0], FIRST)
    await write(phones[0], SECOND)
    await write(phones[1], FIRST)
    await write(phones[1], "")
    assert "Your question is kept" not in phones[1].text
    await go_to(day, Phase.TALK)
    assert day.state.questions == {"A01": (SECOND,)}


async def test_nothing_of_it_is_on_the_disk_before_we_talk(
    day: Room, phones: list[Phone], tmp_path: Path
) -> None:
    await write(phones[0], FIRST)
    await go_to(day, Phase.REVEAL)
    on_disk = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert FIRST.encode() not in on_disk
    await go_to(day, Phase.TALK)
    assert FIRST.encode() in (tmp_path / "record.jsonl").read_bytes()


async def test_whose_it_was_makes_no_difference_to_the_record(tmp_path: Path) -> None:
    """Two days that differ only in who wrote what leave the same events behind."""
    told = []
    for n, order in enumerate(((0, 1), (4, 2))):
        folder = tmp_path / str(n)
        folder.mkdir()
        async with small_room(folder) as room, AsyncExitStack() as stack:
            phones = [await stack.enter_async_context(Phone(room)) for _ in range(6)]
            for one in phones:
                await one.join(room)
            await go_to(room, Phase.READ)
            await write(phones[order[0]], FIRST)
            await write(phones[order[1]], SECOND)
            before = len(room.record.entries)
            await go_to(room, Phase.TALK)
            told.append([entry.doc["event"] for entry in room.record.entries[before:]])
    assert told[0] == told[1]


async def test_fewer_than_five_are_not_asked(tmp_path: Path) -> None:
    async with small_room(tmp_path) as room, AsyncExitStack() as stack:
        phones = [await stack.enter_async_context(Phone(room)) for _ in range(4)]
        for one in phones:
            await one.join(room)
        await go_to(room, Phase.READ)
        await phones[0].get("/my-questions")
        assert phones[0].page.name == "wait"
        assert "Write down a question" not in phones[0].text
        assert len(room.poster().lines) == 2
        await phones[0].post("/my-questions", application="A01", question=FIRST)
        await go_to(room, Phase.TALK)
        assert room.state.questions == {}


async def test_who_steps_out_takes_their_question_along(day: Room, phones: list[Phone]) -> None:
    await write(phones[0], FIRST)
    await write(phones[1], SECOND)
    await day.do(c.StepOut(1, "A01"))
    await go_to(day, Phase.TALK)
    assert day.state.questions == {"A01": (SECOND,)}


async def test_one_that_comes_when_reading_is_over_is_told_so(day: Room, phones: list[Phone]) -> None:
    await phones[0].get("/my-questions")
    await go_to(day, Phase.SCORE)
    await phones[0].send(question=FIRST)
    await go_to(day, Phase.TALK)
    assert day.state.questions == {}


async def test_after_a_stop_the_room_is_told_that_what_was_written_is_lost(tmp_path: Path) -> None:
    async with small_room(tmp_path) as room, AsyncExitStack() as stack:
        for _ in range(6):
            await (await stack.enter_async_context(Phone(room))).join(room)
        await go_to(room, Phase.READ)
        room.anonymous_answers.ask(1, "A01", FIRST)
    record = Record.open(tmp_path / "record.jsonl", program="tests")
    try:
        again = Room(record, QuickClock())
        assert "The laptop has stopped meanwhile" in again.poster().lines[-1]
        await go_to(again, Phase.TALK)
        assert "it is lost" in again.poster().cues[-1]
        assert again.state.questions == {}
    finally:
        await record.close()


async def test_whether_cards_may_turn_up_is_asked_in_between_and_nothing_is_lost(tmp_path: Path) -> None:
    open_cards = replace(small_session().consensus, small=Small.OPEN)
    async with (
        small_room(tmp_path, small_session(consensus=open_cards)) as room,
        seated_phones(room) as phones,
    ):
        await go_to(room, Phase.READ)
        await write(phones[0], FIRST)
        await room.press(position=room.position(), sure=True)
        assert room.state.plan.phase is Phase.CARDS_UP
        await go_to(room, Phase.TALK)
        assert room.state.questions == {"A01": (FIRST,)}


@pytest.mark.parametrize("gone", [c.LeaveEarly(5), c.TakePaperSeat(5), c.LeaveEarly(1), c.TakePaperSeat(1)])
async def test_who_goes_home_or_comes_to_paper_later_makes_no_question_go(tmp_path: Path, gone) -> None:
    async with small_room(tmp_path) as room, seated_phones(room, 5) as phones:
        await go_to(room, Phase.READ)
        await write(phones[0], FIRST)
        await go_to(room, Phase.SCORE)
        await room.do(gone)
        await go_to(room, Phase.TALK)
        assert room.state.questions == {"A01": (FIRST,)}


async def test_where_fewer_than_five_are_left_to_have_written_it_it_is_left_out_as_was_said(
    tmp_path: Path,
) -> None:
    async with small_room(tmp_path) as room, seated_phones(room, 5) as phones:
        await go_to(room, Phase.READ)
        await phones[0].get("/my-questions")
        assert "It is left out if fewer than five of us could have written it." in phones[0].text
        await write(phones[0], FIRST)
        await room.do(c.StepOut(5, "A01"))
        await go_to(room, Phase.TALK)
        assert room.state.questions == {}


async def test_to_go_elsewhere_with_what_was_written_is_asked_about(day: Room, phones: list[Phone]) -> None:
    await write(phones[0], FIRST)
    await write(phones[1], SECOND)
    elsewhere = next(step.key for step in day.state.steps if step.ref == "A02")
    with pytest.raises(Refused) as asked:
        await day.do(c.JumpTo(day.position(), elsewhere))
    assert (asked.value.code, "(2)" in asked.value.sentence) == (No.ASK_AGAIN_UNSHOWN, True)
    await day.do(c.Undo(day.position()))  # to the introduction: the same application, and nothing goes
    assert day.state.plan.phase is Phase.INTRODUCE
    with pytest.raises(Refused) as asked:
        await day.do(c.Undo(day.position()))
    assert asked.value.code is No.ASK_AGAIN_UNDO_GIVEN
    await go_to(day, Phase.TALK)
    assert day.state.questions == {"A01": (SECOND, FIRST)}


async def test_a_stop_while_the_room_is_asked_something_loses_nothing_unsaid(tmp_path: Path) -> None:
    async with small_room(tmp_path) as room, seated_phones(room) as phones:
        await go_to(room, Phase.READ)
        await write(phones[0], FIRST)
        await room.do(c.AskRoom(room.position(), "Go on?", ("Yes", "No")))
    record = Record.open(tmp_path / "record.jsonl", program="tests")
    try:
        again = Room(record, QuickClock())
        await go_to(again, Phase.TALK)
        assert "it is lost" in again.poster().cues[-1]
    finally:
        await record.close()
