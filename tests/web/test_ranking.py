"""A tie broken by ballot, by posts alone: each member gives each of those that are level a place."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from panel_tui.room.room import Room
from sessions import commands as c
from sessions.model.answers import FEWEST, score
from sessions.model.phases import Phase
from sessions.results.budget import order_of
from tests.web.phones import Phone, go_to, small_room, small_session


async def to_the_list(room: Room) -> None:
    """Score everything alike, and come to the list."""
    for application in room.state.model.applications:
        await go_to(room, Phase.SCORE, ref=application.ref)
        for seat in room.state.taken:
            for criterion in room.state.model.criteria:
                sending = f"{seat}-{application.ref}-{criterion.key}"
                await room.do(c.GiveAnswer(seat, application.ref, criterion.key, score(4), sending, 1))
            await room.do(c.HandIn(seat, application.ref))
    await go_to(room, Phase.BUDGET)


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    async with small_room(tmp_path, small_session(ties=("ballot",))) as one:
        yield one


@pytest.fixture
async def voters(room: Room) -> AsyncIterator[list[Phone]]:
    """Six seated phones with a tie to break."""
    async with AsyncExitStack() as stack:
        phones = [await stack.enter_async_context(Phone(room)) for _ in range(6)]
        for one in phones:
            await one.join(room)
        await to_the_list(room)
        await room.do(c.BreakTie(room.position(), ("A01", "A02")))
        for one in phones:
            await one.get("/")
        yield phones


async def test_a_tie_is_broken_by_what_members_put_first(room: Room, voters: list[Phone]) -> None:
    for one in voters[:-1]:
        assert one.page.name == "rank"
        await one.press("place2")
        assert one.page.heading == "Your ballot is in the box"
    await voters[-1].press("other")
    assert room.poster().done == 6
    await room.press(position=room.position(), sure=True)
    assert order_of(room.state) == ("A02", "A01")
    ballot = room.state.tie_ballots[0]
    assert (ballot.places, ballot.cant_say, ballot.cast) == (((0, 5), (5, 0)), 1, 6)


async def test_a_tie_of_two_is_two_buttons(room: Room, voters: list[Phone]) -> None:
    form = voters[0].page.main_form
    assert form is not None
    assert [one.label for one in form.buttons[:2]] == [
        "Warm Welcome Lunches Bramley Elders · £148,900",
        "Tea and Tablets Harehills Hub · £90,000",
    ]
    assert [one.name for one in form.buttons] == ["place1", "place2", "other"]
    await voters[0].press("place1")
    assert voters[0].page.heading == "Your ballot is in the box"
    assert room.poster().done == 1


async def test_a_ballot_can_be_changed_until_it_closes(room: Room, voters: list[Phone]) -> None:
    for one in voters:
        await one.press("place2")
    link = next(link for link in voters[0].page.links if link.marks.get("signal") == "vote-again")
    await voters[0].get(link.address)
    assert voters[0].page.name == "rank"
    assert "place1" not in voters[0].page.address
    assert "selected" not in voters[0].text  # what was chosen is never shown again
    await voters[0].press("place1")
    await room.press(position=room.position(), sure=True)
    assert room.state.tie_ballots[0].places == ((1, 5), (5, 1))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Please pick one of the answers"),
        ({"place1": "2"}, "a different place"),
        ({"place1": "1", "place2": "1"}, "a different place"),
        ({"place1": "1", "place2": "2", "other": "cant-say"}, "not both"),
    ],
)
async def test_half_an_order_is_asked_again(voters: list[Phone], given: dict[str, str], said: str) -> None:
    await voters[0].post("/rank", ballot="1", **given)
    assert (voters[0].page.status, voters[0].page.name) == (422, "rank")
    assert said in voters[0].news


async def test_what_no_page_of_ours_would_send_is_turned_away(room: Room, voters: list[Phone]) -> None:
    await voters[0].post("/rank", ballot="1", place1="x", place2="2")
    assert voters[0].page.status == 422
    await voters[0].post("/rank", ballot="7", place1="1", place2="2")
    assert "closed" in voters[0].news
    await voters[0].post("/rank", ballot="1", place3="1")
    assert voters[0].page.status == 422
    assert room.poster().done == 0


async def test_who_steps_out_of_one_of_the_tied_takes_the_ballot_along(
    room: Room, voters: list[Phone]
) -> None:
    for one in voters:
        await one.press("place2")
    assert room.poster().done == 6
    await room.do(c.StepOut(1, "A01"))
    assert (room.poster().done, room.in_box()[0].ballots) == (5, 5)
    await voters[0].get("/")
    assert voters[0].page.name == "wait"
    await voters[0].post("/rank", ballot="1", place1="1", place2="2")
    assert "stepped out" in voters[0].news
    await room.press(position=room.position(), sure=True)
    ballot = room.state.tie_ballots[0]
    assert (ballot.places, ballot.cast, ballot.eligible) == (((0, 5), (5, 0)), 5, 5)


async def test_a_phone_that_joins_now_listens_along(room: Room, voters: list[Phone]) -> None:
    del voters
    await room.do(c.AddSeat())
    await room.do(c.ReopenDoors())
    async with Phone(room) as late:
        await late.join(room)
        assert late.page.name == "wait"
        assert "not in it" in late.text


async def test_after_a_crash_the_phones_bring_their_halves(tmp_path: Path) -> None:
    async with small_room(tmp_path, small_session(ties=("ballot",))) as room, AsyncExitStack() as stack:
        phones = [await stack.enter_async_context(Phone(room)) for _ in range(FEWEST)]
        for one in phones:
            await one.join(room)
        await to_the_list(room)
        await room.do(c.BreakTie(room.position(), ("A01", "A02")))
        for one in phones:
            await one.get("/")
            await one.press("place2")
        again = Room(room.record, room.clock)  # what a restart makes of the same record and box
        assert again.state.open_tie is not None
        for one in phones:
            async with Phone(again) as same:
                same.http.cookies = one.http.cookies
                await same.get("/")
        await again.press(position=again.position(), sure=True)
        assert again.state.tie_ballots[0].places == ((0, 5), (5, 0))
