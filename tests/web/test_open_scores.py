"""Cards up on phones: whether we agree, all scores with their seats, and one's own to change; by posts alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from panel_tui.room.room import Room
from sessions.model.phases import Phase
from sessions.model.session import Consensus, Small
from tests.web.phones import Phone, go_to, small_room, small_session

SCORED = {1: ("5", "4", "30"), 2: ("3", "3", "20"), 3: ("1", "2", "10")}


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    async with small_room(tmp_path, small_session(3, consensus=Consensus(small=Small.OPEN))) as opened:
        yield opened


@pytest.fixture
async def phones(room: Room) -> AsyncIterator[list[Phone]]:
    """Three seated phones that are asked whether scores may be turned over."""
    async with AsyncExitStack() as stack:
        three = [await stack.enter_async_context(Phone(room)) for _ in range(3)]
        for one in three:
            await one.join(room)
        await go_to(room, Phase.CARDS_UP)
        for one in three:
            await one.get("/")
        yield three


async def all_say(phones: list[Phone], *said: str) -> None:
    for one, choice in zip(phones, said, strict=True):
        await one.get("/open-scores")
        await one.send(choice=choice)


async def score(phones: list[Phone]) -> None:
    for one, marks in zip(phones, SCORED.values(), strict=True):
        await one.get("/")
        for mark in marks:
            await one.send(answer=mark)


async def turned(room: Room, phones: list[Phone]) -> None:
    await all_say(phones, "yes", "yes", "yes")
    await room.press(position=room.position())
    await score(phones)
    await go_to(room, Phase.TALK)
    for one in phones:
        await one.get("/")


async def test_each_is_asked_and_may_change_the_answer(room: Room, phones: list[Phone]) -> None:
    one = phones[0]
    assert (one.page.name, one.page.heading) == ("open-scores", "May we turn our scores over?")
    await one.send(choice="no")
    assert one.page.heading == "Your answer is in"
    link = next(link for link in one.page.links if link.marks.get("signal") == "agree-again")
    await one.get(link.address)
    assert "You have answered." in one.text
    await one.send(choice="yes")
    assert room.anonymous_answers.count == 1


async def test_nothing_picked_is_asked_again_and_nothing_else_is_taken(
    room: Room, phones: list[Phone]
) -> None:
    await phones[0].send()
    assert (phones[0].page.status, phones[0].page.name) == (422, "open-scores")
    await phones[0].post("/open-scores", position=room.position(), choice="maybe")
    assert phones[0].status == 422
    assert room.anonymous_answers.count == 0


async def test_a_refusal_is_nowhere_in_the_record_nor_on_a_neighbour_s_phone(
    room: Room, phones: list[Phone], tmp_path: Path
) -> None:
    seen = {}
    for who in (0, 1):
        await all_say(phones, *("no" if n == who else "yes" for n in range(3)))
        await phones[2].get("/")
        seen[who] = (phones[2].text, (tmp_path / "record.jsonl").read_bytes())
    assert seen[0] == seen[1]
    await room.press(position=room.position())
    assert room.state.cards_up == frozenset()
    await phones[0].get("/")
    assert "the room is not shown your score" in phones[0].text


async def test_all_scores_are_there_with_seats_once_all_agreed_and_scoring_has_closed(
    room: Room, phones: list[Phone]
) -> None:
    await turned(room, phones)
    assert phones[0].page.name == "open-scores"
    for said in ("Seat 1: Completely", "Seat 2: Partly", "Seat 3: Not at all", "Seat 2: 20"):
        assert said in phones[0].text


async def test_a_score_is_changed_with_a_reason_and_the_first_stays_beside_it(
    room: Room, phones: list[Phone]
) -> None:
    await turned(room, phones)
    await phones[2].get("/card/1")
    assert "You said: Not at all." in phones[2].text
    await phones[2].send(answer="4")
    assert phones[2].status == 422
    assert "why" in phones[2].news
    await phones[2].send(answer="4", why="I had missed page two")
    await phones[0].get("/")
    assert "Seat 3: Mostly (at first: Not at all)" in phones[0].text
    assert "page two" not in phones[0].text
    assert room.state.scoring["A01"].corrections[0].why == "I had missed page two"


async def test_a_number_is_changed_in_a_box_and_both_at_once_are_not_taken(
    room: Room, phones: list[Phone]
) -> None:
    await turned(room, phones)
    await phones[0].get("/card/3")
    await phones[0].send(answer="35", other="cant-say", why="a slip")
    assert phones[0].status == 422
    await phones[0].get("/card/3")
    await phones[0].send(answer="35", why="a slip")
    assert "Seat 1: 35 (at first: 30)" in phones[0].text


async def test_nobody_changes_another_seat_s_score(room: Room, phones: list[Phone]) -> None:
    await turned(room, phones)
    await phones[0].post("/card", application="A01", criterion="reach", answer="1", why="mine", list="")
    cells = room.state.scoring["A01"].cells
    assert [cells[seat]["reach"].answer.value for seat in (1, 2, 3)] == [1, 3, 1]
    await phones[0].post("/card", application="A02", criterion="reach", answer="1", why="mine")
    assert phones[0].status == 409
    await phones[0].post("/card", application="A01", criterion="nothing", answer="1", why="mine")
    assert phones[0].status == 422
