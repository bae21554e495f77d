"""Ctrl+P lets other screens show the wall, counts them and ends them; a blank wall is blank on all of them."""

from __future__ import annotations

import pytest

from sessions.model.phases import Phase
from tests.wall.rooms import Stopwatch, table

CARD = "The wall on other screens"


async def opened(it, card=CARD):
    """Open what the palette has under this name."""
    await it.app.action_ask("screens")
    await it.until(lambda: card in it.text)


async def test_it_can_be_found_by_typing_a_word(wall):
    async with wall("scoring", state=table()) as it:
        named = [command.title for command in it.app.commands()]
        assert CARD in named


async def test_a_square_an_address_and_a_code_are_shown_and_follow_one_another(wall):
    async with wall("scoring", size=(120, 40), state=table(), clock=Stopwatch()) as it:
        await opened(it)
        card = it.app.screen
        await it.until(lambda: card.query_one(".square-code").text)
        first = it.room.screens.offered()
        assert card.query_one("Qr").link == f"http://10.0.0.7:8765/WALL/{first}"
        assert card.query_one(".square-address").text == "10.0.0.7:8765/wall"
        assert card.query_one(".square-code").text == first
        assert "No other screen is let in" in it.text
        it.room.clock.letters = lambda alphabet, length: "ZZZZZZ"
        it.room.screens.admit(first)
        await it.until(lambda: card.query_one(".square-code").text == "ZZZZZZ")
        await it.until(lambda: "1 other screen let in" in it.text)


async def test_the_wall_counts_them_and_ends_them(wall):
    async with wall("scoring", "scoring", size=(100, 30), state=table(), clock=Stopwatch()) as it:
        assert "other screen" not in it.text
        for _ in range(2):
            it.room.screens.admit(it.room.screens.offered())
        await it.app.draw()
        await it.until(lambda: "2 other screens let in" in it.text)
        await opened(it)
        await it.press("end", "enter")
        await it.until(lambda: it.room.screens.count == 0)
        assert "The other screens have ended." in it.said
        await it.app.draw()
        await it.until(lambda: "other screens let in" not in it.text)


async def test_while_guests_are_in_none_is_offered_but_all_can_be_ended(wall):
    guests = table(Phase.INTERVIEW_ASK)
    async with wall("asking", state=guests) as it:
        assert it.room.state.guests_in
        await it.app.action_ask("screens")
        await it.until(lambda: "no screen is let in just now" in it.said)
        it.room.screens._in.add("one from before")
        await opened(it)
        assert "End the other screens" in it.text
        assert "Let a screen in" not in it.text


async def test_a_card_that_stands_when_guests_come_shows_no_code_any_more(wall):
    async with wall("scoring", size=(120, 40), state=table(), clock=Stopwatch()) as it:
        await opened(it)
        card = it.app.screen
        await it.until(lambda: card.query_one(".square-code").text)
        it.room.state = table(Phase.INTERVIEW_GUESTS)
        card.look()
        await it.until(lambda: not card.query_one(".square-code").text)
        assert card.query_one("Qr").link == ""
        await it.until(lambda: "no screen is let in just now" in " ".join(it.text.split()))
        assert "the code on your card" not in it.text


@pytest.mark.parametrize("back", ["b", "pagedown"])
async def test_other_screens_are_blank_with_the_wall(wall, back):
    async with wall("scoring", "scoring", state=table()) as it:
        await it.press("b")
        assert it.room.screens.blank
        await it.press(back)
        assert not it.room.screens.blank
        await it.press("b")
    assert not it.room.screens.blank, "without a wall nobody could bring it back"
