"""Why the day ends when it does, and how the rest of it is re-timed in proportion."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from sessions.model.session import Step, StepKind, Value
from sessions.schedule.forecast import (
    MINUTE,
    RESTS,
    finish,
    lasted,
    pause_left,
    planned_finish,
    planned_start,
    unplanned,
)
from sessions.state import State
from sessions.state.days import agreed, ahead_today, lines_today, today

_NONE = dt.timedelta()


class Offset(Value, frozen=True):
    """The parts of the difference between the expected finish and the planned one; they add up to `whole`.

    `changed` is what changes of the agenda put in or take out; `overtime` is below nought where time was saved.
    """

    late: dt.timedelta
    pauses: dt.timedelta
    added: dt.timedelta
    changed: dt.timedelta
    overtime: dt.timedelta

    @property
    def whole(self) -> dt.timedelta:
        """Add them up: above nought where the day runs late."""
        return self.late + self.pauses + self.added + self.changed + self.overtime


def offset(state: State, now: dt.datetime) -> Offset:
    """Take the difference apart. Overtime is what is left when all that was done on purpose is taken off."""
    ran = today(state)
    if not ran:
        late = max(now - planned_start(state, now), _NONE)
        return Offset(late, _NONE, _NONE, _changed(state), _NONE)
    late = ran[0].started - planned_start(state, now)
    pauses = sum((lasted(t, now) for t in ran if unplanned(state, t)), _NONE)
    pauses += pause_left(state, now)
    added = sum(t.added for t in ran if not unplanned(state, t)) * MINUTE
    whole = finish(state, now) - planned_finish(state, now)
    changed = _changed(state)
    return Offset(late, pauses, added, changed, whole - late - pauses - added - changed)


def _changed(state: State) -> dt.timedelta:
    kept = sum(step.minutes for step in lines_today(state))
    return (kept - sum(step.minutes for step in agreed(state))) * MINUTE


# What people still need to do a thing properly, as a part of what was agreed in the morning.
_PART = (3, 5)
_LEAST = {StepKind.APPLICATION: 8, StepKind.INTERVIEW: 20}
_LEAST_OF_ANY = 3


def floor(state: State, step: Step) -> int:
    """Return the fewest minutes a line may be cut to; a break's are all it has."""
    if step.kind in RESTS:
        return step.minutes
    agreed = next((one.minutes for one in state.model.steps if one.key == step.key), step.minutes)
    part = -(-agreed * _PART[0] // _PART[1])
    return min(step.minutes, max(part, _LEAST.get(step.kind, _LEAST_OF_ANY)))


def retiming(state: State, now: dt.datetime) -> Mapping[str, int]:
    """Suggest new minutes for the lines to come, by key, so that the day ends as planned or as near as it may.

    Empty where we are not late, or nothing can be cut. Cuts are in proportion to what each line has above its
    floor, in whole minutes by largest remainder, earlier lines first where remainders are equal.
    """
    late = -(-(finish(state, now) - planned_finish(state, now)) // MINUTE)
    coming = ahead_today(state)
    spare = {step.key: step.minutes - floor(state, step) for step in coming}
    whole = sum(spare.values())
    cut = min(late, whole)
    if cut <= 0:
        return {}
    shares = {key: cut * part // whole for key, part in spare.items()}
    by_remainder = sorted(spare, key=lambda key: -(cut * spare[key] % whole))
    for key in by_remainder[: cut - sum(shares.values())]:
        shares[key] += 1
    return {step.key: step.minutes - shares[step.key] for step in coming if shares[step.key]}


def saved(state: State, minutes: Mapping[str, int]) -> int:
    """Count the minutes a re-timing saves."""
    return sum(step.minutes - minutes[step.key] for step in state.steps if step.key in minutes)
