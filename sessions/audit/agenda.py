"""Claims about where the room stands and about the agenda."""

from __future__ import annotations

from .. import events as e
from ..ahead import ahead, passed_over
from ..model import StepKind
from ..phases import Phase
from ..retiming import floor
from ..state import State, scores_of
from .check import Checks


def _undone(state: State, event: e.Undone) -> bool:
    return bool(state.trail) and state.trail[-1].what == event.what


def _phase_started(state: State, event: e.PhaseStarted) -> bool:
    match event.phase:
        case (
            Phase.REVEAL
        ):  # scores are shown only once scoring was closed, or where they have been shown before
            return state.plan.phase is Phase.CLOSED or scores_of(state, state.application).revealed
        case Phase.CONFIRMED:
            return state.confirmed
        case _:
            return True


def _coming(state: State) -> dict[str, StepKind]:
    return {step.key: step.kind for step in ahead(state)}


def _step_started(state: State, event: e.StepStarted) -> bool:
    return set(event.skipping) <= {step.key for step in passed_over(state, event.step)}


def _step_added(state: State, event: e.StepAdded) -> bool:
    refs = {application.ref for application in state.model.applications}
    places = {step.key: at for at, step in enumerate(state.steps)}
    whole = event.step.key not in places and event.step.minutes > 0
    known = event.step.ref in refs if event.step.kind is StepKind.APPLICATION else not event.step.ref
    return whole and known and (places[event.after] if event.after else -1) >= state.plan.step


def _step_moved(state: State, event: e.StepMoved) -> bool:
    places = {step.key: at for at, step in enumerate(state.steps)}
    return event.step in _coming(state) and (places[event.after] if event.after else -1) >= state.plan.step


def _step_skipped(state: State, event: e.StepSkipped) -> bool:
    return event.step in _coming(state)


def _agenda_retimed(state: State, event: e.AgendaRetimed) -> bool:
    coming = {step.key: step for step in ahead(state)}
    return all(
        coming[key].kind is not StepKind.BREAK and minutes >= floor(state, coming[key])
        for key, minutes in event.minutes.items()
    )


def _start_moved(state: State, event: e.StartMoved) -> bool:
    return state.step is not None and event.minutes >= 0


def _held(state: State, event: e.Held) -> bool:
    return bool(event.message) and state.plan.pause is None


CHECKS: Checks = {
    e.Undone: _undone,
    e.PhaseStarted: _phase_started,
    e.StepStarted: _step_started,
    e.StepAdded: _step_added,
    e.StepMoved: _step_moved,
    e.StepSkipped: _step_skipped,
    e.AgendaRetimed: _agenda_retimed,
    e.StartMoved: _start_moved,
    e.Held: _held,
}
