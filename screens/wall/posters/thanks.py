"""The last screen of the day."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Center

from screens.wall.widgets.lettered import Lettered
from screens.wall.widgets.words import Words
from sessions.views.posters import Thanks

from .drawing import Drawing


class ThanksPoster(Drawing[Thanks]):
    """The thanks, in the middle of the wall, as big as they can be."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Center():
            yield Lettered(share=0.25)
        yield Words("♥", classes="mark")
        yield Words(classes="lines")

    def show(self, poster: Thanks) -> None:
        """Draw this poster."""
        self.query_one(Lettered).say(poster.heading)
        self.query_one(".lines", Words).say("\n\n".join(poster.lines))
