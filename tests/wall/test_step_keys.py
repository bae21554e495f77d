"""A press is one step, however long or often the key goes down, and only on what has been up to be seen."""

import pytest

from panel_tui.facilitator.step_keys import APART, SEEN, STEPS
from screens.wall.keys import meant
from sessions import commands as c
from sessions.model.refusals import No, Refused
from sessions.wording import say
from tests.wall.rooms import Stopwatch, table

DAY = ("lobby", "practice", "introduce", "reading", "scoring", "closed", "reveal")
TWICE = [0.01, 0.03, 0.1, 0.2, 0.29, 0.31, 0.45, 0.5, 0.6]  # seconds between two presses of a hand
LONG_AGO = 60.0


def presses(it):
    return [order for order in it.room.done if isinstance(order, c.Next)]


async def at(it, seconds, key="pagedown"):
    """Press a key, so many seconds after the last thing that happened."""
    it.room.clock.seconds += seconds
    await it.press(key)


def test_the_keys_that_take_a_step_are_those_that_move_the_day():
    assert {"pagedown", "right", "space", "z", "v", "t", "c"} == STEPS


@pytest.mark.parametrize("gap", TWICE)
async def test_a_double_press_is_one_step_at_every_place(wall, gap):
    async with wall(*DAY, clock=Stopwatch(), state=table()) as it:
        for place in range(1, len(DAY)):
            await at(it, LONG_AGO)
            await at(it, gap)
            assert len(presses(it)) == place


@pytest.mark.parametrize("first_repeat", [0.25, 0.5, 0.66])
async def test_a_key_held_for_three_seconds_is_one_step(wall, first_repeat):
    async with wall(*DAY, clock=Stopwatch(), state=table()) as it:
        await at(it, LONG_AGO)
        await at(it, first_repeat)
        for _ in range(80):
            await at(it, 0.03)
        assert len(presses(it)) == 1
        await at(it, LONG_AGO)
        assert len(presses(it)) == 2


async def test_a_poster_that_somebody_else_brought_up_has_to_be_seen_first(wall):
    async with wall(*DAY, clock=Stopwatch(), state=table()) as it:
        it.room.clock.seconds += LONG_AGO
        it.room.at = 3
        it.room.notify()
        await it.settle()
        await at(it, SEEN - 0.05)
        assert presses(it) == []
        await at(it, SEEN)
        assert len(presses(it)) == 1


@pytest.mark.parametrize("gap", TWICE)
async def test_a_question_has_to_be_read_before_the_same_key_answers_it(wall, gap):
    async with wall("scoring", "closed", clock=Stopwatch(), state=table()) as it:
        it.room.refusals = [Refused(No.ASK_AGAIN_SCORING, missing=2)]
        await at(it, LONG_AGO)
        assert "2 of us" in it.said
        await at(it, gap)
        assert it.room.done == []
        assert "2 of us" in it.said
        await at(it, LONG_AGO)
        assert it.room.done == [c.Next("4.score.0", sure=True)]


@pytest.mark.parametrize("key", ["z", "t"])
async def test_other_steps_are_taken_once_too(wall, key):
    async with wall("scoring", clock=Stopwatch(), state=table()) as it:
        await at(it, LONG_AGO, key)
        await at(it, 0.6, key)
        assert len(it.room.done) == 1


async def test_what_only_looks_or_counts_is_not_held_up(wall):
    async with wall("scoring", clock=Stopwatch(), state=table()) as it:
        for _ in range(5):
            await at(it, 0.05, "+")
        assert it.room.done == [c.AddMinutes(1)] * 5


async def test_the_key_that_closes_a_card_and_one_at_once_after_it_take_no_step(wall):
    async with wall("scoring", "closed", clock=Stopwatch(), state=table()) as it:
        await at(it, LONG_AGO, "n")
        await at(it, LONG_AGO, "escape")
        await at(it, APART + 0.1)
        assert it.room.done == []
        await at(it, SEEN)
        assert len(presses(it)) == 1


# Keys by letter.


@pytest.mark.parametrize(
    ("key", "character", "named"),
    [
        ("t", "t", "t"),
        ("T", "T", "t"),
        ("shift+t", None, "t"),
        ("plus", "+", "plus"),
        ("add", None, "plus"),
        ("decimal", None, "full_stop"),
        ("pagedown", None, "pagedown"),
    ],
)
def test_a_key_is_what_stands_on_it(key, character, named):
    assert meant(key, character) == named


@pytest.mark.parametrize("key", ["T", "shift+t"])
async def test_caps_lock_changes_nothing(wall, key):
    async with wall("scoring", state=table()) as it:
        await it.press(key)
        assert it.room.done == [c.TakeBreak()]


async def test_in_a_card_a_capital_letter_stays_one(wall):
    async with wall("scoring", state=table()) as it:
        await it.press("N", "T", "e", "a", "enter")
        assert it.room.done == [c.AddNote("Tea")]


@pytest.mark.parametrize("key", ["й", "5", "f9", "backspace"])
async def test_an_unknown_key_says_once_where_the_keys_are_named(wall, key):
    async with wall("scoring", "closed", state=table()) as it:
        await it.press(key)
        assert it.said == say("wall.keys.unknown")
        await it.press("k", key)
        assert it.said == ""
        await it.press("pagedown", key)
        assert it.said == say("wall.keys.unknown")


async def test_a_key_that_only_goes_with_others_takes_no_question_back(wall):
    async with wall("scoring", "closed", state=table()) as it:
        it.room.refusals = [Refused(No.ASK_AGAIN_SCORING, missing=2)]
        await it.press("pagedown", "left_shift")
        assert "2 of us" in it.said
