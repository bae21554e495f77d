"""One folder is the backup: a copy of it, opened elsewhere, goes on from the same place with the same phones."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest

from panel_tui.offline.verify import verify_folder
from panel_tui.room.open_room import live_room
from panel_tui.room.room import Room
from sessions.model.phases import Phase
from tests.web.phones import Phone, QuickClock, go_to, small_session

ANSWERS = {"reach": "5", "do": "3", "value": "25"}


@asynccontextmanager
async def opened(
    folder: Path, clock: QuickClock, jars: list | None = None
) -> AsyncIterator[tuple[Room, list[Phone]]]:
    """Open a folder with six phones, new ones or with the cookies of others. The clock goes on from copy to copy."""
    async with AsyncExitStack() as stack:
        room = await stack.enter_async_context(live_room(folder, clock, small_session()))
        phones = [await stack.enter_async_context(Phone(room)) for _ in range(6)]
        for phone, jar in zip(phones, jars or [None] * 6, strict=True):
            if jar is None:
                await phone.join(room)
            else:
                phone.http.cookies = jar
        yield room, phones


async def score(room: Room, phones: list[Phone]) -> None:
    for phone in phones:
        await phone.get("/")
        for answer in ANSWERS.values():
            await phone.send(answer=answer)
        await phone.send()


def copied(folder: Path, to: Path) -> Path:
    """Copy the folder as it lies there, the program still running on it."""
    return shutil.copytree(folder, to)


async def test_a_copy_made_while_people_score_goes_on_with_every_answer(tmp_path):
    here, there, clock = tmp_path / "here", tmp_path / "there", QuickClock()
    here.mkdir()
    async with opened(here, clock) as (room, phones):
        await go_to(room, Phase.SCORE)
        await score(room, phones[:4])
        left = room.state
        jars = [phone.http.cookies for phone in phones]
        copied(here, there)

    async with opened(there, clock, jars) as (room, phones):
        assert room.state == left
        assert (await phones[0].get("/")).name == "received"
        assert (await phones[5].get("/")).name == "score"
        await score(room, phones[4:])
        await go_to(room, Phase.REVEAL)
        assert len(room.state.scoring["A01"].sheets) == 6

    assert verify_folder(there).whole


async def test_a_copy_made_in_the_middle_of_a_ballot_gets_every_ballot_back_from_the_phones(tmp_path):
    here, there, clock = tmp_path / "here", tmp_path / "there", QuickClock()
    here.mkdir()
    async with opened(here, clock) as (room, phones):
        await go_to(room, Phase.BALLOT)
        for phone, choice in zip(phones[:5], ("5", "5", "4", "1", "cant-say"), strict=True):
            await phone.get("/")
            await phone.send(choice=choice)
        jars = [phone.http.cookies for phone in phones]
        copied(here, there)

    async with opened(there, clock, jars) as (room, phones):
        assert room.poster().lines[0] == "0 of 5 ballots restored; waiting for seats 1, 2, 3, 4 and 5."
        for phone in phones[:5]:
            await phone.get("/")
        await phones[5].get("/")
        await phones[5].send(choice="5")
        await room.press(position=room.position(), sure=True)
        [closed] = room.state.rounds["A01"]

    assert (closed.counts, closed.cant_say) == ((1, 0, 0, 1, 3), 1)
    assert verify_folder(there).whole


async def test_a_copy_can_be_open_beside_the_folder_it_came_from(tmp_path):
    here, there, clock = tmp_path / "here", tmp_path / "there", QuickClock()
    here.mkdir()
    async with opened(here, clock) as (room, _phones):
        await go_to(room, Phase.READ)
        copied(here, there)
        async with live_room(there, clock) as other:
            assert other.state == room.state
            await go_to(other, Phase.SCORE)
        assert room.state.plan.phase is Phase.READ


@pytest.mark.parametrize("phase", [Phase.PRACTICE, Phase.REVEAL, Phase.BREAK, Phase.BUDGET, Phase.THANKS])
async def test_at_any_other_moment_a_copy_shows_what_the_room_showed(phase, tmp_path):
    here, there, clock = tmp_path / "here", tmp_path / "there", QuickClock()
    here.mkdir()
    async with opened(here, clock) as (room, _phones):
        await go_to(room, phase)
        left, shown = room.state, type(room.poster())
        copied(here, there)

    async with live_room(there, clock) as room:
        assert room.state == left
        assert type(room.poster()) is shown
