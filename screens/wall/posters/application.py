"""An application is introduced, read in quiet, and scored; never who, and never what."""

from __future__ import annotations

import datetime as dt

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from screens import timing
from screens.wall.keys import foot
from screens.wall.posters.drawing import Drawing
from screens.wall.widgets.big_text import Count, Grown, Lettered
from screens.wall.widgets.words import TimeLeft, Words
from sessions.views.wall.posters import Asking, Introduce, Reading, Scoring
from sessions.wording import say


class IntroducePoster(Drawing[Introduce]):
    """The application's own title page."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Grown(share=0.55, classes="title")
        yield Words(classes="by")
        yield Words(classes="would-do")
        yield Words(classes="asks")
        yield Words(classes="least")
        yield Words(classes="stepping-out")

    def show(self, poster: Introduce) -> None:
        """Draw this poster."""
        self.query_one(Grown).say(poster.title)
        self.query_one(".by", Words).say(
            " · ".join(part for part in (poster.organisation, poster.place) if part)
        )
        self.query_one(".would-do", Words).say(poster.would_do)
        self.query_one(".asks", Words).say(poster.asks)
        self.query_one(".least", Words).say(poster.least)
        self.query_one(".stepping-out", Words).say(poster.stepping_out)


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


class AskingPoster(Drawing[Asking]):
    """A question as large as it can be, whose turn it is, and the time in words alone: no clock hurries a guest."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Words(classes="number")
        yield Grown(classes="heading")
        yield Words(classes="lines")
        yield TimeLeft(classes="countdown")
        yield Words(classes="foot")

    def show(self, poster: Asking) -> None:
        """Draw this poster."""
        self.query_one(".foot", Words).say(
            foot("Asking", leaving_out=() if poster.passable else ("pass_turn",))
        )
        self.query_one(".number", Words).say(poster.number)
        self.query_one(Grown).say(poster.question)
        self.query_one(".lines", Words).say("\n".join(poster.lines))
        self.query_one(TimeLeft).countdown = poster.countdown


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
