"""The practice go: its question, the words to pick from, and how many have tried it."""

from __future__ import annotations

from textual.app import ComposeResult

from screens.drawn import drawn_line
from screens.wall.widgets.count import Count
from screens.wall.widgets.grown import Grown
from screens.wall.widgets.lines import Flow
from screens.wall.widgets.words import Words
from sessions.views.posters import Practice
from sessions.wording import say

from .drawing import Drawing


class PracticePoster(Drawing[Practice]):
    """A question that counts for nothing."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Grown(classes="heading")
        yield Words(classes="question")
        yield Flow(classes="choices")
        yield Count()

    def show(self, poster: Practice) -> None:
        """Draw this poster."""
        self.query_one(".heading", Grown).say(poster.heading)
        self.query_one(".question", Words).say(poster.question)
        self.query_one(".choices", Flow).say([drawn_line(f"○ {word}") for word in poster.words])
        self.query_one(Count).show(poster.done, poster.of, say("wall.of-tried", of=poster.of))
