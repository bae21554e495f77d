"""Why the day ends when it does: late start + overtime + pauses + added minutes, less what was left out or saved."""

from __future__ import annotations

import datetime as dt

from .model import Value
from .pace import MINUTE, finish, lasted, pause_left, planned_finish, planned_start, unplanned
from .state import State

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
    if not state.timings:
        late = max(now - planned_start(state, now), _NONE)
        return Offset(late, _NONE, _NONE, _changed(state), _NONE)
    late = state.timings[0].started - planned_start(state, now)
    pauses = sum((lasted(t, now) for t in state.timings if unplanned(state, t)), _NONE)
    pauses += pause_left(state, now)
    added = sum(t.added for t in state.timings if not unplanned(state, t)) * MINUTE
    whole = finish(state, now) - planned_finish(state, now)
    changed = _changed(state)
    return Offset(late, pauses, added, changed, whole - late - pauses - added - changed)


def _changed(state: State) -> dt.timedelta:
    kept = sum(step.minutes for step in state.steps if step.key not in state.plan.skipped)
    return (kept - sum(step.minutes for step in state.model.steps)) * MINUTE
