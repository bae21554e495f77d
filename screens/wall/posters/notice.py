"""A heading and a few lines: welcome, a note, anything without a poster of its own."""

from __future__ import annotations

from textual.app import ComposeResult

from screens.wall.widgets.grown import Grown
from screens.wall.widgets.words import Words
from sessions.views.posters import Notice

from .drawing import Drawing


class NoticePoster(Drawing[Notice]):
    """The heading over its lines."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Grown(classes="heading")
        yield Words(classes="lines")

    def show(self, poster: Notice) -> None:
        """Draw this poster."""
        self.query_one(Grown).say(poster.heading)
        self.query_one(".lines", Words).say("\n\n".join(poster.lines))
