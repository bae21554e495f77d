"""The rows of `results.csv` and `criteria.csv`, worked out by the definitions in `consensus.md`.

Shapes of scores are told only where at least five members scored. So with fewer, `median`, `lowest`, `highest`,
`split` and `disagreement_index` of an application stay empty, and so do `mean`, `median`, `lowest`, `highest` and
`split` of a criterion. An application's `score` and its rank stay: the money was divided by them. In public,
groups under five are left out altogether, and then `score` and the head-counts stay empty as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from ...budget import outcome_of, ranking
from ...consensus import Outcome
from ...model import Application
from ...scoring import (
    ApplicationResult,
    application_result,
    criterion_result,
    member_scores,
    round_half_up,
    shape_allowed,
)
from ...severity import fit
from ...state import State
from ...wording import say
from .rows import CriterionRow, ResultRow

_NOBODY = ApplicationResult(None, None, None, None, 0, split=False, disagreement_index=None)


def six_places(x: Fraction | None) -> Decimal | None:
    """Round an exact number half up to six decimals."""
    return None if x is None else Decimal(round_half_up(x))


def outcome_words(state: State, ref: str) -> str:
    """Say what an application's ballots, or the talk after them, came to; nothing where there were none."""
    found = outcome_of(state, ref)
    if found is Outcome.BY_TALKING:
        return say("exports.by-talking.yes" if state.by_talking[ref] else "exports.by-talking.no")
    return found.value if found else ""


def reported(state: State) -> tuple[Application, ...]:
    """Give the applications there is something to report of: revealed, decided, or all when the day is over."""
    return tuple(
        a
        for a in state.model.applications
        if state.ended or a.ref in state.scoring or a.ref in state.plan.decisions
    )


def result_rows(state: State, *, public: bool) -> tuple[ResultRow, ...]:
    """Give one row an application, in the order they were heard; one not revealed has no score and no rank."""
    model = state.model
    places = {place.ref: place for place in ranking(state)}
    fitted = _fitted_ranks(state)
    rows = []
    for one in reported(state):
        result, scored_by, score = _NOBODY, None, None
        if one.ref in state.scoring:
            result = application_result(state.scoring[one.ref].sheets, model.criteria, model.scale)
            if shape_allowed(result.scored_by) or not public:
                scored_by, score = result.scored_by, result.score
        ranked = result.score is not None
        shape = result if shape_allowed(result.scored_by) else _NOBODY
        decision = state.plan.decisions.get(one.ref)
        rows.append(
            ResultRow(
                application=one.ref,
                title=one.title,
                organisation=one.organisation,
                strand=one.strand,
                asked=one.asked,
                least=one.least,
                score=six_places(score),
                median=six_places(shape.median),
                lowest=six_places(shape.lowest),
                highest=six_places(shape.highest),
                scored_by=scored_by,
                split=shape.split,
                disagreement_index=six_places(shape.disagreement_index),
                rank=places[one.ref].rank if ranked else None,
                tie_break=places[one.ref].tie_break if ranked else "",
                fitted_rank=fitted.get(one.ref),
                outcome=outcome_words(state, one.ref),
                decision=decision.verdict.value if decision else "",
                amount=decision.amount if decision else None,
                conditions=decision.conditions if decision else "",
                reasons=decision.reasons if decision else "",
            )
        )
    return tuple(rows)


def _fitted_ranks(state: State) -> dict[str, int]:
    model = state.model
    found = fit(
        {
            a.ref: member_scores(state.scoring[a.ref].sheets, model.criteria)
            for a in model.applications
            if a.ref in state.scoring
        }
    )
    return found.ranks if found else {}


def criterion_rows(state: State, *, public: bool) -> tuple[CriterionRow, ...]:
    """Give one row a revealed application and criterion."""
    return tuple(_criterion_rows(state, public=public))


def _criterion_rows(state: State, *, public: bool) -> Iterator[CriterionRow]:
    for application in state.model.applications:
        scoring = state.scoring.get(application.ref)
        if scoring is None:
            continue
        sheets = scoring.sheets
        for criterion in state.model.criteria:
            found = criterion_result(sheets, criterion)
            enough = shape_allowed(found.answered)
            heads = enough or not public
            yield CriterionRow(
                application.ref,
                criterion.key,
                six_places(found.mean) if enough else None,
                six_places(found.median) if enough else None,
                six_places(found.lowest) if enough else None,
                six_places(found.highest) if enough else None,
                found.answered if heads else None,
                found.cant_say if heads else None,
                found.split and enough,
            )
