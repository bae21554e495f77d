"""What a history claims is worked out again: any day fits, and a claim that does not follow is named."""

from decimal import Decimal

import pytest
from hypothesis import given, settings

from sessions import commands as c
from sessions import events as e
from sessions.audit import audit
from sessions.model.answers import score
from sessions.model.decisions import Decision, Outcome, Verdict
from sessions.model.phases import Phase
from sessions.model.session import Step, StepKind
from tests.sessions.days import DAYS, live
from tests.sessions.worlds import doors_open, scored, scoring_open, session

YES = c.Tally((0, 0, 0, 0, 6), 0)


@given(DAYS)
@settings(max_examples=150, deadline=None)
def test_any_day_that_was_lived_fits(orders):
    assert audit(live(orders).history) is None


@pytest.mark.parametrize(
    ("world", "lie"),
    [
        (scoring_open(), e.Answered(1, "A01", "c1", score(9), "x", 1)),
        (scoring_open(), e.Answered(1, "A02", "c1", score(3), "x", 1)),
        (scoring_open(), e.Answered(9, "A01", "c1", score(3), "x", 1)),
        (
            scored({}).press_until(Phase.BALLOT),
            e.RoundClosed("A01", 1, 6, Outcome.YES, (3, 0, 0, 0, 3), 0, 6),
        ),
        (
            scored({}).press_until(Phase.BALLOT),
            e.RoundClosed("A01", 1, 6, Outcome.YES, (0, 0, 0, 0, 4), 0, 4),
        ),
        (
            scored({}).press_until(Phase.BALLOT),
            e.RoundClosed("A01", 1, 6, Outcome.YES, (0, 0, 0, 0, 7), 0, 7),
        ),
        (doors_open().press_until(Phase.BUDGET, tally=YES), e.ListConfirmed({})),
        (doors_open(), e.Undone("score")),
        (doors_open(), e.StepStarted("s99")),
        (doors_open(), e.StepStarted("s2", ("s5",))),
        (doors_open(), e.StepAdded(Step("s2", StepKind.BREAK, 10), "s1")),
        (doors_open(), e.StepAdded(Step("new", StepKind.APPLICATION, 10, ref="A99"), "s1")),
        (doors_open(), e.StepAdded(Step("new", StepKind.BREAK, 10), "s99")),
        (scoring_open(), e.StepAdded(Step("new", StepKind.BREAK, 10), "s1")),
        (scoring_open(), e.StepMoved("s1", "s4")),
        (scoring_open(), e.StepMoved("s5", "s1")),
        (scoring_open(), e.StepSkipped("s1")),
        (doors_open(session(applications=4)), e.AgendaRetimed({"s5": 9})),
        (doors_open(), e.AgendaRetimed({"s3": 1})),
        (doors_open(), e.StartMoved(2)),
        (scoring_open(), e.StartMoved(-2)),
        (scoring_open(), e.Held("")),
        (scoring_open().when(c.TakeBreak(10)), e.Held("One moment.")),
        (doors_open(), e.ListReopened("we forgot one")),
        (doors_open().press_until(Phase.CONFIRMED, tally=YES), e.ListReopened("")),
        (doors_open(), e.RegisterSigned(e.Signing.START, 3)),
        (doors_open(), e.DoorsReopened()),
        (doors_open(), e.SeatAdded(9)),
        (doors_open(taken=5), e.MemberLeft(6)),
        (scoring_open(), e.ConflictDeclared(2, "A01", e.Declared.ON_THE_DAY)),
        (doors_open(), e.ConflictLifted(2, "A01")),
        (scoring_open(), e.PhaseStarted(Phase.REVEAL)),
        (doors_open().press_until(Phase.BUDGET, tally=YES), e.PhaseStarted(Phase.CONFIRMED)),
        (doors_open(taken=5).press_until(Phase.READ), e.ScoringOpened("A01", (1, 2, 3, 4, 6))),
        (doors_open().press_until(Phase.READ), e.ScoringOpened("A02", (1, 2, 3, 4, 5))),
        (doors_open().press_until(Phase.READ), e.ScoringClosed("A01")),
        (scoring_open(), e.HandedIn(1, "A01")),
        (scoring_open(), e.Corrected(1, "A01", "c1", score(3), "why")),
        (scored({}).press_until(Phase.TALK), e.RoundOpened("A01", 1, (1, 2, 3, 4, 5))),
        (scored({}).press_until(Phase.TALK), e.RoundOpened("A01", 2, (1, 2, 3, 4, 5, 6))),
        (scored({}).press_until(Phase.TALK), e.RoundClosed("A01", 1, 6, Outcome.YES, (0, 0, 0, 0, 6), 0, 6)),
        (
            scored({}).press_until(Phase.BALLOT),
            e.RoundClosed("A01", 1, 6, Outcome.YES, (0, 0, 0, 0, 6), 1, 7),
        ),
        (
            scored({}).press_until(Phase.BALLOT),
            e.RoundClosed("A01", 1, 7, Outcome.YES, (0, 0, 0, 0, 6), 1, 7),
        ),
        (
            scored({}).press_until(Phase.BALLOT),
            e.RoundClosed("A01", 1, 6, Outcome.YES, (0, -1, 0, 0, 7), 0, 6),
        ),
        (scored({}).press_until(Phase.BALLOT), e.RoundClosed("A01", 1, 6, Outcome.YES, (0, 0, 6), 0, 6)),
        (scored({}).press_until(Phase.BALLOT), e.RoundClosed("A01", 1, 6, Outcome.TOO_FEW, cant_say=2)),
        (
            scored({}).press_until(Phase.BALLOT),
            e.RoundClosed("A01", 1, 6, Outcome.YES, (0, 0, 0, 0, 6), 0, 6, ("b", "a")),
        ),
        (scored({}).press_until(Phase.OUTCOME, tally=YES), e.RoundVoided("A01", 1, "")),
        (scored({}).press_until(Phase.OUTCOME, tally=YES), e.RoundVoided("A01", 2, "why")),
        (scored({}).press_until(Phase.OUTCOME, tally=YES), e.AgreedByTalking("A01", yes=False)),
        (scoring_open(), e.DecisionRecorded("A01", Decision(Verdict.FUND, Decimal(1000)))),
        (
            doors_open().press_until(Phase.BUDGET, tally=YES),
            e.DecisionRecorded("A01", Decision(Verdict.FUND, Decimal(1001))),
        ),
        (
            doors_open().press_until(Phase.BUDGET, tally=YES),
            e.DecisionRecorded("A02", Decision(Verdict.FUND, Decimal(2000))),
        ),
        (
            doors_open().press_until(Phase.BUDGET, tally=YES),
            e.ListConfirmed({"A01": Decision(Verdict.NOT_NOW), "A02": Decision(Verdict.PART, Decimal(1))}),
        ),
    ],
)
def test_a_claim_that_does_not_follow_is_named(world, lie):
    told = (*world.history, e.Stamped(world.clock, lie))
    assert audit(told) == len(world.history)
