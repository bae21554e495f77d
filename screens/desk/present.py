"""The middle of the desk: what the room does now, what PageDown will do, how time stands, what phones signal."""

from __future__ import annotations

import datetime as dt

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from screens.drawn import drawn, drawn_line
from screens.wall.widgets.clock import TimeLeft
from screens.wall.widgets.words import Words
from sessions.views.desk import DeskView
from sessions.wording import say, say_many


class Present(VerticalScroll):
    """The present step."""

    can_focus = False

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Words(classes="heading")
        yield Words(classes="corner")
        yield Words(classes="now")
        yield TimeLeft(classes="countdown")
        yield Words(classes="open")
        yield Words(classes="next")
        yield Words(say("desk.signals"), classes="label")
        yield Words(classes="signals")  # before the time: a person who waits is never out of sight
        yield Words(classes="pace")
        yield Words(classes="doors")

    def show(self, view: DeskView) -> None:
        """Show the view."""
        self.query_one(".heading", Words).say(drawn_line(view.heading if view.heading != view.title else ""))
        self.query_one(".corner", Words).say(drawn_line(view.corner))
        self.query_one(".now", Words).say(drawn_line(view.now))
        self.query_one(".open", Words).say(view.open)
        self.query_one(".next", Words).say(drawn_line(say("desk.next", next=view.next)) if view.next else "")
        self.query_one(".pace", Words).say(drawn("\n".join(view.pace)))
        told = "\n".join(say_many(f"wall.signals.{kind}", n) for kind, n in view.signals.items() if n)
        self.query_one(".signals", Words).say(told or say("desk.signals.none"))
        self.query_one(".signals", Words).set_class(bool(told), "-some")
        self.query_one(".doors", Words).say(drawn(view.doors))
        self.query_one(TimeLeft).countdown = view.time

    def tick(self, now: dt.datetime) -> None:
        """Hear what time it is."""
        self.query_one(TimeLeft).tick(now)
