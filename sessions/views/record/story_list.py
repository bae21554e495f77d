"""The ranked list against the pot, told: who came where, what each was given, and what was left."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from ...budget import outcome_of, ranking, total
from ...consensus import Outcome
from ...decisions import Decision, Verdict
from ...money import money
from ...scoring import ApplicationResult, application_result, round_half_up, shape_allowed
from ...state import State
from ...wording import say
from ..wall_application import outcome_words
from ..wall_budget import breaker_words

NONE = "–"
_VERDICTS = {
    Verdict.FUND: "fund",
    Verdict.PART: "part",
    Verdict.RESERVE: "reserve",
    Verdict.NOT_NOW: "not-now",
}


class RankedRow(Struct, frozen=True):
    """One line of the list."""

    rank: str
    ref: str
    title: str
    score: str
    asks: str
    outcome: str
    decision: str
    given: str
    left: str
    tie: str


class RankedList(Struct, frozen=True):
    """The list, and what the whole of it comes to."""

    rows: tuple[RankedRow, ...]
    total: str


def ranked_list(state: State, results: Mapping[str, ApplicationResult], *, public: bool) -> RankedList:
    """Put the applications in order of rank, with what the panel decided about each."""
    model = state.model
    left = model.pot
    rows = []
    for place in ranking(state):
        application = model.application(place.ref)
        decision = state.plan.decisions.get(place.ref)
        given = decision.amount if decision and decision.funded else Decimal(0)
        left -= given
        result = results.get(place.ref)
        scored = result is not None and result.score is not None
        why = breaker_words(state, place.tie_break) if place.tie_break else ""
        rows.append(
            RankedRow(
                rank=str(place.rank) if scored else NONE,
                ref=place.ref,
                title=application.title,
                score=score_words(result, public=public) or NONE,
                asks=money(application.asked, model.currency),
                outcome=told_outcome(state, place.ref) or NONE,
                decision=verdict_words(decision),
                given=money(given, model.currency) if given else NONE,
                left=money(left, model.currency) if given else NONE,
                tie=say("exports.story.list.tie", why=why) if why else "",
            )
        )
    given = total(state.plan.decisions)
    return RankedList(
        tuple(rows),
        say(
            "exports.story.list.total",
            given=money(given, model.currency),
            pot=money(model.pot, model.currency),
            left=money(model.pot - given, model.currency),
        ),
    )


def result_of(state: State, ref: str) -> ApplicationResult:
    """Work out how a revealed application was scored."""
    return application_result(state.scoring[ref].sheets, state.model.criteria, state.model.scale)


def score_words(result: ApplicationResult | None, *, public: bool) -> str:
    """Write a score with two decimals; nothing where there is none, or where it may not be told in public."""
    if result is None or result.score is None or (public and not shape_allowed(result.scored_by)):
        return ""
    return round_half_up(result.score, 2)


def told_outcome(state: State, ref: str) -> str:
    """Say an application's outcome in words fit to read aloud."""
    found = outcome_of(state, ref)
    if found is None:
        return ""
    return (
        say("exports.story.application.too-few") if found is Outcome.TOO_FEW else outcome_words(state, ref)[0]
    )


def verdict_words(decision: Decision | None) -> str:
    """Say a decision without its money."""
    if decision is None:
        return say("exports.story.list.undecided")
    return say(f"exports.story.verdict.{_VERDICTS[decision.verdict]}")


def decision_words(state: State, decision: Decision) -> str:
    """Say a decision with its money."""
    amount = money(decision.amount, state.model.currency)
    return say(f"exports.story.decision.{_VERDICTS[decision.verdict]}", amount=amount)
