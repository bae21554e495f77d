"""How our input shaped it: told from published counts, of what was revealed, and never of a group under five."""

from decimal import Decimal

from sessions import commands as c
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from sessions.results.influence import shaped
from sessions.views.influence import how_it_was_shaped
from tests.sessions.worlds import doors_open, scored, session

SPLIT, AGREED = c.Tally((3, 0, 0, 0, 4), 0), c.Tally((0, 0, 1, 0, 6), 0)


def told(seats: int = 7):
    values = {seat: 1 if seat < 4 else 5 for seat in range(1, seats + 1)}
    return scored(values, session(seats=seats)).press_until(Phase.REVEAL)


def settled_in_round_two():
    world = told().press_until(Phase.BALLOT).press(tally=SPLIT).press_until(Phase.BALLOT).press(tally=AGREED)
    world = world.press_until(Phase.DECISION)
    return world.when(c.RecordDecision("A01", Verdict.PART, Decimal(500)))


def test_a_split_application_that_was_settled_says_what_changed():
    titles = how_it_was_shaped(settled_in_round_two().state)
    assert titles.day == (
        "We scored 1 application. Scores in all: 14.",
        "On 1 application a later ballot came out otherwise than an earlier one.",
        "From one ballot to the next, at least 3 of our ballots moved.",
    )
    ((_title, lines),) = titles.applications
    assert lines[:3] == (
        "Our scores were split on 2 of the 2 questions we could show.",
        "An earlier ballot said: We are split. After more talk a later one said: We agree: yes.",
        "At least 3 ballots moved on the way.",
    )
    assert lines[3].startswith("Written down for now: Fund in part")


def test_one_never_settled_says_so():
    world = told()
    for _ in range(3):
        world = world.press_until(Phase.BALLOT).press(tally=SPLIT)
        if world.press().state.plan.phase is Phase.DECISION:
            break
    lines = how_it_was_shaped(world.state).applications[0][1]
    assert lines[1].endswith("2 ballots counted. We are split.")


def test_of_what_is_not_revealed_nothing_is_told():
    world = scored({1: 5, 2: 5, 3: 1, 4: 1, 5: 1, 6: 1})
    assert shaped(world.state).changes == ()
    assert how_it_was_shaped(world.state).day == ()


def test_one_that_nobody_scored_is_not_counted_among_those_we_scored():
    world = doors_open(session(seats=6))
    for seat in range(1, 7):
        world = world.when(c.StepOut(seat, "A01"))
    world = world.press_until(Phase.REVEAL)
    assert how_it_was_shaped(world.state).day == ()
    ((_title, lines),) = how_it_was_shaped(world.state).applications
    assert lines == ("None of us scored it.",)
    world = world.press_until(Phase.SCORE)
    for seat in range(1, 7):
        world = world.answer(seat, 4)
    told = how_it_was_shaped(world.press_until(Phase.REVEAL).state)
    assert told.day == ("We scored 1 application. Scores in all: 6.",)


def test_four_who_scored_are_not_told_apart():
    lines = how_it_was_shaped(told(seats=4).state).applications[0][1]
    assert lines == ("Its scores could not be shown without telling what a few of us gave.",)


def test_who_gave_what_makes_no_difference():
    one = scored({1: 1, 2: 1, 3: 5, 4: 5, 5: 4, 6: 2}).press_until(Phase.REVEAL).state
    other = scored({6: 1, 4: 1, 2: 5, 1: 5, 3: 4, 5: 2}).press_until(Phase.REVEAL).state
    assert how_it_was_shaped(one) == how_it_was_shaped(other)
