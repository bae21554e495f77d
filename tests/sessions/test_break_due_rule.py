"""When people have worked long enough for a break: by the clock, and by how many applications they have looked at."""

import pytest

from sessions import commands as c
from sessions.schedule.break_due import MOST_ITEMS, since_break
from tests.sessions.clocked import SHORT, arriving, day

ONE_AFTER_ANOTHER = day(*(f"A{n:02d} 15" for n in range(1, 7)), "budget 30", "closing 15", applications=6)


def since(world):
    one = since_break(world.state, world.clock)
    return one.minutes, one.items


def due(world):
    return since_break(world.state, world.clock).due


def started(model=SHORT):
    return arriving(model).at("10:00").press()


def paused(world, until):
    """Have a break the agenda does not have, from now until then."""
    return world.when(c.TakeBreak()).at(until).press()


def test_nothing_is_counted_before_the_day_begins():
    assert since(arriving(SHORT).at("12:00")) == (0, 0)


@pytest.mark.parametrize(("clock", "wanted"), [("10:59", False), ("11:00", True)])
def test_a_break_is_due_once_we_have_worked_an_hour(clock, wanted):
    world = started().at(clock)
    assert since(world)[1] == 0
    assert due(world) is wanted


def test_a_break_is_due_with_the_application_after_the_most_we_look_at_in_one_go():
    world = started(ONE_AFTER_ANOTHER).at("10:01").on_to(f"A{MOST_ITEMS:02d}")
    assert since(world) == (1, MOST_ITEMS)
    assert not due(world)
    world = world.on_to(f"A{MOST_ITEMS + 1:02d}")
    assert since(world) == (1, MOST_ITEMS + 1)
    assert due(world)


def test_nothing_is_due_while_people_rest_and_afterwards_the_count_begins_again():
    world = started().at("11:10").on_to("break1")
    assert since(world.at("11:15")) == (0, 0)
    world = world.at("11:20").on_to("A03").at("11:27")
    assert since(world) == (7, 1)


def test_nothing_is_due_in_a_break_put_in_by_hand():
    world = started().on_to("A01").at("11:05")
    assert due(world)
    assert since(world.when(c.TakeBreak()).at("11:06")) == (0, 0)


def test_a_break_put_in_by_hand_rests_people_too_and_what_they_were_at_goes_on():
    world = paused(started().on_to("A01").at("11:05"), "11:12")
    assert since(world.at("11:20")) == (8, 1)


def test_a_pause_of_a_few_minutes_rests_nobody():
    world = paused(started().on_to("A01").at("11:05"), "11:09")
    assert since(world.at("11:20")) == (80, 1)
    assert due(world)


def test_nothing_is_due_once_the_day_is_over():
    world = started().on_to("closing").at("13:00").press()
    assert world.state.ended
    assert since(world) == (0, 0)
