"""What is said alike wherever: lines of the agenda, days, times and lengths. No state, no rules."""

from __future__ import annotations

import datetime as dt

from sessions.model.session import StepKind
from sessions.wording import say


def kind_name(kind: StepKind) -> str:
    """Say what a kind of line is called where it has no title of its own."""
    return say(f"views.step.{kind}")


def date_words(day: dt.date) -> str:
    """Say a date as people do: Thursday 10 December."""
    weekday, month = say(f"nights.weekday-{day.weekday()}"), say(f"exports.story.month-{day.month}")
    return say("nights.date", weekday=weekday, day=day.day, month=month)


def hours(minutes: int) -> str:
    """Say a length of time."""
    if minutes < 60:
        return say("folder.minutes", minutes=minutes)
    key = "folder.hours-minutes" if minutes % 60 else "folder.hours"
    return say(key, hours=minutes // 60, minutes=minutes % 60)


def time_of_day(at: dt.time | None) -> str:
    """Say a time of day; nothing where there is none."""
    return f"{at.hour}:{at:%M}" if at else ""
