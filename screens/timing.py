"""Say how a planned time stands, in words and in digits. It only ever speaks; nothing acts on it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from sessions.views.wall.posters import Countdown
from sessions.wording import say, say_many

MINUTE = dt.timedelta(minutes=1)


class Mood(StrEnum):
    """How the time feels: plenty, nearly over, or quietly over."""

    CALM = "calm"
    SOON = "soon"
    OVER = "over"


def left(countdown: Countdown, now: dt.datetime) -> dt.timedelta:
    """Return the time left; below nought once it is over."""
    return countdown.until - now


def is_planned(countdown: Countdown) -> bool:
    """Whether any time was planned at all; where none was, none can be up."""
    return countdown.until > countdown.since


def mood(countdown: Countdown, now: dt.datetime) -> Mood:
    """Warn in the last fifth, at least the last minute."""
    remaining = left(countdown, now)
    if not is_planned(countdown):
        return Mood.CALM
    if remaining <= dt.timedelta():
        return Mood.OVER
    planned = countdown.until - countdown.since
    return Mood.SOON if remaining <= max(planned / 5, MINUTE) else Mood.CALM


def in_words(countdown: Countdown, now: dt.datetime) -> str:
    """Say the time left, or over, in minutes; nothing where none was planned."""
    remaining = left(countdown, now)
    if not is_planned(countdown):
        return ""
    if remaining <= dt.timedelta():
        minutes = int(-remaining / MINUTE)
        return say_many("wall.time.over", minutes) if minutes else say("wall.time.up")
    minutes = max(round(remaining / MINUTE), 1)
    if remaining < MINUTE / 2:
        return say("wall.time.nearly")
    return say_many("wall.time.left", minutes)


def minutes_left(countdown: Countdown, now: dt.datetime) -> int:
    """Count the minutes left, any begun minute as a whole one; nought once over."""
    return max(-(-left(countdown, now) // MINUTE), 0)


def in_fives(countdown: Countdown, now: dt.datetime) -> str:
    """Say the time left of a break, to five minutes; once over, as ever."""
    remaining = left(countdown, now)
    if remaining <= dt.timedelta():
        return in_words(countdown, now)
    fives = int(remaining / MINUTE / 5 + 0.5) * 5
    return say("wall.time.left-fives", n=fives) if remaining >= 5 * MINUTE else say("wall.time.under-five")
