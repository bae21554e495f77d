"""The ribbon of the day: what is done, where we are, the breaks, and what is to come; nothing of it before guests."""

import pytest

from sessions import commands as c
from sessions.model.phases import GUESTS_IN, Phase
from sessions.views.ribbon import Stop, When, ribbon
from sessions.views.wall.current_poster import Outside, poster
from tests.sessions.clocked import SHORT, arriving
from tests.sessions.meeting import at, stage
from tests.sessions.test_several_days import the_evening
from tests.sessions.worlds import doors_open

LETTERS = {When.DONE: "d", When.NOW: "n", When.TO_COME: "t"}


def drawn(world):
    """Write the ribbon in letters: done, now, to come; a capital is a break."""
    stops = ribbon(world.state)
    return "".join(LETTERS[one.when].upper() if one.rest else LETTERS[one.when] for one in stops)


def names(world):
    return [one.name for one in ribbon(world.state) if one.name]


def test_before_the_first_line_all_of_the_day_is_to_come():
    assert drawn(arriving(SHORT)) == "tttTttt"


@pytest.mark.parametrize(
    ("key", "wanted", "name"),
    [
        ("welcome", "nttTttt", "Welcome"),
        ("A02", "ddnTttt", "Application 2 of 3"),
        ("break1", "dddNttt", "A break"),
        ("A03", "dddDntt", "Application 3 of 3"),
        ("closing", "dddDddn", "Closing"),
    ],
)
def test_each_line_is_done_now_or_to_come_and_the_present_one_alone_has_a_name(key, wanted, name):
    world = arriving(SHORT).on_to(key)
    assert drawn(world) == wanted
    assert names(world) == [name]


def test_when_all_is_over_all_of_it_is_done():
    world = arriving(SHORT).on_to("closing").press()
    assert world.state.plan.phase is Phase.THANKS
    assert drawn(world) == "dddDddd"
    assert names(world) == []


def test_a_break_by_hand_stands_before_what_it_came_into():
    world = arriving(SHORT).on_to("A02").when(c.TakeBreak())
    assert drawn(world) == "ddNtTttt"
    assert names(world) == ["a break"]


def test_what_is_left_out_is_not_in_it():
    world = arriving(SHORT).on_to("A01")
    world = world.when(c.SkipStep(world.state.plan.position, "break1", True))
    assert world.refused is None
    assert drawn(world) == "dntttt"


def test_an_interview_that_nobody_came_to_does_not_look_done():
    world = at(Phase.INTERVIEW_QUESTIONS, stage(applications=2))
    left, following = [step.key for step in world.state.steps if step.kind == "interview"]
    before = len(ribbon(world.state))
    world = world.when(c.JumpTo(world.state.plan.position, following, True))
    assert world.refused is None
    assert len(ribbon(world.state)) < before, "it is not of this day's lines, until the room goes to it"
    world = world.when(c.JumpTo(world.state.plan.position, left, True))
    assert world.state.step.key == left
    assert [one.when for one in ribbon(world.state)].count(When.NOW) == 1


def test_after_a_look_back_what_was_done_stays_done():
    world = arriving(SHORT).on_to("A03").press_until(Phase.DECISION)
    world = world.when(c.JumpTo(world.state.plan.position, "A01", True))
    assert world.refused is None
    assert world.state.step.key == "A01"
    assert drawn(world) == "dndDdtt"


def test_it_shows_the_present_day_alone_and_nothing_at_night():
    evening = the_evening()
    assert evening.state.plan.phase is Phase.OVERNIGHT
    assert drawn(evening) == ""


@pytest.mark.parametrize("phase", sorted(GUESTS_IN))
def test_while_guests_are_in_there_is_none(phase):
    world = at(phase, stage(applications=3))
    assert ribbon(world.state) == ()
    assert poster(world.state, world.clock, Outside()).frame.ribbon == ()


def test_before_and_after_the_guests_it_is_there():
    for phase in (Phase.INTERVIEW_QUESTIONS, Phase.INTERVIEW_NOTES):
        assert drawn(at(phase, stage(applications=3), ref="A02")) == "dnttt"


def test_where_the_room_is_asked_something_there_is_none():
    world = doors_open().press_until(Phase.NOTE)
    world = world.when(c.AskRoom(world.state.plan.position, "Go on, or a break?", ("Go on", "A break")))
    assert world.state.plan.phase is Phase.ASK_ROOM
    assert ribbon(world.state) == ()


def test_every_band_of_the_wall_has_it():
    world = arriving(SHORT).on_to("A01")
    assert poster(world.state, world.clock, Outside()).frame.ribbon[1] == Stop(
        When.NOW, name="Application 1 of 3"
    )
