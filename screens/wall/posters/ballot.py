"""A secret ballot is open: how many ballots are in the box, and nothing else."""

from __future__ import annotations

from textual.app import ComposeResult

from screens.wall.widgets.count import Count
from screens.wall.widgets.grown import Grown
from screens.wall.widgets.words import Words
from sessions.views.posters import Ballot
from sessions.wording import say

from .drawing import Drawing


class BallotPoster(Drawing[Ballot]):
    """The question, the count, the rule."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Grown(classes="heading")
        yield Words(classes="question")
        yield Count()
        yield Words(classes="rule")
        yield Words(classes="lines")

    def show(self, poster: Ballot) -> None:
        """Draw this poster."""
        self.query_one(".heading", Grown).say(poster.heading)
        self.query_one(".question", Words).say(poster.question)
        self.query_one(Count).show(poster.done, poster.of, say("wall.of-box", of=poster.of))
        self.query_one(".rule", Words).say(poster.rule)
        self.query_one(".lines", Words).say("\n".join(poster.lines))
