"""The practice go and the secret ballot, by posts alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest

from panel_tui.room import Room
from sessions.phases import Phase

from .phones import Phone, go_to


@pytest.fixture
async def voters(room: Room) -> AsyncIterator[list[Phone]]:
    """Six seated phones with a ballot open."""
    async with AsyncExitStack() as stack:
        phones = [await stack.enter_async_context(Phone(room)) for _ in range(6)]
        for one in phones:
            await one.join(room)
        await go_to(room, Phase.BALLOT)
        for one in phones:
            await one.get("/")
        yield phones


async def test_the_practice_go_is_done_and_counts_for_nothing(room: Room, seated: Phone) -> None:
    await go_to(room, Phase.PRACTICE)
    await seated.get("/")
    await seated.send(answer="cant-say")
    assert seated.page.heading == "You have done it"
    assert room.state.scoring == {}


async def test_a_practice_go_with_nothing_picked_is_asked_again(room: Room, seated: Phone) -> None:
    await go_to(room, Phase.PRACTICE)
    await seated.get("/")
    await seated.send()
    assert (seated.page.status, seated.page.name) == (422, "practice")


async def test_a_ballot_goes_into_the_box_and_can_be_changed(room: Room, voters: list[Phone]) -> None:
    one = voters[0]
    await one.send(choice="5")
    assert one.page.heading == "Your ballot is in the box"
    link = next(link for link in one.page.links if link.marks.get("signal") == "vote-again")
    await one.get(link.address)
    assert (one.page.name, one.page.marks["round"]) == ("ballot", "1")
    assert "You have put a ballot in." in one.text
    await one.send(choice="cant-say")
    assert one.page.heading == "Your ballot is in the box"


async def test_a_ballot_with_nothing_chosen_is_asked_again(voters: list[Phone]) -> None:
    await voters[0].send()
    assert (voters[0].page.status, voters[0].page.name) == (422, "ballot")


@pytest.mark.parametrize("choice", ["0", "6", "yes", "-1", "1.0"])
async def test_a_choice_that_is_not_on_the_paper_is_refused(voters: list[Phone], choice: str) -> None:
    await voters[0].post("/ballot", application="A01", round="1", choice=choice)
    assert (voters[0].status, voters[0].page.name) == (422, "ballot")
    assert voters[0].news.startswith("Please pick one of the choices")


async def test_a_late_ballot_is_told_so_and_the_first_one_counts(room: Room, voters: list[Phone]) -> None:
    for one in voters:
        await one.send(choice="5")
    await voters[0].get("/ballot")
    await go_to(room, Phase.OUTCOME)
    await voters[0].send(choice="1")
    assert voters[0].status == 409
    assert voters[0].news == "That ballot has closed. A ballot you had put in before counts."
    assert room.state.rounds["A01"][0].counts == (0, 0, 0, 0, 6)


async def test_replies_to_a_ballot_are_the_same_whatever_was_chosen(room: Room, voters: list[Phone]) -> None:
    seen = set()
    for one, choice in zip(voters[1:], ("1", "2", "3", "5", "cant-say"), strict=True):
        await one.send("noted")
        await one.get("/ballot")
        await one.send(choice=choice)
        seat = one.page.marks["seat"]
        seen.add(one.text.replace(f"Seat {seat}", "Seat").replace(f'data-seat="{seat}"', ""))
    assert len(seen) == 1
