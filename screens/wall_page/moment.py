"""What the time makes of a poster: it passes, and the poster stays as it is."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from screens import timing
from sessions.views.wall.posters import AnyPoster, Asking, Countdown, Pause, Reading, Scoring, Talk


class Moment(Struct, frozen=True):
    """The time of day, and the planned time in words; `minutes` are what is left of quiet reading.

    `mood` is how the time feels, by its name; nothing where no time is told.
    """

    clock: str
    words: str = ""
    minutes: str = ""
    mood: str = ""


def moment(poster: AnyPoster, now: dt.datetime) -> Moment:
    """Say how the time stands for this poster, in the words the terminal has for it."""
    clock, planned = f"{now.hour}:{now:%M}", _planned(poster)
    if planned is None or not timing.is_planned(planned):
        return Moment(clock)
    if isinstance(poster, Pause):  # a rest is told in fives, and never warns
        return Moment(clock, timing.in_fives(planned, now))
    minutes = timing.minutes_left(planned, now) if isinstance(poster, Reading) else 0
    words = timing.in_words(planned, now)
    return Moment(clock, words, str(minutes or ""), timing.mood(planned, now).value)


def _planned(poster: AnyPoster) -> Countdown | None:
    if isinstance(poster, Scoring):
        return None if poster.closed else poster.countdown
    return poster.countdown if isinstance(poster, Asking | Pause | Reading | Talk) else None
