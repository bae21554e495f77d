"""What changed between the first scores, the talk and the decision: from published counts alone, never who."""

from __future__ import annotations

from itertools import pairwise

from sessions.methods.consensus import moved_at_least
from sessions.methods.scoring import (
    CriterionResult,
    criterion_result,
    points_in_bands,
    shape_allowed,
)
from sessions.model.answers import Kind
from sessions.model.decisions import Outcome
from sessions.model.session import Application, Criterion, Value
from sessions.results.budget import outcome_of
from sessions.results.told_scores import beside_before
from sessions.state import State, scores_of
from sessions.state.rounds import standing


class Change(Value, frozen=True):
    """One application on its way: how many of the questions shown split us, each ballot's outcome, what moved.

    `alike` counts the questions on which more than half of us are in one band. `shown` is nought where too few scored
    it; `outcomes` leave out ballots that were too few; `moved` adds up, over ballots that followed one another, at
    least how many moved; `settled` is how it came out in the end. One that nobody `scored` was come to all the same.
    """

    application: Application
    shown: int
    split: int
    outcomes: tuple[Outcome, ...]
    moved: int
    settled: Outcome | None
    differed: bool
    alike: int = 0
    scored: bool = True

    @property
    def turned(self) -> bool:
        """Whether a later ballot came out otherwise than the first."""
        return bool(self.outcomes) and self.outcomes[0] is not self.outcomes[-1]


class DayInfluence(Value, frozen=True):
    """The day in numbers: scores given to applications that were revealed, and each of them on its way."""

    scores: int
    changes: tuple[Change, ...]

    @property
    def scored(self) -> int:
        """Count the applications that somebody scored."""
        return sum(change.scored for change in self.changes)

    @property
    def turned(self) -> int:
        """Count the applications where a later ballot came out otherwise than the first."""
        return sum(change.turned for change in self.changes)

    @property
    def moved(self) -> int:
        """Add up at least how many moved, ballot after ballot."""
        return sum(change.moved for change in self.changes)


def shaped(state: State) -> DayInfluence:
    """Say how what members gave shaped what came out; of applications not revealed, nothing."""
    seen = [one for one in state.model.applications if scores_of(state, one.ref).revealed]
    given = sum(
        answer.kind is Kind.SCORE
        for one in seen
        for sheet in scores_of(state, one.ref).shown_sheets.values()
        for answer in sheet.values()
    )
    return DayInfluence(given, tuple(_change(state, one) for one in seen))


def _change(state: State, one: Application) -> Change:
    sheets = scores_of(state, one.ref).shown_sheets
    told = [criterion for criterion in state.model.criteria if beside_before(state, one.ref, criterion)]
    results = [criterion_result(sheets, criterion) for criterion in told]
    shown = [result for result in results if shape_allowed(result.answered)]
    kept = [held for held in standing(state.rounds.get(one.ref, ())) if held.counts or held.outcome_only]
    moves = [moved_at_least(a.counts or (), b.counts or ()) for a, b in pairwise(kept)]
    return Change(
        application=one,
        shown=len(shown),
        split=sum(result.split for result in shown),
        outcomes=tuple(held.outcome for held in kept if held.outcome is not None),
        moved=sum(move for move in moves if move is not None),
        settled=outcome_of(state, one.ref),
        differed=bool(state.minority.get(one.ref)),
        alike=sum(_alike(result, criterion) for result, criterion in zip(results, told, strict=True)),
        scored=any(answer.kind is Kind.SCORE for sheet in sheets.values() for answer in sheet.values()),
    )


def _alike(result: CriterionResult, criterion: Criterion) -> bool:
    """Whether more than half of those who may be shown are in one band of the scale, and we are not split."""
    bands = points_in_bands(result.counts, criterion.scale)
    return shape_allowed(result.answered) and not result.split and 2 * max(bands) > result.answered
