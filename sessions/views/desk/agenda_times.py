"""The time of each line of the agenda, over as many days as it has: after a night it is that day's start again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sessions.model.session import Step, StepKind
from sessions.plan.day_load import STARTS
from sessions.schedule.forecast import MINUTE, planned_start
from sessions.state import State
from sessions.state.days import agreed
from sessions.views.frame import clock


def times(state: State, at: dt.datetime, steps: Iterable[Step]) -> dict[str, str]:
    """Return each line's time where the first of them begins then."""
    told = {}
    for step in steps:
        told[step.key] = clock(at)
        at += step.minutes * MINUTE
        if step.kind is StepKind.OVERNIGHT:
            start = step.start or state.model.start or STARTS
            at = dt.datetime.combine(step.next or at.date() + dt.timedelta(days=1), start, at.tzinfo)
    return told


def planned_times(state: State, now: dt.datetime) -> dict[str, str]:
    """Return each line's time as agreed: on the first morning, and for the present day when it began."""
    if state.morning is None:
        return times(state, planned_start(state, now), state.model.steps)
    first = state.timings[0].started.astimezone(now.tzinfo) if state.timings else now
    began = dt.datetime.combine(first.date(), state.model.start or first.time(), first.tzinfo)
    before = times(state, began, state.model.steps)
    return {**before, **times(state, planned_start(state, now), agreed(state))}
