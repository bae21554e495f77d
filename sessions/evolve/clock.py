"""How times already kept are read once the laptop's clock was moved: by the new one, those of earlier days as they are.

A day that ended by a clock nobody moved ended when it says. A laptop whose clock starts in 1970 the next morning, and
is put right at noon, would otherwise carry all of the day before to this one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, TypeVar

from msgspec.structs import replace

from sessions import events as e
from sessions.model.phases import Phase
from sessions.state import Conflict, Plan, ScoringState, State, Timing

Read = Callable[[datetime], datetime]
_Kept = TypeVar("_Kept")

_BEFORE_THE_FIRST = timedelta(hours=12)  # people arrive, and notes are made, before anything begins


def reading_of(state: State, event: e.ClockChanged) -> Read:
    """Return how a time kept so far is to be read."""
    by, first = timedelta(seconds=event.seconds), _first_of_today(state)
    if not first:
        return lambda at: at + by
    earliest, latest = state.timings[0].started - _BEFORE_THE_FIRST, state.timings[first - 1].started
    return lambda at: at if earliest <= at <= latest else at + by


def _first_of_today(state: State) -> int:
    """Return the place of the present day's first timing; at night all are of days before."""
    if state.plan.phase is Phase.OVERNIGHT:
        return len(state.timings)
    return state.morning.first if state.morning else 0


def clock_changed(state: State, event: e.ClockChanged, _at: datetime) -> State:
    """Read every time before by the new clock, so that nothing seems to have lasted longer or shorter."""
    read = reading_of(state, event)
    return replace(
        state,
        plan=_plan(state.plan, read),
        trail=tuple(replace(one, before=_plan(one.before, read)) for one in state.trail),
        timings=tuple(_timing(one, read) for one in state.timings),
        conflicts=_conflicts(state.conflicts, read),
        scoring={ref: _scoring(one, read) for ref, one in state.scoring.items()},
        interventions=_each(state.interventions, read),
        notes=_each(state.notes, read),
        register=_each(state.register, read),
        taken_back=_each(state.taken_back, read),
        ways=_each(state.ways, read),
    )


def _each(kept: tuple[_Kept, ...], read: Read) -> tuple[_Kept, ...]:
    """Read the time `at` of each."""
    return tuple(replace(one, at=read(one.at)) for one in kept)  # type: ignore[attr-defined, type-var]


def _if_any(at: datetime | None, read: Read) -> datetime | None:
    return read(at) if at else None


def _plan(plan: Plan, read: Read) -> Plan:
    pause = replace(plan.pause, since=read(plan.pause.since)) if plan.pause else None
    return replace(plan, since=_if_any(plan.since, read), began=_if_any(plan.began, read), pause=pause)


def _timing(one: Timing, read: Read) -> Timing:
    started = read(one.started)
    return replace(one, started=started, ended=max(read(one.ended), started) if one.ended else None)


def _scoring(one: ScoringState, read: Read) -> ScoringState:
    kept = {
        name: _scoring(held, read) if (held := getattr(one, name)) else held
        for name in ("earlier", "begun_anew")
    }
    return replace(one, corrections=_each(one.corrections, read), **kept)


def _conflicts(conflicts: Mapping[Any, Conflict], read: Read) -> dict[Any, Conflict]:
    return {
        key: replace(one, stepped_out=_if_any(one.stepped_out, read), came_back=_if_any(one.came_back, read))
        for key, one in conflicts.items()
    }
