"""The two bands every poster shares, so that eyes know where to rest: the title above, the day's course below."""

from __future__ import annotations

import datetime as dt

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from screens.safe_text import drawn_line, joined
from screens.wall.widgets.big_text import DrawnClock, Grown
from screens.wall.widgets.lines import Flow, flowed
from screens.wall.widgets.words import ClockText, Words
from sessions.views.wall.posters import Frame
from sessions.wording import say, say_many


class TitleBand(Vertical):
    """What is to be read first, the title, what stands in the corner, and the clock.

    Where every row counts (`slim`) the clock stands plain beside the title, and nothing is drawn.
    """

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Horizontal(classes="above"):
            with Vertical(classes="left"):
                yield Grown(share=0.1, least=3, across=0.6, classes="about")
                with Horizontal(classes="row"):
                    yield Words(classes="title")
                    yield Words(classes="mark")
                    yield Words(classes="corner")
                    yield ClockText(classes="clock-plain")
                yield Words(classes="subtitle")
            yield DrawnClock(classes="clock")

    def show(
        self,
        frame: Frame,
        *,
        looking_back: bool,
        screens: int = 0,
        slim: bool = False,
        beside: bool = False,
        rows: int = 0,
    ) -> None:
        """Show a poster's title; `beside` puts the plain words at the side of the drawn ones, for a list's sake.

        `screens` counts the other screens that may show what this one does. What is to be read first may take so many
        `rows`, where they are more than it usually may.
        """
        self.set_class(slim, "-slim")
        self.set_class(beside, "-beside")
        self.query_one(".about", Grown).say("" if slim else frame.about, granted=rows)
        self.query_one(".title", Words).say(drawn_line(frame.title))
        self.query_one(".corner", Words).say(drawn_line(frame.corner))
        self.query_one(".subtitle", Words).say(drawn_line("" if frame.about and not slim else frame.subtitle))
        self.query_one(".mark", Words).say(_marks(screens, looking_back=looking_back))

    def tick(self, now: dt.datetime) -> None:
        """Hear what time it is."""
        self.query_one(ClockText).tick(now)
        self.query_one(DrawnClock).tick(now)


def _marks(screens: int, *, looking_back: bool) -> str:
    if looking_back:  # which the others do not
        return say("wall.looking-back")
    return say_many("elsewhere.let-in", screens) if screens else ""


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
