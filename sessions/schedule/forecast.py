"""The lines still to come, and when each is expected.

A step is expected to last as planned, with the minutes it was given and the breaks it waited for; once that is
over, it is expected to end now. So late starts, overtime, pauses and added minutes all move the finish, and
nothing is counted twice.

Each is told in the zone of `now`: a laptop that came with another country's is put right in the middle of a day, and
what began by the one ends by the other.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sessions.model.phases import AT_NIGHT, Phase
from sessions.model.session import LOOKS_AT_ONE, Step, StepKind
from sessions.plan.day_load import planned_minutes
from sessions.state import State, Timing
from sessions.state.days import agreed, ahead, ahead_today, done, lines_set_aside, today


def passed_over(state: State, key: str) -> tuple[Step, ...]:
    """Return the lines that going to `key` would pass over; `key` itself may have been left out before.

    The present line is one where it looks at an application whose scores the room has not seen, such as an interview
    that nobody came to: it is left undone.
    """
    place = next((at for at, step in enumerate(state.steps) if step.key == key), 0)
    before = {step.key for step in state.steps[:place]}
    return tuple(step for step in (*_undone_here(state), *ahead(state)) if step.key in before)


def _undone_here(state: State) -> tuple[Step, ...]:
    here = state.step
    if (
        here is None
        or here.kind not in LOOKS_AT_ONE
        or here.key in lines_set_aside(state)
        or done(state, here)
    ):
        return ()
    return (here,)


RESTS = (StepKind.BREAK, StepKind.OVERNIGHT)


def protected(steps: tuple[Step, ...]) -> int:
    """Count the breaks among lines."""
    return sum(step.kind is StepKind.BREAK for step in steps)


MINUTE = dt.timedelta(minutes=1)
_NONE = dt.timedelta()

# A start further than this from the planned one was not planned for this day: a rehearsal in the evening.
_SAME_DAY = dt.timedelta(hours=3)


def step_began(state: State) -> dt.datetime | None:
    """Return when the room came to the present step."""
    return state.plan.began


def _of_this_step(state: State) -> Iterable[Timing]:
    began = state.plan.began
    here = state.step.key if state.step else ""
    return (t for t in state.timings if t.step == here and began is not None and t.started >= began)


def lasted(timing: Timing, now: dt.datetime) -> dt.timedelta:
    """Return how long a phase ran, or has run so far; never below nought."""
    return max((timing.ended or now) - timing.started, _NONE)


def unplanned(state: State, timing: Timing) -> bool:
    """Whether a timing is of a break that the agenda did not have."""
    kinds = {step.key: step.kind for step in state.steps}
    return timing.phase is Phase.BREAK and kinds.get(timing.step) is not StepKind.BREAK


def _waited(state: State, now: dt.datetime) -> dt.timedelta:
    """Add up the breaks this step waits for; the one that runs lasts at least as long as was said."""
    total = sum((lasted(t, now) for t in _of_this_step(state) if unplanned(state, t)), _NONE)
    return total + pause_left(state, now)


def pause_left(state: State, now: dt.datetime) -> dt.timedelta:
    """Return how much longer the unplanned break that runs is expected to last."""
    pause = state.plan.pause
    if pause is None:
        return _NONE
    return max(pause.minutes * MINUTE - max(now - pause.since, _NONE), _NONE)


def _given(state: State) -> dt.timedelta:
    return sum(t.added for t in _of_this_step(state) if not unplanned(state, t)) * MINUTE


def step_ends(state: State, now: dt.datetime) -> dt.datetime:
    """Expect the present step's end, never in the past; before the first one, expect the planned start."""
    began = step_began(state)
    if state.step is None or state.plan.phase in AT_NIGHT:
        return max(now, planned_start(state, now))
    if began is None:
        return now
    earliest = now + pause_left(state, now)
    began = began.astimezone(now.tzinfo)
    return max(earliest, began + state.step.minutes * MINUTE + _given(state) + _waited(state, now))


def next_break(state: State, now: dt.datetime) -> dt.datetime | None:
    """Expect when the next break of the agenda begins."""
    at = step_ends(state, now)
    for step in ahead(state):
        if step.kind in RESTS:
            return at if step.kind is StepKind.BREAK else None
        at += step.minutes * MINUTE
    return None


def finish(state: State, now: dt.datetime) -> dt.datetime:
    """Expect when everybody can go home."""
    if state.ended:
        return state.timings[-1].ended or now if state.timings else now
    return step_ends(state, now) + sum(step.minutes for step in ahead_today(state)) * MINUTE


def phase_ends(state: State, now: dt.datetime) -> dt.datetime:
    """Return when the present phase, or break, was planned to be over. Nothing happens then by itself."""
    plan = state.plan
    if plan.pause:
        return plan.pause.since.astimezone(now.tzinfo) + plan.pause.minutes * MINUTE
    minutes = planned_minutes(state, plan.step, plan.phase) + plan.added
    return (plan.since or now).astimezone(now.tzinfo) + minutes * MINUTE


def _night_before(state: State) -> Step | None:
    key = state.morning.after if state.morning else ""
    return next((step for step in state.steps if step.key == key), None)


def _start(state: State, night: Step | None) -> dt.time | None:
    return (night.start if night else None) or state.model.start


def planned_start(state: State, now: dt.datetime) -> dt.datetime:
    """Return when the day was planned to start; where that is not known, or not this day's, when it did, or now."""
    ran = today(state)
    if state.plan.phase is Phase.OVERNIGHT and state.step and state.step.next:
        return dt.datetime.combine(state.step.next, _start(state, state.step) or now.time(), now.tzinfo)
    began = ran[0].started.astimezone(now.tzinfo) if ran else now
    start = _start(state, _night_before(state))
    if start is None:
        return began
    planned = dt.datetime.combine(began.date(), start, began.tzinfo)
    return planned if abs(began - planned) <= _SAME_DAY else began


def planned_finish(state: State, now: dt.datetime) -> dt.datetime:
    """Return when the day would be over by the agenda agreed in the morning."""
    return planned_start(state, now) + sum(step.minutes for step in agreed(state)) * MINUTE
