"""Work out again what a history claims: every event must follow from what came before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from . import events as e
from .answers import Answer, Kind
from .budget import total
from .consensus import Outcome, outcome
from .evolve import evolve
from .phases import Phase
from .scoring import FEWEST
from .state import State, scores_of


def audit(history: Iterable[e.Stamped]) -> int | None:
    """Replay a history; give the place, from 0, of the first event that does not fit, or None if all do."""
    state = State()
    for place, stamped in enumerate(history):
        try:
            if not fits(state, stamped.event):
                return place
            state = evolve(state, stamped)
        except (LookupError, StopIteration, AttributeError):
            return place  # it speaks of a seat, step or round that is not there
    return None


def fits(state: State, event: e.Event) -> bool:
    """Say whether an event could have happened in this state."""
    check = _CHECKS.get(type(event))
    return check is None or check(state, event)


def _answered(state: State, event: e.Answered) -> bool:
    scoring = scores_of(state, event.application)
    here = state.application == event.application and state.plan.phase is Phase.SCORE
    return here and event.seat in scoring.electorate and _on_scale(state, event.criterion, event.answer)


def _corrected(state: State, event: e.Corrected) -> bool:
    return bool(event.why) and _on_scale(state, event.criterion, event.answer)


def _on_scale(state: State, key: str, answer: Answer) -> bool:
    scale = state.model.criterion(key).scale
    if answer.kind is not Kind.SCORE:
        return answer.value is None
    return answer.value is not None and scale.low <= answer.value <= scale.high


def _round_closed(state: State, event: e.RoundClosed) -> bool:
    if event.counts is None:
        return event.outcome is Outcome.TOO_FEW and event.cast is None
    n = sum(event.counts)
    whole = event.cast == n + (event.cant_say or 0) and n >= FEWEST and n <= event.eligible
    return whole and outcome(state.model.consensus.rule, event.counts) is event.outcome


def _scoring_opened(state: State, event: e.ScoringOpened) -> bool:
    return set(event.electorate) <= set(state.seats) and not scores_of(state, event.application).revealed


def _list_confirmed(state: State, event: e.ListConfirmed) -> bool:
    refs = {application.ref for application in state.model.applications}
    return set(event.decisions) == refs and total(event.decisions) <= state.model.pot


def _doors_opened(state: State, _event: e.DoorsOpened) -> bool:
    return state.session is None


def _undone(state: State, event: e.Undone) -> bool:
    return bool(state.trail) and state.trail[-1].what == event.what


_CHECKS: dict[type[e.Fact], Callable[[State, Any], bool]] = {
    e.DoorsOpened: _doors_opened,
    e.Answered: _answered,
    e.Corrected: _corrected,
    e.ScoringOpened: _scoring_opened,
    e.RoundClosed: _round_closed,
    e.ListConfirmed: _list_confirmed,
    e.Undone: _undone,
}
