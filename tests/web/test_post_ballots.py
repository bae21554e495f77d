"""The practice go and the secret ballot, by posts alone."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from panel_tui.room.room import Room
from sessions.model.phases import Phase
from tests.web.phones import Phone, go_to, practise, seated_phones


@pytest.fixture
async def voters(room: Room) -> AsyncIterator[list[Phone]]:
    """Six seated phones with a ballot open."""
    async with seated_phones(room) as phones:
        await go_to(room, Phase.BALLOT)
        for one in phones:
            await one.get("/")
        yield phones


async def test_the_practice_go_is_done_and_counts_for_nothing(room: Room, seated: Phone) -> None:
    lines = len(room.record.entries)
    await go_to(room, Phase.PRACTICE)
    before = len(room.record.entries)
    assert before > lines
    await seated.get("/")
    await practise(seated)
    assert seated.page.heading == "You have done it"
    assert room.state.scoring == {}
    assert len(room.record.entries) == before + 1, "that the seat went through is kept, and nothing else"


async def test_practice_is_the_whole_way(room: Room, seated: Phone) -> None:
    """Two questions, check, receipt, change and a practice ballot, in the words and shapes of the real ones."""
    await go_to(room, Phase.PRACTICE)
    await seated.get("/")
    assert "Question 1 of 2" in seated.text
    await seated.send(answer="4")
    assert "Question 2 of 2" in seated.text
    await seated.send(answer="cant-say")
    assert seated.page.heading == "Check your answers"
    await seated.send()
    assert seated.page.heading == "Your score is in"
    assert "Your receipt stands here." in seated.text
    await seated.get("/practice/1")
    assert "You said: Mostly." in seated.text
    await seated.send(answer="2")
    assert seated.page.heading == "Your score is in"
    assert "A little" in seated.text
    assert "Mostly" not in seated.text
    await seated.send()
    assert seated.page.heading == "Should we all have a biscuit?"
    assert "Neither half says anything on its own." in seated.text, "the promise is there to read, unfolded"
    assert not room.state.seats[1].practised
    await seated.send()
    assert seated.news.startswith("Please pick one of the answers")
    await seated.send(choice="5")
    assert seated.page.heading == "You have done it"
    assert room.state.seats[1].practised
    assert room.polling_box.box is None


async def test_after_practice_the_first_ballot_is_one_line_and_a_link(room: Room) -> None:
    async with seated_phones(room) as phones:
        await go_to(room, Phase.PRACTICE)
        await phones[0].get("/")
        await practise(phones[0])
        await go_to(room, Phase.BALLOT)
        unfolded = []
        for one in phones[:2]:
            await one.get("/")
            unfolded.append("<details open><summary>How we make sure</summary>" in one.text)
    assert unfolded == [False, True], (
        "whoever met it in practice has it folded away, from the first ballot on"
    )


async def test_a_practice_go_left_in_the_middle_goes_on_where_it_was(room: Room, seated: Phone) -> None:
    await go_to(room, Phase.PRACTICE)
    await seated.get("/")
    await seated.send(answer="4")
    await seated.get("/")
    assert "Question 2 of 2" in seated.text
    await seated.post("/practice", part="question", number="3", answer="4")
    assert seated.status == 422, "there is no third question"
    await go_to(room, Phase.READ)
    await seated.post("/practice", part="question", number="2", answer="4")
    assert seated.status == 409


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
