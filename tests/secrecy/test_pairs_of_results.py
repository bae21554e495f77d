"""Small groups: nothing shown or exported tells more about a ballot than one published count does by itself.

With 0 to 12 ballots: what is published of a ballot hangs on the published count alone; what is said of two ballots
hangs on the two published counts alone; and of two ballots whose casters differ by fewer than five, counted both ways,
only the earlier is published.
"""

from __future__ import annotations

import random
from itertools import combinations, product

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from sessions import commands as c
from sessions import events as e
from sessions.audit import audit
from sessions.decide.rounds import voters_of
from sessions.methods.consensus import bars, moved_at_least
from sessions.model.answers import FEWEST
from sessions.model.phases import Phase
from sessions.state.casters import Casters, alike
from sessions.views.phone.current_page import Ask, Mine, page
from sessions.views.record.account import record_view
from sessions.views.wall.current_poster import Outside, poster
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


def closed_by(world: World, seats: tuple[int, ...]) -> World:
    """Close the open ballot, undecided, with these seats' ballots in it."""
    return world.when(c.Next(world.state.plan.position, True, len(seats), undecided(len(seats)), voted=seats))


def told(world: World) -> list[tuple[frozenset[int], bool]]:
    """Give who cast in each closed ballot, as the record knows it, and whether its count stands in the exports."""
    codes = {seat: f"M{seat}" for seat in world.state.seats}
    in_files = [
        {
            row.round
            for row in record_view(world.state, codes=codes, public=public).rounds
            if row.count is not None
        }
        for public in (False, True)
    ]
    assert in_files[0] == in_files[1]
    happened = [one.event for one in world.history if isinstance(one.event, e.RoundClosed)]
    rounds = {one.number: one for one in world.state.rounds["A01"]}
    return [
        (frozenset(rounds[one.round].voters) - set(one.absent or ()), one.round in in_files[0])
        for one in happened
    ]


@pytest.mark.parametrize("seats", range(FEWEST, MOST + 1))
def test_no_second_count_is_published_whose_casters_differ_by_fewer_than_five(seats):
    """Every number of recusals, of leavers and of missing ballots between two ballots on one application."""
    for recusals, leavers, missing in product(range(seats), range(3), range(3)):
        world = with_a_ballot_open(seats)
        everyone = tuple(range(1, seats + 1))
        world = closed_by(world, everyone[:-missing] if missing else everyone)
        if world.state.plan.phase is Phase.OUTCOME:
            world = world.press()
        if world.state.plan.phase is not Phase.TALK:
            continue
        for seat in range(1, recusals + 1):
            world = world.when(c.StepOut(seat, "A01"))
        for seat in range(seats, max(seats - leavers, recusals), -1):
            world = world.when(c.LeaveEarly(seat))
        opened = world.press()
        if opened.state.plan.phase is not Phase.BALLOT:
            continue  # too few were left: nothing is published
        here = tuple(seat for seat in opened.state.open_round.electorate if not opened.state.seats[seat].left)
        (first, seen), *later = told(closed_by(opened, here))
        for second, shown in later:
            tells = seen and 0 < len(first ^ second) < FEWEST
            assert shown == (len(here) >= FEWEST and not tells)


class Panel(RuleBasedStateMachine):
    """Any run of ballots on one application, by any of us, with people leaving and stepping out in between."""

    def __init__(self) -> None:
        super().__init__()
        self.world = with_a_ballot_open(8)

    @rule(seats=st.sets(st.integers(1, 8), min_size=FEWEST))
    def close(self, seats):
        opened = self.world.state.open_round
        if opened is not None:
            able = tuple(sorted(seats & set(voters_of(self.world.state))))
            self.world = closed_by(self.world, able)

    @rule()
    def void(self):
        self.world = self.world.when(c.VoidRound("once more"))

    @rule(seat=st.integers(1, 8))
    def step_out(self, seat):
        self.world = self.world.when(c.StepOut(seat, "A01"))

    @rule()
    def go_on(self):
        if self.world.state.plan.phase in (Phase.TALK, Phase.OUTCOME):
            self.world = self.world.press()

    @invariant()
    def no_pair_of_counts_tells_on_a_few(self):
        if "A01" not in self.world.state.rounds:
            return
        shown = [who for who, shown in told(self.world) if shown]
        assert all(len(one ^ other) not in range(1, FEWEST) for one, other in combinations(shown, 2))

    @invariant()
    def whoever_checks_the_record_finds_it_sound(self):
        assert audit(self.world.history) is None


TestPanel = Panel.TestCase
TestPanel.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)


def test_slips_that_nobody_can_place_may_be_any_paper_seats():
    """By trying every way the slips can lie: two totals are alike where any of them is."""
    seats = range(1, 8)
    chance = random.Random(6)
    for _ in range(400):
        one, other = (drawn(chance, seats) for _ in "ab")
        apart = {len(a ^ b) for a in ways(one) for b in ways(other)}
        assert alike(one, other) == any(0 < n < FEWEST for n in apart), (one, other)


def drawn(chance: random.Random, seats: range) -> Casters:
    maybe = frozenset(chance.sample(seats, chance.randint(0, 4)))
    sure = frozenset(chance.sample(seats, chance.randint(0, 7))) - maybe
    return Casters(sure, maybe, chance.randint(1, len(maybe) - 1) if len(maybe) > 1 else 0)


def ways(one: Casters) -> list[frozenset[int]]:
    return [one.sure | set(slips) for slips in combinations(sorted(one.maybe), one.slips)]
