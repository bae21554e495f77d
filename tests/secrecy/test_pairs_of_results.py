"""Small groups: nothing shown or exported tells more about a ballot than one published count does by itself.

With 0 to 12 ballots: what is published of a ballot hangs on the published count alone; what is said of two ballots
hangs on the two published counts alone; and no two ballots are published whose difference is a count of fewer than
five, but for a declared conflict, of which the room was warned.
"""

from __future__ import annotations

from itertools import product

import pytest

from sessions import commands as c
from sessions.consensus import bars, moved_at_least
from sessions.phases import Phase
from sessions.refusals import No
from sessions.scoring import FEWEST
from sessions.views.phone import Ask, Mine, page
from sessions.views.record.account import record_view
from sessions.views.wall import Outside, poster
from tests.sessions.worlds import MORNING, World, doors_open, session

OPTIONS = 5
MOST = 12


def distributions(n: int, options: int = OPTIONS) -> list[tuple[int, ...]]:
    """Give every way in which n ballots can fall on the options."""
    if options == 1:
        return [(n,)]
    return [(k, *rest) for k in range(n + 1) for rest in distributions(n - k, options - 1)]


def with_a_ballot_open(seats: int) -> World:
    return doors_open(session(seats=seats, applications=1, criteria=1)).press_until(Phase.BALLOT)


def published(world: World) -> object:
    """Gather all that wall, phones and exports say once a ballot is closed."""
    state = world.state
    codes = {seat: f"M{seat}" for seat in state.seats}
    shown = (
        poster(state, MORNING, Outside()),
        *(page(state, n, MORNING, Ask(), Mine()) for n in state.seats),
    )
    account = record_view(state, codes=codes)
    return shown, account.rounds, account.reasons, account.results, account.session


def the_count(world: World) -> object:
    """Give the one published count: bars, ballots cast, how many could not say, the outcome, how many might vote."""
    one = world.state.rounds["A01"][-1]
    drawn = bars(one.counts) if one.counts else None
    return drawn, one.cast, one.cant_say, one.outcome, one.eligible


@pytest.mark.parametrize("seats", [5])
def test_all_that_is_published_of_a_ballot_hangs_on_its_published_count(seats):
    opened = with_a_ballot_open(seats)
    said: dict[object, object] = {}
    for cast in range(seats + 1):
        for counts in distributions(cast):
            for cant_say in {0, seats - cast}:
                closed = opened.press(tally=c.Tally(counts, cant_say))
                key = repr(the_count(closed))
                assert said.setdefault(key, repr(published(closed))) == repr(published(closed)), counts
    assert len(said) > 20


@pytest.mark.slow
@pytest.mark.parametrize("seats", range(6, MOST + 1))
def test_the_same_for_up_to_twelve(seats):
    test_all_that_is_published_of_a_ballot_hangs_on_its_published_count(seats)


@pytest.mark.parametrize("seats", range(MOST + 1))
def test_with_fewer_than_five_ballots_all_that_is_published_is_that(seats):
    """Whoever did and did not vote, and whatever they chose: it is the same for all."""
    if seats < FEWEST:
        world = doors_open(session(seats=MOST, applications=1, criteria=1), taken=seats)
        told = world.press_until(Phase.OUTCOME).state.rounds["A01"][-1]
        assert (told.counts, told.cast, told.cant_say) == (None, None, None)
        return
    opened = with_a_ballot_open(seats)
    said = {
        repr(published(opened.press(tally=c.Tally(counts, cant_say))))
        for cast in range(FEWEST)
        for counts in distributions(cast)
        for cant_say in {0, seats - cast}
    }
    assert len(said) == 1


@pytest.mark.parametrize("n", [5, pytest.param(6, marks=pytest.mark.slow)])
def test_what_is_said_of_two_ballots_hangs_on_the_two_published_counts(n):
    said: dict[object, int | None] = {}
    for before, after in product(distributions(n), repeat=2):
        banded = bars(before).banded or bars(after).banded
        key = (bars(before), bars(after), banded)
        moved = moved_at_least(before, after)
        assert said.setdefault(key, moved) == moved
    assert len(said) > 1000


def undecided(n: int) -> c.Tally:
    """Give a count that settles nothing, with every option above one or at nought."""
    return c.Tally((n // 2, 0, 0, 0, n - n // 2), 0)


def after_one_ballot(seats: int) -> World:
    world = with_a_ballot_open(seats).press(tally=undecided(seats))
    return world.press() if world.state.plan.phase is Phase.OUTCOME else world


@pytest.mark.parametrize("seats", range(FEWEST, MOST + 1))
def test_no_second_ballot_differs_from_the_first_by_fewer_than_five_but_for_a_conflict(seats):
    """Every number of recusals, of leavers and of newcomers between two ballots on one application."""
    for recusals, leavers in product(range(seats), range(3)):
        world = after_one_ballot(seats)
        if world.state.plan.phase is not Phase.TALK:
            continue
        first = set(world.state.rounds["A01"][0].electorate)
        for seat in range(1, recusals + 1):
            world = world.when(c.StepOut(seat, "A01"))
        for seat in range(seats, max(seats - leavers, recusals), -1):
            world = world.when(c.LeaveEarly(seat))
        asked = world.press(sure=False)
        again = asked.press() if asked.refused and asked.refused.code == No.ASK_AGAIN_FEWER else asked
        if again.state.plan.phase is not Phase.BALLOT:
            continue  # too few were left, or refused: nothing is published
        second = set(again.state.open_round.electorate)
        assert second == first - set(range(1, recusals + 1))  # leavers stay in, unvoting; nobody joins
        warned = asked.refused is not None and asked.refused.code == No.ASK_AGAIN_FEWER
        assert warned == (0 < recusals < FEWEST)
        assert len(second) >= FEWEST


@pytest.mark.parametrize("seats", range(FEWEST, MOST + 1))
def test_no_pair_of_published_electorates_parts_off_fewer_than_five_unwarned(seats):
    """Three ballots with people stepping out in between: look at every pair of what was published."""
    world = after_one_ballot(seats)
    if world.state.plan.phase is not Phase.TALK:
        return
    for seat in (1, 2):
        world = world.when(c.StepOut(seat, "A01"))
        asked = world.press(sure=False)
        opened = asked.press() if asked.refused else asked
        if opened.state.plan.phase is not Phase.BALLOT:
            break
        assert asked.refused is not None
        world = opened.press(tally=undecided(len(opened.state.open_round.electorate)))
        if world.state.plan.phase is Phase.OUTCOME:
            world = world.press()
        if world.state.plan.phase is not Phase.TALK:
            break
    rounds = [one for one in world.state.rounds["A01"] if one.counts]
    out = {seat for seat, ref in world.state.conflicts if ref == "A01"}
    for one, other in product(rounds, repeat=2):
        differing = set(one.electorate) ^ set(other.electorate)
        assert not differing or len(differing) >= FEWEST or differing <= out
