"""Two counts of nearly the same people give a ballot away: the later shows what it came to, and no count.

Nearly: those who cast differ, counted both ways, by one to four. Leavers, latecomers, conflicts and ballots set aside
are all the same to it; and the wall says so before it closes, never about whom.
"""

import pytest

from sessions import commands as c
from sessions import events as e
from sessions.audit import audit
from sessions.model.decisions import Outcome
from sessions.model.phases import Phase
from sessions.model.refusals import No
from sessions.views.record.account import record_view
from sessions.views.wall.current_poster import Outside, poster
from tests.sessions.worlds import MORNING, World, doors_open, session

UNDECIDED, MOVED = c.Tally((2, 0, 1, 0, 4), 0), c.Tally((4, 0, 1, 0, 2), 0)
ALL = tuple(range(1, 9))


def ballot_open(seats: int = 8) -> World:
    return doors_open(session(seats=seats)).press_until(Phase.BALLOT)


def cast(world: World, *seats: int, sure: bool = True) -> World:
    """Close the open ballot with one ballot of each of these seats, at the two ends of the scale."""
    low = len(seats) // 2
    tally = c.Tally((low, 0, 0, 0, len(seats) - low), 0)
    return world.when(c.Next(world.state.plan.position, sure, len(seats), tally, voted=seats))


def again(world: World) -> World:
    """Open the next ballot, with whatever is asked on the way granted."""
    return world.press_until(Phase.BALLOT)


def counts(world: World) -> list[object]:
    return [one.counts for one in world.state.rounds["A01"]]


def talking_after_one_ballot() -> World:
    world = doors_open(session(seats=8)).press_until(Phase.BALLOT)
    return world.press(tally=UNDECIDED).press()


def test_the_same_people_may_vote_again():
    world = talking_after_one_ballot().press(sure=False)
    assert world.refused is None
    assert world.state.plan.phase is Phase.BALLOT
    twice = cast(again(cast(ballot_open(), *ALL)), *ALL)
    assert None not in counts(twice)


@pytest.mark.parametrize("missing", [1, 2, 3])
def test_with_a_few_missing_the_second_ballot_shows_its_outcome_alone(missing):
    world = cast(again(cast(ballot_open(), *ALL)), *ALL[missing:])
    later = world.state.rounds["A01"][-1]
    assert (later.counts, later.cant_say, later.cast) == (None, None, None)
    assert later.outcome is Outcome.SPLIT
    assert counts(world)[0] is not None
    assert audit(world.history) is None


def test_with_five_others_it_shows_its_count():
    first = cast(ballot_open(10), 1, 2, 3, 4, 5, 6)
    world = cast(again(first), 1, 2, 3, 7, 8)
    assert counts(world)[1] is not None, "six there, five here, three of them both: five apart"
    assert counts(cast(again(first), 1, 2, 3, 4, 7, 8))[1] is None, "four apart"


def test_the_record_keeps_who_had_no_ballot_and_nothing_more_of_them():
    world = cast(ballot_open(), *ALL[1:])
    (closed,) = world.happened
    assert isinstance(closed, e.RoundClosed)
    assert closed.absent == (1,)
    assert closed.slips_of == ()


def test_of_too_few_ballots_nothing_is_kept_not_even_who_was_missing():
    world = cast(ballot_open(), 1, 2, 3)
    assert world.happened == (e.RoundClosed("A01", 1, 8, Outcome.TOO_FEW),)


def test_the_outcome_alone_is_all_that_anything_shows():
    world = cast(again(cast(ballot_open(), *ALL)), *ALL[1:])
    view = record_view(world.state, codes={seat: f"M{seat}" for seat in world.state.seats})
    rows = [row for row in view.rounds if row.round == 2]
    assert [(row.option, row.count, row.cast, row.outcome) for row in rows] == [
        ("", None, None, "We are split")
    ]
    shown = poster(world.state, MORNING, Outside())
    assert [one.name for one in shown.rounds] == ["First ballot"]
    assert any("Only the outcome is shown" in line for line in shown.lines)
    assert not any("moved" in line for line in shown.lines)


def test_a_ballot_after_it_is_set_against_the_one_that_was_shown():
    second = cast(again(cast(ballot_open(), *ALL)), *ALL[1:])
    assert counts(cast(again(second), *ALL[1:]))[2] is None
    third = cast(again(second), *ALL)
    assert counts(third)[2] is not None
    assert [one.name for one in poster(third.state, MORNING, Outside()).rounds] == [
        "First ballot",
        "Third ballot",
    ]


def test_before_closing_the_wall_says_that_one_who_voted_before_has_not():
    opened = again(cast(ballot_open(), *ALL))
    asked = cast(opened, *ALL[1:], sure=False).then_refused(No.ASK_AGAIN_WAIT)
    assert asked.refused.asks_again
    assert "One who voted before has not" in asked.refused.sentence
    assert "1" not in asked.refused.sentence, "never which of us"
    two = cast(opened, *ALL[2:], sure=False).then_refused(No.ASK_AGAIN_WAIT)
    assert "voted before, 2 have not" in two.refused.sentence
    assert cast(opened, *ALL, sure=False).refused is None, "with all in there is nothing to ask"


def test_where_waiting_does_not_help_it_says_only_what_follows():
    first = cast(ballot_open(), *ALL[1:])
    cast(again(first), *ALL, sure=False).then_refused(No.ASK_AGAIN_ALIKE)


def test_after_a_declared_conflict_the_room_is_told_before_it_votes():
    world = cast(ballot_open(), *ALL).press().when(c.StepOut(3, "A01"))
    asked = world.press(sure=False).then_refused(No.ASK_AGAIN_OTHERS)
    assert asked.refused.asks_again
    opened = world.press()
    assert opened.state.open_round.electorate == (1, 2, 4, 5, 6, 7, 8)
    assert any(
        "only the outcome will show" in line for line in poster(opened.state, MORNING, Outside()).lines
    )
    assert counts(cast(opened, 1, 2, 4, 5, 6, 7, 8))[1] is None


def test_a_conflict_of_one_who_had_no_ballot_before_changes_nothing():
    world = cast(ballot_open(), 1, 2, 4, 5, 6, 7, 8).press().when(c.StepOut(3, "A01")).press()
    assert counts(cast(world, 1, 2, 4, 5, 6, 7, 8))[1] is not None


def test_a_conflict_declared_while_a_ballot_is_open_counts_as_well():
    opened = again(cast(ballot_open(), *ALL)).when(c.StepOut(3, "A01"))
    assert counts(cast(opened, 1, 2, 4, 5, 6, 7, 8))[1] is None


def test_who_comes_back_from_a_conflict_makes_no_second_count():
    world = talking_after_one_ballot().when(c.StepOut(3, "A01")).press()
    world = world.press(tally=MOVED).press()
    assert world.state.plan.phase is Phase.TALK
    for set_aside in (c.VoidRound("heard too late"), c.VoidRound("and the first"), c.VoidReveal("all anew")):
        world = world.when(set_aside)
        assert world.refused is None
    world = world.press()
    back = world.when(c.JumpTo(world.state.plan.position, world.state.step.key))
    back = back.when(c.ComeBack(3, "A01", sure=True))
    assert back.refused is None
    third = back.press_until(Phase.BALLOT)
    assert counts(cast(third, 1, 2, 3, 4, 5, 6, 7))[2] is None


def test_a_ballot_set_aside_has_been_seen_all_the_same():
    world = cast(ballot_open(), *ALL).when(c.VoidRound("we misread it"))
    assert counts(cast(again(world), *ALL[1:]))[1] is None


def test_in_a_record_that_kept_nobody_as_absent_all_who_could_vote_stand_in():
    first = ballot_open().press(tally=UNDECIDED)
    assert first.happened[0].absent is None
    world = first.press().when(c.StepOut(3, "A01"))
    opened = world.press()
    old = opened.after(e.RoundClosed("A01", 2, 7, Outcome.NOT_SETTLED, (2, 0, 1, 0, 4), 0, 7))
    assert audit(old.history) is None, "an earlier version kept both"
    assert counts(old)[1] is None, "this one shows the earlier alone"


def test_a_count_that_should_have_been_left_out_is_found_by_whoever_checks_the_record():
    opened = again(cast(ballot_open(), *ALL))
    told = e.RoundClosed("A01", 2, 8, Outcome.SPLIT, (3, 0, 0, 0, 4), 0, 7, absent=(1,))
    assert audit(opened.after(told).history) is not None
    hidden = e.RoundClosed("A01", 2, 8, Outcome.SPLIT, absent=())
    assert audit(opened.after(hidden).history) is not None, "nor may one be left out for nothing"


def test_a_ballot_too_small_to_be_kept_gives_nothing_away():
    few = c.Tally((1, 0, 0, 0, 2), 0)
    world = doors_open(session(seats=8)).press_until(Phase.BALLOT).press(tally=few).press()
    world = world.when(c.StepOut(3, "A01"))
    assert world.press(sure=False).refused is None
