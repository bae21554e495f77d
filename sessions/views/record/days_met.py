"""The days on which a room met, by its own clock: what was planned may have been another day, or none."""

from __future__ import annotations

import datetime as dt

from sessions.model.phases import Phase
from sessions.state import State
from sessions.wording import say


def days_met(state: State) -> tuple[dt.date, ...]:
    """Return the days on which the panel met: the first, and that of each morning after a night.

    Before anything began it is the day that was agreed, if one was.
    """
    if not state.timings:
        return (state.model.date,) if state.model.date else ()
    mornings = (one.started.date() for one in state.timings if one.phase is Phase.MORNING)
    return tuple(dict.fromkeys((min(one.started for one in state.timings).date(), *mornings)))


def day_decided(state: State) -> dt.date | None:
    """Return the day on which the list was confirmed; before it is, the last day on which we met."""
    confirmed = [one.started for one in state.timings if one.phase is Phase.CONFIRMED]
    if state.confirmed and confirmed:
        return max(confirmed).date()
    return next(reversed(days_met(state)), None)


def day_words(day: dt.date) -> str:
    """Write a day as people read it."""
    month = say(f"exports.story.month-{day.month}")
    return say("exports.story.date", day=day.day, month=month, year=day.year)
