"""How the agenda changes, and how time is put right: each change can be taken back."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from sessions import events as e
from sessions.evolve.moving import run_clock, with_intervention
from sessions.model.session import Step, StepKind
from sessions.state import Break, Intervention, Plan, State, Undoable


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


def start_moved(state: State, event: e.StartMoved, at: datetime) -> State:
    """Let the present phase or break begin earlier, or later: never before the one it follows, nor after now."""
    if not state.timings:
        return state
    *before, running = state.timings
    earliest = before[-1].started if before else None
    began = at - timedelta(minutes=event.minutes)
    began = max(began, earliest) if earliest else began
    if before and before[-1].ended:
        before[-1] = replace(before[-1], ended=began)
    timings = (*before, replace(running, started=began))
    return replace(state, timings=timings, plan=_begun(state.plan, running.started, began))


def _begun(plan: Plan, recorded: datetime, began: datetime) -> Plan:
    if plan.pause:
        return replace(plan, pause=replace(plan.pause, since=began))
    return replace(plan, since=began, began=began if plan.began == recorded else plan.began)


def held(state: State, event: e.Held, at: datetime) -> State:
    """Put the holding slide up; the phase underneath waits."""
    plan = replace(state.plan, pause=Break(at, 0, event.message))
    trail = (*state.trail, Undoable("break", state.plan, state.steps))
    return run_clock(replace(state, plan=plan, trail=trail), at)
