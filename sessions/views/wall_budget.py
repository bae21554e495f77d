"""The ranked list against the pot, and what we decided."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from ..budget import Pot, agreed_no, outcome_of, pots, ranking, shown_sheets, total
from ..consensus import Outcome
from ..decide.tie_ballots import open_ties
from ..decisions import Decision, Verdict
from ..money import money
from ..scoring import application_score, round_half_up, shown
from ..state import State
from ..ties import Place
from ..wording import say, say_many
from . import posters as p
from .acts import acts
from .confidence import then_and_now
from .laid import Laid
from .wall_application import decision_words
from .written import differing

_MARKED = (Outcome.SPLIT, Outcome.NOT_SETTLED, Outcome.TOO_FEW)


def budget(state: State, bands: p.Frame, laid: Laid) -> p.Budget:
    """Draw the list people look at, its line, and what is left of its pot."""
    everything = pots(state)
    pot = everything[laid.pot % len(everything)]
    ranks = {place.ref: place for place in ranking(state)}
    places = tuple(ranks[ref] for ref in pot.order)
    currency = state.model.currency
    return p.Budget(
        bands,
        money(pot.money, currency),
        say("views.budget.left", amount=money(pot.money - pot.spent, currency)),
        pot.line,
        _rows(state, places, pot),
        (*_ties(state, places), *_level(state)),
        state.confirmed,
        pot.key,
        _heading(pot, everything),
        _notes(pot),
    )


def _heading(pot: Pot, everything: tuple[Pot, ...]) -> str:
    """Name a list among several; where there are no strands there is nothing to name."""
    if len(everything) == 1:
        return ""
    title = pot.title if pot.key else say("dividing.whole")
    return say("dividing.heading", title=title, n=everything.index(pot) + 1, of=len(everything))


def _notes(pot: Pot) -> tuple[str, ...]:
    if pot.expected is None:
        return ()
    return (say_many("dividing.expected", pot.expected, now=len(pot.funded)),)


def _level(state: State) -> tuple[str, ...]:
    """Say which ties wait for a ballot; none once the list is confirmed."""
    if state.confirmed:
        return ()
    waiting = open_ties(state)
    return (say("dividing.level", titles=titles(state, waiting[0])),) if waiting else ()


def titles(state: State, refs: tuple[str, ...]) -> str:
    """Name some applications in one breath."""
    *before, last = (state.model.application(ref).title for ref in refs)
    return say("dividing.and", titles=", ".join(before), last=last) if before else last


def _rows(state: State, places: tuple[Place, ...], pot: Pot) -> tuple[p.Row, ...]:
    rows = []
    running = Decimal(0)
    strands = {strand.key: strand.title for strand in state.model.strands} if not pot.key else {}
    for place in places:
        decision = pot.listed[place.ref]
        running += decision.amount if decision.funded else 0
        strand = strands.get(state.model.application(place.ref).strand, "")
        rows.append(_row(state, place, decision, running, strand))
    return tuple(rows)


def _row(state: State, place: Place, decision: Decision, running: Decimal, strand: str) -> p.Row:
    model = state.model
    application = model.application(place.ref)
    score = application_score(shown_sheets(state, place.ref), model.criteria)
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
        mark=" · ".join(part for part in (strand, _mark(state, place.ref)) if part),
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
    return say("views.budget.part", amount=money(decision.amount, currency))


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
        application_score(shown_sheets(state, place.ref), state.model.criteria) for place in (one, other)
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
    felt = filter(None, [then_and_now(state)])
    lines = (
        *felt,
        say("views.closing.spent", spent=spent, pot=money(state.model.pot, state.model.currency)),
        say_many("views.closing.interventions", len(state.interventions)),
    )
    heading = say("views.closing.heading" if state.confirmed else "views.closing.provisional")
    return p.Closing(bands, heading, rows, lines, differing(state), acts(state))
