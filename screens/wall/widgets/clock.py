"""Times on the wall. A tick that says the same as before draws nothing."""

from __future__ import annotations

import datetime as dt

from screens.drawn import drawn
from screens.wall import timing
from sessions.views.posters import Countdown

from .words import Words


class TimeLeft(Words):
    """A planned time in words, coloured by how it feels."""

    countdown: Countdown | None = None

    def tick(self, now: dt.datetime) -> None:
        """Say how the time stands now."""
        if self.countdown is not None:
            feeling = timing.mood(self.countdown, now)
            self.set_class(feeling is timing.Mood.SOON, "-soon")
            self.set_class(feeling is timing.Mood.OVER, "-over")
            self.say(drawn(timing.in_words(self.countdown, now)))


class Clock(Words):
    """The time of day."""

    def tick(self, now: dt.datetime) -> None:
        """Say the time now, to the minute."""
        self.say(f"{now:%H:%M}")
