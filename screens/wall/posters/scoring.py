"""Scoring is open, or just closed: how many are in. Never who, and never what."""

from __future__ import annotations

from textual.app import ComposeResult

from screens.wall.widgets.clock import TimeLeft
from screens.wall.widgets.count import Count
from screens.wall.widgets.grown import Grown
from screens.wall.widgets.words import Words
from sessions.views.posters import Scoring
from sessions.wording import say

from .drawing import Drawing


class ScoringPoster(Drawing[Scoring]):
    """The count, and calm words."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Grown(classes="heading")
        yield Count()
        yield Words(classes="lines")
        yield Words(classes="stepping-out")
        yield TimeLeft(classes="countdown")

    def show(self, poster: Scoring) -> None:
        """Draw this poster."""
        self.query_one(".heading", Grown).say(poster.heading)
        self.query_one(Count).show(poster.done, poster.of, say("wall.of-in", of=poster.of))
        self.query_one(".lines", Words).say("\n".join(poster.lines))
        self.query_one(".stepping-out", Words).say(poster.stepping_out)
        countdown = self.query_one(TimeLeft)
        countdown.countdown = None if poster.closed else poster.countdown
        if poster.closed:
            countdown.say("")
