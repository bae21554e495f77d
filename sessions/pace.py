"""Expected times: now, plus what is left of the present step, plus the steps to come. All times are aware."""

from __future__ import annotations

import datetime as dt

from .evolve.moving import planned_minutes
from .model import StepKind
from .state import State

_MINUTE = dt.timedelta(minutes=1)


def step_began(state: State) -> dt.datetime | None:
    """Give when the room came to the present step."""
    began = None
    for timing in reversed(state.timings):
        if state.step is None or timing.step != state.step.key:
            break
        began = timing.started
    return began


def step_ends(state: State, now: dt.datetime) -> dt.datetime:
    """Expect the present step's end: as planned with the minutes added, but never in the past."""
    began = step_began(state)
    if state.step is None or began is None:
        return now
    waited = sum(
        (
            (t.ended or now) - t.started
            for t in state.timings
            if t.step == state.step.key and _extra(state, t.phase)
        ),
        dt.timedelta(),
    )
    return max(now, began + state.step.minutes * _MINUTE + state.plan.added * _MINUTE + waited)


def _extra(state: State, phase: str) -> bool:
    return phase == "break" and state.step is not None and state.step.kind is not StepKind.BREAK


def next_break(state: State, now: dt.datetime) -> dt.datetime | None:
    """Expect when the next break of the agenda begins."""
    at = step_ends(state, now)
    for step in state.steps[state.plan.step + 1 :]:
        if step.kind is StepKind.BREAK:
            return at
        at += step.minutes * _MINUTE
    return None


def finish(state: State, now: dt.datetime) -> dt.datetime:
    """Expect when everybody can go home."""
    rest = sum(step.minutes for step in state.steps[state.plan.step + 1 :])
    return step_ends(state, now) + rest * _MINUTE


def phase_ends(state: State, now: dt.datetime) -> dt.datetime:
    """Give when the present phase, or break, was planned to be over. Nothing happens then by itself."""
    plan = state.plan
    if plan.pause:
        return plan.pause.since + plan.pause.minutes * _MINUTE
    minutes = planned_minutes(state, plan.step, plan.phase) + plan.added
    return (plan.since or now) + minutes * _MINUTE
