"""Say how long something is, and at what time, as people do."""

from __future__ import annotations

import datetime as dt

from sessions.wording import say


def hours(minutes: int) -> str:
    """Say a length of time."""
    if minutes < 60:
        return say("folder.minutes", minutes=minutes)
    key = "folder.hours-minutes" if minutes % 60 else "folder.hours"
    return say(key, hours=minutes // 60, minutes=minutes % 60)


def time_of_day(at: dt.time | None) -> str:
    """Say a time of day; nothing where there is none."""
    return f"{at.hour}:{at:%M}" if at else ""
