"""How a forgotten start is forgiven, the room is held, and a changed clock is followed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from msgspec.structs import replace

from .. import events as e
from ..state import Break, Conflict, Plan, State, Timing, Undoable
from .moving import run_clock


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


def clock_changed(state: State, event: e.ClockChanged, _at: datetime) -> State:
    """Read every time before by the new clock, so that nothing seems to have lasted longer or shorter."""
    by = timedelta(seconds=event.seconds)
    return replace(
        state,
        plan=_shifted(state.plan, by),
        trail=tuple(replace(one, before=_shifted(one.before, by)) for one in state.trail),
        timings=tuple(_timing(one, by) for one in state.timings),
        conflicts=_conflicts(state.conflicts, by),
        interventions=tuple(replace(one, at=one.at + by) for one in state.interventions),
        notes=tuple(replace(one, at=one.at + by) for one in state.notes),
        register=tuple(replace(one, at=one.at + by) for one in state.register),
    )


def _later(at: datetime | None, by: timedelta) -> datetime | None:
    return at + by if at else None


def _shifted(plan: Plan, by: timedelta) -> Plan:
    pause = replace(plan.pause, since=plan.pause.since + by) if plan.pause else None
    return replace(plan, since=_later(plan.since, by), began=_later(plan.began, by), pause=pause)


def _timing(one: Timing, by: timedelta) -> Timing:
    return replace(one, started=one.started + by, ended=_later(one.ended, by))


def _conflicts(conflicts: Mapping[Any, Conflict], by: timedelta) -> dict[Any, Conflict]:
    return {
        key: replace(one, stepped_out=_later(one.stepped_out, by), came_back=_later(one.came_back, by))
        for key, one in conflicts.items()
    }
