"""The ranked list against the pot, and what we decided."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from ..budget import agreed_no, line_of, outcome_of, proposal, ranking, total
from ..consensus import Outcome
from ..decisions import Decision, Verdict
from ..money import money
from ..scoring import application_score, round_half_up, shown
from ..state import State, scores_of
from ..ties import Place
from ..wording import say, say_many
from . import posters as p
from .confidence import then_and_now
from .wall_application import decision_words
from .written import differing

_MARKED = (Outcome.SPLIT, Outcome.NOT_SETTLED, Outcome.TOO_FEW)


def budget(state: State, bands: p.Frame) -> p.Budget:
    """Draw the list, the line, and what is left of the pot."""
    places = ranking(state)
    order = tuple(place.ref for place in places)
    line = line_of(state, order)
    listed = proposal(state, order, line)
    currency = state.model.currency
    return p.Budget(
        bands,
        money(state.model.pot, currency),
        say("views.budget.left", amount=money(state.model.pot - total(listed), currency)),
        line,
        _rows(state, places, listed),
        _ties(state, places),
        state.confirmed,
    )


def _rows(state: State, places: tuple[Place, ...], listed: dict[str, Decision]) -> tuple[p.Row, ...]:
    rows = []
    running = Decimal(0)
    for place in places:
        decision = listed[place.ref]
        running += decision.amount if decision.funded else 0
        rows.append(_row(state, place, decision, running))
    return tuple(rows)


def _row(state: State, place: Place, decision: Decision, running: Decimal) -> p.Row:
    model = state.model
    application = model.application(place.ref)
    score = application_score(scores_of(state, place.ref).sheets, model.criteria)
    least = application.least
    return p.Row(
        rank=str(place.rank) if score is not None else "–",
        ref=place.ref,
        title=application.title,
        score=_on_scale(state, score),
        asks=money(application.asked, model.currency),
        funded=_funded(decision, application.asked, model.currency),
        running=money(running, model.currency) if decision.funded else "",
        least=money(least, model.currency) if least is not None else "",
        mark=_mark(state, place.ref),
    )


def _on_scale(state: State, score: Fraction | None) -> str:
    return round_half_up(shown(score, state.model.scale), 1) if score is not None else "–"


def _funded(decision: Decision, asked: Decimal, currency: str) -> str:
    if decision.verdict is Verdict.RESERVE:
        return say("views.verdict.reserve")
    if not decision.funded:
        return ""
    if decision.amount == asked:
        return say("views.budget.full")
    return money(decision.amount, currency)


def _mark(state: State, ref: str) -> str:
    if agreed_no(state, ref):
        return say("views.budget.agreed-no")
    found = outcome_of(state, ref)
    return say(f"views.budget.mark-{found.name.lower().replace('_', '-')}") if found in _MARKED else ""


def _ties(state: State, places: tuple[Place, ...]) -> tuple[str, ...]:
    """Name each breaker that was used, for those it parted."""
    said = []
    for before, after in pairwise(places):
        if (
            after.tie_break
            and before.tie_break
            and before.rank != after.rank
            and _same_score(state, before, after)
        ):
            said.append(
                say(
                    "views.budget.tie",
                    first=state.model.application(before.ref).title,
                    second=state.model.application(after.ref).title,
                    why=breaker_words(state, after.tie_break),
                )
            )
    return tuple(said)


def _same_score(state: State, one: Place, other: Place) -> bool:
    scores = [
        application_score(scores_of(state, place.ref).sheets, state.model.criteria) for place in (one, other)
    ]
    return scores[0] == scores[1]


def breaker_words(state: State, breaker: str) -> str:
    """Say why a tie was broken as it was."""
    kind, _, key = breaker.partition(":")
    question = state.model.criterion(key).question if kind == "criterion" else ""
    return say(f"views.breaker.{kind}", question=question)


def closing(state: State, bands: p.Frame) -> p.Closing:
    """Say what we decided, one line an application."""
    rows = tuple(
        (
            a.title,
            decision_words(state, a.ref) if a.ref in state.plan.decisions else say("views.verdict.none"),
        )
        for a in state.model.applications
    )
    spent = money(total(state.plan.decisions), state.model.currency)
    acts = len(state.interventions)
    felt = filter(None, [then_and_now(state)])
    lines = (
        *felt,
        say("views.closing.spent", spent=spent, pot=money(state.model.pot, state.model.currency)),
        say_many("views.closing.interventions", acts),
    )
    heading = say("views.closing.heading" if state.confirmed else "views.closing.provisional")
    return p.Closing(bands, heading, rows, lines, differing(state))
