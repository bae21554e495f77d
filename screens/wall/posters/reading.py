"""Quiet reading: how many minutes are left, big and calm; minutes only, so that nothing runs on the wall."""

from __future__ import annotations

import datetime as dt

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from screens.wall import timing
from screens.wall.widgets.clock import TimeLeft
from screens.wall.widgets.grown import Grown
from screens.wall.widgets.lettered import Lettered
from screens.wall.widgets.words import Words
from sessions.views.posters import Reading

from .drawing import Drawing


class ReadingPoster(Drawing[Reading]):
    """The reading time, in minutes."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Grown(classes="heading")
        with Horizontal(classes="clockface"):
            yield Lettered(share=0.3, id="minutes")
            with Vertical(classes="beside"):
                yield TimeLeft(classes="countdown")
        yield Words(classes="lines")

    def show(self, poster: Reading) -> None:
        """Draw this poster."""
        self.query_one(Grown).say(poster.heading)
        self.query_one(".lines", Words).say("\n".join(poster.lines))
        self.query_one(TimeLeft).countdown = poster.countdown

    def tick(self, now: dt.datetime) -> None:
        """Show the minutes left."""
        super().tick(now)
        countdown = self.query_one(TimeLeft).countdown
        if countdown is not None:
            minutes = timing.minutes_left(countdown, now)
            self.query_one("#minutes", Lettered).say(str(minutes) if minutes else "")
