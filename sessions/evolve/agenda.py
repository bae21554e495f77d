"""How the agenda changes: each change can be taken back, and the panel is told of it."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from .. import events as e
from ..model import Step, StepKind
from ..state import Intervention, State, Undoable
from .moving import with_intervention


def _changed(state: State, at: datetime, what: str, steps: tuple[Step, ...], ref: str = "") -> State:
    trail = (*state.trail, Undoable(what, state.plan, state.steps))
    return with_intervention(replace(state, steps=steps, trail=trail), Intervention(at, what, ref))


def placed(steps: tuple[Step, ...], step: Step, after: str) -> tuple[Step, ...]:
    """Put a line after another; first, where `after` is nothing. Raises StopIteration where there is no such line."""
    at = next(i for i, one in enumerate(steps) if one.key == after) + 1 if after else 0
    return (*steps[:at], step, *steps[at:])


def step_added(state: State, event: e.StepAdded, at: datetime) -> State:
    """Put a line in."""
    return _changed(state, at, "step-added", placed(state.steps, event.step, event.after), event.step.ref)


def moved(steps: tuple[Step, ...], key: str, after: str) -> tuple[Step, ...]:
    """Put one of the lines elsewhere. Raises StopIteration where there is no such line."""
    step = next(one for one in steps if one.key == key)
    return placed(tuple(one for one in steps if one.key != key), step, after)


def step_moved(state: State, event: e.StepMoved, at: datetime) -> State:
    """Put a line elsewhere."""
    ref = next(one.ref for one in state.steps if one.key == event.step)
    return _changed(state, at, "step-moved", moved(state.steps, event.step, event.after), ref)


def step_skipped(state: State, event: e.StepSkipped, at: datetime) -> State:
    """Leave a line out."""
    step = next(one for one in state.steps if one.key == event.step)
    changed = _changed(state, at, left_out(step), state.steps, step.ref)
    return replace(changed, plan=replace(state.plan, skipped=state.plan.skipped | {step.key}))


def left_out(step: Step) -> str:
    """Name the act of leaving a line out."""
    return "break-skipped" if step.kind is StepKind.BREAK else "step-skipped"


def agenda_retimed(state: State, event: e.AgendaRetimed, at: datetime) -> State:
    """Give lines other minutes."""
    steps = tuple(replace(one, minutes=event.minutes.get(one.key, one.minutes)) for one in state.steps)
    return _changed(state, at, "retimed", steps)
