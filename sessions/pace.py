"""Expected times: now, plus what is left of the present step, plus the steps to come. All times are aware.

A step is expected to last as planned, with the minutes it was given and the breaks it waited for; once that is
over, it is expected to end now. So late starts, overtime, pauses and added minutes all move the finish, and
nothing is counted twice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from .ahead import ahead
from .evolve.moving import planned_minutes
from .model import StepKind
from .phases import Phase
from .state import State, Timing

MINUTE = dt.timedelta(minutes=1)
_NONE = dt.timedelta()

# A start further than this from the planned one was not planned for this day: a rehearsal in the evening.
_SAME_DAY = dt.timedelta(hours=3)


def step_began(state: State) -> dt.datetime | None:
    """Give when the room came to the present step."""
    return state.plan.began


def _of_this_step(state: State) -> Iterable[Timing]:
    began = state.plan.began
    here = state.step.key if state.step else ""
    return (t for t in state.timings if t.step == here and began is not None and t.started >= began)


def lasted(timing: Timing, now: dt.datetime) -> dt.timedelta:
    """Give how long a phase ran, or has run so far; never below nought."""
    return max((timing.ended or now) - timing.started, _NONE)


def unplanned(state: State, timing: Timing) -> bool:
    """Say whether a timing is of a break that the agenda did not have."""
    kinds = {step.key: step.kind for step in state.steps}
    return timing.phase is Phase.BREAK and kinds.get(timing.step) is not StepKind.BREAK


def _waited(state: State, now: dt.datetime) -> dt.timedelta:
    """Add up the breaks this step waits for; the one that runs lasts at least as long as was said."""
    total = sum((lasted(t, now) for t in _of_this_step(state) if unplanned(state, t)), _NONE)
    return total + pause_left(state, now)


def pause_left(state: State, now: dt.datetime) -> dt.timedelta:
    """Give how much longer the unplanned break that runs is expected to last."""
    pause = state.plan.pause
    if pause is None:
        return _NONE
    return max(pause.minutes * MINUTE - max(now - pause.since, _NONE), _NONE)


def _given(state: State) -> dt.timedelta:
    return sum(t.added for t in _of_this_step(state) if not unplanned(state, t)) * MINUTE


def step_ends(state: State, now: dt.datetime) -> dt.datetime:
    """Expect the present step's end, never in the past; before the first one, expect the planned start."""
    began = step_began(state)
    if state.step is None:
        return max(now, planned_start(state, now))
    if began is None:
        return now
    earliest = now + pause_left(state, now)
    return max(earliest, began + state.step.minutes * MINUTE + _given(state) + _waited(state, now))


def next_break(state: State, now: dt.datetime) -> dt.datetime | None:
    """Expect when the next break of the agenda begins."""
    at = step_ends(state, now)
    for step in ahead(state):
        if step.kind is StepKind.BREAK:
            return at
        at += step.minutes * MINUTE
    return None


def finish(state: State, now: dt.datetime) -> dt.datetime:
    """Expect when everybody can go home."""
    if state.ended:
        return state.timings[-1].ended or now if state.timings else now
    return step_ends(state, now) + sum(step.minutes for step in ahead(state)) * MINUTE


def phase_ends(state: State, now: dt.datetime) -> dt.datetime:
    """Give when the present phase, or break, was planned to be over. Nothing happens then by itself."""
    plan = state.plan
    if plan.pause:
        return plan.pause.since + plan.pause.minutes * MINUTE
    minutes = planned_minutes(state, plan.step, plan.phase) + plan.added
    return (plan.since or now) + minutes * MINUTE


def planned_start(state: State, now: dt.datetime) -> dt.datetime:
    """Give when the day was planned to start; where that is not known, or not this day's, when it did, or now."""
    began = state.timings[0].started if state.timings else now
    start = state.model.start
    if start is None:
        return began
    planned = dt.datetime.combine(began.date(), start, began.tzinfo)
    return planned if abs(began - planned) <= _SAME_DAY else began


def planned_finish(state: State, now: dt.datetime) -> dt.datetime:
    """Give when the day would be over by the agenda agreed in the morning."""
    return planned_start(state, now) + sum(step.minutes for step in state.model.steps) * MINUTE
