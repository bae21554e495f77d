"""Claims about where the room stands, the agenda and its days, and what may follow the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sessions import events as e
from sessions.events import Fact
from sessions.model.phases import OF_AN_APPLICATION, Phase
from sessions.model.session import LOOKS_AT_ONE, StepKind
from sessions.schedule.delay import floor
from sessions.schedule.forecast import RESTS, passed_over
from sessions.state import State, scores_of
from sessions.state.days import ahead
from sessions.state.plan import taken_back

Checks = dict[type[Fact], Callable[[State, Any], bool]]


def _undone(state: State, event: e.Undone) -> bool:
    trail = taken_back(state.trail, event.what)
    return bool(trail) and trail[-1].what == event.what


def _something_open(state: State) -> bool:
    """Whether people can still score or vote: nothing leads on from there but the closing of it."""
    scoring = state.plan.phase is Phase.SCORE and state.model.set_aside(state.application) is None
    return scoring or any(one is not None for one in (state.open_round, state.open_tie, state.open_question))


def _phase_started(state: State, event: e.PhaseStarted) -> bool:
    if _something_open(state):
        return False
    match event.phase:
        case (
            Phase.REVEAL
        ):  # scores are shown only once scoring was closed, or where they have been shown before
            return state.plan.phase is Phase.CLOSED or scores_of(state, state.application).revealed
        case Phase.MORNING:
            return state.plan.phase is Phase.OVERNIGHT
        case Phase.CONFIRMED:
            return state.confirmed
        case Phase.THANKS:
            return state.plan.phase is Phase.CLOSING or not ahead(state)
        case _:
            return True


def _coming(state: State) -> dict[str, StepKind]:
    return {step.key: step.kind for step in ahead(state)}


def _between_two(state: State) -> bool:
    phase = state.day_phase
    return phase not in OF_AN_APPLICATION or phase is Phase.DECISION


def _step_started(state: State, event: e.StepStarted) -> bool:
    if _something_open(state):
        return False
    kinds = {step.key: step.kind for step in state.steps}
    if kinds[event.step] is StepKind.OVERNIGHT and not _between_two(state):
        return False
    return set(event.skipping) <= {step.key for step in passed_over(state, event.step)}


def _step_added(state: State, event: e.StepAdded) -> bool:
    refs = {application.ref for application in state.model.applications}
    places = {step.key: at for at, step in enumerate(state.steps)}
    night = event.step.kind is StepKind.OVERNIGHT
    whole = event.step.key not in places and (event.step.minutes > 0) != night
    known = event.step.ref in refs if event.step.kind in LOOKS_AT_ONE else not event.step.ref
    return whole and known and (places[event.after] if event.after else -1) >= state.plan.step


def _step_moved(state: State, event: e.StepMoved) -> bool:
    places = {step.key: at for at, step in enumerate(state.steps)}
    return event.step in _coming(state) and (places[event.after] if event.after else -1) >= state.plan.step


def _step_skipped(state: State, event: e.StepSkipped) -> bool:
    return event.step in _coming(state)


def _agenda_retimed(state: State, event: e.AgendaRetimed) -> bool:
    coming = {step.key: step for step in ahead(state)}
    return all(
        coming[key].kind not in RESTS and minutes >= floor(state, coming[key])
        for key, minutes in event.minutes.items()
    )


def _start_moved(state: State, event: e.StartMoved) -> bool:
    return state.step is not None and event.minutes >= 0


def _held(state: State, event: e.Held) -> bool:
    return bool(event.message) and state.plan.pause is None


def _member_back(state: State, event: e.MemberBack) -> bool:
    return state.seats[event.seat].away and state.plan.phase is not Phase.OVERNIGHT


def _session_ended(state: State, _event: e.SessionEnded) -> bool:
    return state.plan.phase is Phase.THANKS


CHECKS: Checks = {
    e.SessionEnded: _session_ended,
    e.Undone: _undone,
    e.PhaseStarted: _phase_started,
    e.StepStarted: _step_started,
    e.StepAdded: _step_added,
    e.StepMoved: _step_moved,
    e.StepSkipped: _step_skipped,
    e.AgendaRetimed: _agenda_retimed,
    e.StartMoved: _start_moved,
    e.Held: _held,
    e.MemberBack: _member_back,
}

_SOUND = (e.SeatTaken, e.SeatHandedRound, e.ClockChanged, e.Noted, e.LookedBack, e.ReasonHidden, e.Sealed)


def may_follow_the_end(event: e.Event) -> bool:
    """Whether an event can come after the end: returning seats, a device, the clock, notes, hiding, sealing.

    A seat that is taken anew gets no new card any more: the doors are shut.
    """
    return isinstance(event, _SOUND) and not (isinstance(event, e.SeatTaken) and event.card is not None)
