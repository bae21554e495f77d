"""How the room moves from one place to the next: timings run on, and what can be undone is remembered."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from ..load import phase_minutes
from ..phases import POINTS_OF_NO_RETURN, Phase
from ..state import Intervention, Plan, State, Timing, Undoable

_NOT_AN_APPLICATIONS = frozenset(
    {
        Phase.NOTE,
        Phase.CONFIDENCE,
        Phase.WORKSHOP,
        Phase.PRACTICE,
        Phase.BREAK,
        Phase.BUDGET,
        Phase.CONFIRMED,
        Phase.CLOSING,
        Phase.THANKS,
    }
)


def planned_minutes(state: State, step: int, phase: Phase) -> int:
    """Give the minutes the agenda has for a phase of a step."""
    if not 0 <= step < len(state.steps) or phase in (
        Phase.CONFIRMED,
        Phase.CONFIDENCE_SHOWN,
        Phase.THANKS,
        Phase.CLOSED,
    ):
        return 0
    minutes = state.steps[step].minutes
    return minutes if phase in _NOT_AN_APPLICATIONS else phase_minutes(minutes).get(phase.value, 0)


def enter(state: State, at: datetime, *, what: str, plan: Plan) -> State:
    """Go to the place `plan` names, which began now. `what` names the move, for undo."""
    plan = replace(plan, since=at, added=0)
    final = plan.phase in POINTS_OF_NO_RETURN
    trail = () if final else (*state.trail, Undoable(what, state.plan, state.steps))
    return run_clock(replace(state, plan=plan, trail=trail), at)


def run_clock(state: State, at: datetime) -> State:
    """End the timing that runs and begin one for the present place."""
    step = state.step
    if step is None:
        return replace(state, timings=_ended(state, at))
    phase = Phase.BREAK if state.plan.pause else state.plan.phase
    planned = state.plan.pause.minutes if state.plan.pause else planned_minutes(state, state.plan.step, phase)
    return replace(state, timings=(*_ended(state, at), Timing(step.key, phase, planned, at)))


def _ended(state: State, at: datetime) -> tuple[Timing, ...]:
    if not state.timings or state.timings[-1].ended:
        return state.timings
    last = state.timings[-1]
    # a clock put back while the program was not running must not end anything before it began
    return (*state.timings[:-1], replace(last, ended=max(at, last.started)))


def with_intervention(state: State, intervention: Intervention) -> State:
    """Add to the list the panel is shown."""
    return replace(state, interventions=(*state.interventions, intervention))
