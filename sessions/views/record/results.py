"""The rows of `results.csv`, `criteria.csv` and the budget.

Scores are told only where at least five members scored. So with fewer, all that is worked out from them stays empty:
of an application and of a criterion. Where the seats were asked for, an application's score, its range and the rank it
would have had are told all the same. In public the head-counts of such groups stay empty as well; and so does all that
has changed since the room saw it, for what stood before a change and what stands after are for staff alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from sessions.methods.scoring import (
    ApplicationResult,
    application_result,
    criterion_result,
    member_scores,
    round_half_up,
    shape_allowed,
    shown,
)
from sessions.methods.severity import fit
from sessions.model.decisions import Outcome
from sessions.model.session import Application, SetAside
from sessions.results.budget import order_of, outcome_of, paid_from, pots, ranking
from sessions.results.earlier_scores import carried, ranked_score
from sessions.results.told_scores import beside_before, enough_scored
from sessions.state import State
from sessions.views.record.audience import Audience, may_tell
from sessions.views.record.rows import CriterionRow, ResultRow
from sessions.views.rules_told import rules_told
from sessions.wording import say


class BudgetRow(Struct, frozen=True):
    """One line of the list, best first; `left` is what the pot still held below it. Or money that `moved` over.

    A shortlist gives no money, so there nothing is `left`.
    """

    rank: int | None
    application: str
    title: str
    strand: str
    asked: Decimal | None
    least: Decimal | None
    decision: str
    amount: Decimal | None
    left: Decimal | None
    paid_from: str = ""
    moved: Decimal | None = None
    organisation: str = ""
    conditions: str = ""


def budget_rows(state: State, results: Iterable[ResultRow]) -> tuple[BudgetRow, ...]:
    """Put the results in the order of the list; one not ranked has no rank. Then tell what moved over."""
    left, rows, order = state.model.pot, [], order_of(state)
    for one in sorted(results, key=lambda row: order.index(row.application)):
        left -= one.amount or 0
        rows.append(
            BudgetRow(
                one.rank,
                one.application,
                one.title,
                one.strand,
                one.asked,
                one.least,
                one.decision,
                one.amount,
                left if state.model.places is None else None,
                one.paid_from,
                organisation=one.organisation,
                conditions=one.conditions,
            )
        )
    return (*rows, *_moved_over(state, left))


def _moved_over(state: State, left: Decimal) -> Iterator[BudgetRow]:
    """Return a line for each strand that gave money over to the rest."""
    for pot in pots(state) if state.confirmed else ():
        if pot.moved < 0:
            title = say("exports.moved-over", strand=pot.title)
            yield BudgetRow(None, "", title, pot.key, None, None, "", None, left, REST, -pot.moved)


REST = "rest of the pot"  # no strand can have this key
NOBODY = ApplicationResult(None, None, None, None, 0, split=False, disagreement_index=None)
"""What there is to tell where nothing may be."""


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
    """Return the applications there is something to report of: revealed, decided, or all when the day is over."""
    return tuple(
        a
        for a in state.model.applications
        if state.ended or a.ref in state.scoring or a.ref in state.plan.decisions
    )


def result_rows(state: State, who: Audience) -> tuple[ResultRow, ...]:
    """Return one row an application, in the order they were heard; one not revealed has no score and no rank."""
    model = state.model
    places = {place.ref: place for place in ranking(state)}
    fitted, sources = _fitted_ranks(state), paid_from_words(state)
    rows = []
    for one in reported(state):
        result, told, scored_by = NOBODY, NOBODY, None
        if one.ref in state.scoring:
            result = state.scoring[one.ref].worked_out(application_result, model.criteria, model.scale)
            told = result if may_tell(state, one.ref, who) else NOBODY
            scored_by = None if told is NOBODY and who is Audience.PUBLIC else result.scored_by
        place, ranked = places[one.ref], enough_scored(state, one.ref)
        shape = told if shape_allowed(told.scored_by) else NOBODY
        own = NOBODY if who is Audience.PUBLIC else told  # each is one member's, all questions together
        decision = state.plan.decisions.get(one.ref)
        rows.append(
            ResultRow(
                application=one.ref,
                title=one.title,
                organisation=one.organisation,
                strand=one.strand,
                asked=one.asked,
                least=one.least,
                score=_ranked_by(state, one.ref, told),
                median=six_places(own.median),
                lowest=six_places(own.lowest),
                highest=six_places(own.highest),
                scored_by=scored_by,
                split=shape.split,
                disagreement_index=six_places(shape.disagreement_index),
                rank=place.rank if ranked else would_be_rank(state, one) if told.score is not None else None,
                tie_break=place.tie_break if ranked else "",
                fitted_rank=fitted.get(one.ref),
                outcome=outcome_words(state, one.ref),
                decision=(decision.words or decision.verdict.value) if decision else "",
                amount=decision.amount if decision and model.places is None else None,
                conditions=decision.conditions if decision else "",
                reasons=decision.reasons if decision else "",
                paid_from=sources.get(one.ref, ""),
                score_now=six_places(told.score) if model.before else None,
                score_before=_before(state, one.ref),
                against_rules="\n".join(rules_told(state, one.ref)),
            )
        )
    return (*rows, *(_not_decided_on(one, public=who is Audience.PUBLIC) for one in model.aside))


def _ranked_by(state: State, ref: str, told: ApplicationResult) -> Decimal | None:
    """Return the score that it is ranked by, the earlier one weighed in, where today's may be told."""
    u = ranked_score(state, ref) if told.score is not None else None
    return None if u is None else six_places(shown(u, state.model.scale))


def _before(state: State, ref: str) -> Decimal | None:
    """Return the earlier score, on today's scale, whether or not it counts; none of fewer than five was carried."""
    about = carried(state.model, ref) if ref in state.scoring else None
    u = about.score if about is not None else None
    return None if u is None else six_places(shown(u, state.model.scale))


def _not_decided_on(gone: SetAside, *, public: bool) -> ResultRow:
    """Return the row of an application that is not decided on: what it is, and what became of it; no number at all."""
    one = gone.application
    return ResultRow(
        application=one.ref,
        title=one.title,
        organisation=one.organisation,
        strand=one.strand,
        asked=one.asked,
        least=one.least,
        score=None,
        median=None,
        lowest=None,
        highest=None,
        scored_by=None,
        split=False,
        disagreement_index=None,
        rank=None,
        tie_break="",
        fitted_rank=None,
        outcome=gone.how.value,
        decision="",
        amount=None,
        conditions="",
        reasons="" if public else gone.why,
    )


def would_be_rank(state: State, one: Application) -> int | None:
    """Return the rank that what a few scored would have had beside those that are ranked, by its score alone."""
    mine = ranked_score(state, one.ref)
    if mine is None:
        return None
    others = [a.ref for a in state.model.applications if enough_scored(state, a.ref)]
    scores = (ranked_score(state, ref) for ref in others)
    return 1 + sum(score is not None and score > mine for score in scores)


def paid_from_words(state: State) -> dict[str, str]:
    """Name the strand that pays for each award, or the rest of the pot; nothing before the list is confirmed."""
    if not state.confirmed or not state.model.strands or state.model.places is not None:
        return {}
    return {ref: key or REST for ref, key in paid_from(pots(state)).items()}


def _fitted_ranks(state: State) -> dict[str, int]:
    model = state.model
    own = {
        a.ref: state.scoring[a.ref].worked_out(member_scores, model.criteria)
        for a in model.applications
        if a.ref in state.scoring
    }
    found = fit({ref: row for ref, row in own.items() if shape_allowed(len(row))})
    return found.ranks if found else {}


def criterion_rows(state: State, who: Audience) -> tuple[CriterionRow, ...]:
    """Return one row a revealed application and criterion."""
    return tuple(_criterion_rows(state, who))


def _criterion_rows(state: State, who: Audience) -> Iterator[CriterionRow]:
    for application in state.model.applications:
        scoring = state.scoring.get(application.ref)
        if scoring is None:
            continue
        for criterion in state.model.criteria:
            found = scoring.worked_out(criterion_result, criterion)
            kept = who is Audience.PUBLIC and (
                bool(scoring.changed(criterion.key)) or not beside_before(state, application.ref, criterion)
            )
            enough = shape_allowed(found.answered) and not kept
            heads = enough or who is not Audience.PUBLIC
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
