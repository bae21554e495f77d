"""The shape of the scores, split questions first."""

from __future__ import annotations

from functools import partial

from textual.app import ComposeResult

from screens.wall.widgets.pages import Pages
from screens.wall.widgets.words import Words
from sessions.views.posters import Reveal

from .drawing import Drawing
from .shapes import shape_blocks


class RevealPoster(Drawing[Reveal]):
    """One sentence, and the bars."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Words(classes="summary")
        yield Pages("wall.more-questions")

    def show(self, poster: Reveal) -> None:
        """Draw this poster."""
        self.query_one(".summary", Words).say(poster.summary)
        self.query_one(Pages).show(partial(shape_blocks, poster.shapes))
