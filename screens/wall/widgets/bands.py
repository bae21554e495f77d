"""The two bands every poster shares, so that eyes know where to rest: the title above, the day's course below."""

from __future__ import annotations

import datetime as dt

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from screens.drawn import drawn_line, joined
from sessions.views.posters import Frame
from sessions.wording import say

from .clock import Clock
from .lines import Flow, flowed
from .words import Words


class TitleBand(Vertical):
    """The title, what stands in the corner, and the clock."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Horizontal(classes="row"):
            yield Words(classes="title")
            yield Words(classes="corner")
            yield Clock(classes="clock")
        with Horizontal(classes="row", id="second"):
            yield Words(classes="subtitle")
            yield Words(classes="mark")

    def show(self, frame: Frame, *, looking_back: bool) -> None:
        """Show a poster's title."""
        self.query_one(".title", Words).say(drawn_line(frame.title))
        self.query_one(".corner", Words).say(drawn_line(frame.corner))
        self.query_one(".subtitle", Words).say(drawn_line(frame.subtitle))
        self.query_one(".mark", Words).say(say("wall.looking-back") if looking_back else "")
        self.query_one("#second").display = bool(frame.subtitle) or looking_back

    def tick(self, now: dt.datetime) -> None:
        """Hear what time it is."""
        self.query_one(Clock).tick(now)


class DayBand(Flow):
    """Now, next, then: in columns where they fit, else one after another, none torn apart."""

    COLUMN = 0.3  # of the width
    NARROW = 74  # cells; on fewer, what comes then takes no row of its own

    def show(self, frame: Frame) -> None:
        """Show where the day stands."""
        texts = (("now", frame.now), ("next", frame.next), ("then", frame.then))
        self.say([_labelled(say(f"wall.band.{part}"), text) for part, text in texts if text])

    def lines(self, width: int) -> list[Content]:
        """Lay them out."""
        least = int(width * self.COLUMN)
        rows = flowed(self.parts, width, least=least)
        if width < self.NARROW and len(self.parts) > 2:
            fewer = flowed(self.parts[:2], width, least=least)
            return rows if len(rows) == len(fewer) else fewer
        return rows


def _labelled(label: str, text: str) -> Content:
    return joined(Content.styled(f"{label}  ", "$quiet"), drawn_line(text, "bold"))
