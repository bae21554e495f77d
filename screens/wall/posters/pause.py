"""A break: the time left in digits for the back row, and the clock time to be back."""

from __future__ import annotations

import datetime as dt

from textual.app import ComposeResult
from textual.containers import Center

from screens.wall import timing
from screens.wall.widgets.clock import TimeLeft
from screens.wall.widgets.lettered import Lettered
from screens.wall.widgets.words import Words
from sessions.views.posters import Pause
from sessions.wording import say

from .drawing import Drawing


class PausePoster(Drawing[Pause]):
    """Rest, with nothing to work out."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Words(say("wall.break"), classes="kind")
        yield Words(classes="heading")
        with Center():
            yield Lettered(share=0.34)
        yield TimeLeft(classes="countdown")
        yield Words(classes="lines")

    def show(self, poster: Pause) -> None:
        """Draw this poster."""
        self.query_one(".heading", Words).say(poster.heading)
        self.query_one(TimeLeft).countdown = poster.countdown
        self.query_one(".lines", Words).say("\n".join(poster.lines))

    def tick(self, now: dt.datetime) -> None:
        """Show the time left."""
        super().tick(now)
        countdown = self.query_one(TimeLeft).countdown
        if countdown is not None:
            self.query_one(Lettered).say(timing.in_digits(countdown, now))
            self.query_one(Lettered).set_class(timing.mood(countdown, now) is timing.Mood.OVER, "-over")
