"""How the day stands for time, for the facilitator alone: late or not and why, a break due, what could be saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct

from sessions.schedule.break_due import SinceBreak, since_break
from sessions.schedule.delay import Offset, offset, retiming, saved
from sessions.schedule.forecast import MINUTE, finish, next_break, planned_finish, planned_start, step_ends
from sessions.state import State
from sessions.state.days import ahead
from sessions.views.desk.agenda_times import times
from sessions.views.frame import clock
from sessions.wording import say, say_many


class Pacing(Struct, frozen=True):
    """Minutes late (below nought: early), in sentences and in numbers; `retiming` is the suggestion, empty for none."""

    home: str
    planned: str
    late: int
    line: str
    why: tuple[str, ...]
    rest: str
    break_due: bool
    retiming: Mapping[str, int]
    saves: int

    @property
    def lines(self) -> tuple[str, ...]:
        """Return all of it in sentences; a break that is due comes before the reasons, which may be many."""
        suggested = say_many("steering.pace.saves", self.saves) if self.saves else ""
        told = (self.rest, *self.why) if self.break_due else (*self.why, self.rest)
        return tuple(filter(None, (self.line, *told, suggested)))


def pacing(state: State, now: dt.datetime) -> Pacing:
    """Say how the day stands at `now`."""
    home, planned = finish(state, now), planned_finish(state, now)
    late = whole(home - planned)
    start = planned_start(state, now)
    waiting = now < start  # what was begun early is no time won yet
    suggested = retiming(state, now)
    since = since_break(state, now)
    return Pacing(
        home=clock(home),
        planned=clock(planned),
        late=late,
        line=say("steering.pace.before", at=clock(start)) if waiting else _line(late, clock(home)),
        why=() if waiting else _why(offset(state, now)),
        rest=_rest(state, now, since),
        break_due=since.due,
        retiming=suggested,
        saves=saved(state, suggested),
    )


def whole(time: dt.timedelta) -> int:
    """Round to whole minutes; half a minute late is a minute late."""
    return int((time + MINUTE / 2) // MINUTE)


def _line(late: int, home: str) -> str:
    if not late:
        return say("steering.pace.on-time", home=home)
    return say_many("steering.pace.late" if late > 0 else "steering.pace.early", abs(late), home=home)


def _why(parts: Offset) -> tuple[str, ...]:
    """Name each part that is at least a minute."""
    named = {
        "started": (parts.late, "steering.pace.started-late", "steering.pace.started-early"),
        "pauses": (parts.pauses, "steering.pace.pauses", "steering.pace.pauses"),
        "added": (parts.added, "steering.pace.added", "steering.pace.taken"),
        "changed": (parts.changed, "steering.pace.put-in", "steering.pace.left-out"),
        "overtime": (parts.overtime, "steering.pace.longer", "steering.pace.quicker"),
    }
    said = ((whole(time), more, less) for time, more, less in named.values())
    return tuple(say_many(more if n > 0 else less, abs(n)) for n, more, less in said if n)


def _rest(state: State, now: dt.datetime, since: SinceBreak) -> str:
    at = next_break(state, now)
    if since.due:
        return say("steering.pace.break-due", minutes=since.minutes, items=since.items)
    return say("steering.pace.break-at", at=clock(at)) if at else ""


def expected(state: State, now: dt.datetime) -> Mapping[str, str]:
    """Return each line's time by its key: when it began, or when it is expected to; nothing for one left out."""
    came = {timing.step: clock(timing.started.astimezone(now.tzinfo)) for timing in reversed(state.timings)}
    return {**came, **times(state, step_ends(state, now), ahead(state))}
