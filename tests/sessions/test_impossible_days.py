"""Histories that no day can have: each is refused at the very event, however well its chain fits."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from sessions import commands as c
from sessions import events as e
from sessions.audit import audit
from sessions.model.decisions import Decision, Verdict
from sessions.model.details import Detail
from sessions.model.phases import Phase
from sessions.model.session import Step, StepKind
from sessions.results.workshop import agreed, first_list, weights
from tests.sessions.worlds import World, doors_open, scoring_open, session


def lived(until: Phase, *, few: bool = False) -> World:
    """Live a day of six and three applications up to a phase; where `few`, three of us score the first one."""
    world = scoring_open(session(seats=6, applications=3))
    while world.state.plan.phase is not until:
        ref = world.state.application
        if world.state.plan.phase is Phase.SCORE:
            for seat in range(1, 4 if few and ref == "A01" else 7):
                for key in ("c1", "c2"):
                    world = world.answer(seat, 3, key, sending=f"{ref}{seat}{key}")
                world = world.when(c.HandIn(seat, ref))
        ballot = world.state.plan.phase is Phase.BALLOT
        world = world.press(tally=c.Tally((0, 0, 0, 1, 5), 0) if ballot else None)
        assert world.refused is None, world.refused
    return world


def as_closed_now(world: World) -> World:
    """Let ballots be closed as this version closes them, with who did not vote: nobody."""
    ballots = [
        replace(one.event, absent=()) if isinstance(one.event, e.RoundClosed) else one.event
        for one in world.history
    ]
    return World().after(*ballots)


def refused(world: World, *lies: e.Event) -> bool:
    """Say whether the audit takes what came before, and stops at the first of these."""
    assert audit(world.history) is None
    return audit(world.after(*lies).history) == len(world.history)


@pytest.mark.parametrize("electorate", [(), (1, 2, 3, 4), (1, 2, 3, 4, 5, 6, 7)])
def test_nobody_is_shut_out_of_scoring_and_nobody_let_in(electorate):
    world = doors_open(session(seats=7)).press_until(Phase.READ).when(c.LeaveEarly(7))
    assert refused(world, e.ScoringOpened("A01", electorate))


@pytest.mark.parametrize("phase", [Phase.SCORE, Phase.BALLOT])
@pytest.mark.parametrize(
    "lie",
    [
        *(e.PhaseStarted(phase) for phase in (Phase.TALK, Phase.DECISION, Phase.BALLOT, Phase.THANKS)),
        e.StepStarted("s3"),
        e.SessionEnded(),
    ],
    ids=str,
)
def test_nothing_leads_on_from_open_scoring_or_an_open_ballot_but_closing_it(phase, lie):
    assert refused(lived(phase), lie)


def test_a_day_ends_at_its_end():
    assert refused(doors_open(session(seats=6)), e.SessionEnded())
    assert refused(doors_open(session(seats=6)), e.PhaseStarted(Phase.THANKS))


@pytest.mark.parametrize("given", ["", "A01"])
def test_a_list_is_confirmed_as_it_stood_also_where_few_scored_one(given):
    world = as_closed_now(lived(Phase.BUDGET, few=True))
    asked = {one.ref: one.asked for one in world.state.model.applications}
    said = {
        ref: Decision(Verdict.FUND, asked[ref]) if ref == given else Decision(Verdict.NOT_NOW)
        for ref in asked
    }
    assert refused(world, e.ListConfirmed(said))


def test_the_pot_stays_above_what_was_given():
    world = lived(Phase.DECISION)
    ref = world.state.application
    asked = world.state.model.application(ref).asked
    world = world.when(c.RecordDecision(ref, Verdict.FUND, asked))
    assert world.refused is None
    pot = world.state.model.pot
    assert refused(world, e.DetailChanged("", "", Detail.POT, str(pot), str(asked - Decimal(1)), "a typo"))


def at_a_workshop(phase: Phase) -> World:
    day = session(seats=6)
    step = Step("asked", StepKind.WORKSHOP, 10)
    return doors_open(replace(day, steps=(step, *day.steps))).press_until(phase)


@pytest.mark.parametrize(
    "texts",
    [tuple(f"Question {n:02}?" for n in range(42)), ("Will it last?", "Is it kind?")],
    ids=["many", "order"],
)
def test_no_more_is_suggested_than_members_can_and_in_no_order_of_theirs(texts):
    world = at_a_workshop(Phase.WORKSHOP)
    assert refused(world, e.SuggestionsClosed("asked", texts, first_list(world.state.model, texts, "")))
    some = tuple(sorted(texts))[:6]
    fine = world.after(e.SuggestionsClosed("asked", some, first_list(world.state.model, some, "")))
    assert audit(fine.history) is None


@pytest.mark.parametrize("heads", [500, 6])
def test_points_are_shared_by_those_here_and_ten_by_each(heads):
    world = at_a_workshop(Phase.WORKSHOP_WEIGH)
    counts = tuple((*[0] * 10, heads) for _ in world.state.draft)
    lie = e.CriteriaAgreed("asked", agreed(world.state.model, world.state.draft, weights(counts)), counts)
    assert refused(world, lie)
