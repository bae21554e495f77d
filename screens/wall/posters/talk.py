"""The talk: cues that never ask who, with the shapes or the ballots before it still there to look at."""

from __future__ import annotations

from functools import partial

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from screens.wall.widgets.clock import TimeLeft
from screens.wall.widgets.pages import Pages
from screens.wall.widgets.words import Words
from sessions.views.posters import Talk

from .drawing import Drawing
from .shapes import rounds_block, shape_blocks
from .written import written_blocks


def _blocks(poster: Talk, width: int, *, grown: bool) -> list[list[Content]]:
    """Draw the ballots before this talk where there were some, with their reasons, then the shapes."""
    rounds = rounds_block(poster.rounds, width, grown=grown)
    written = written_blocks(poster.written, width)
    before = [[*rounds, Content("")], *written] if rounds else written
    return [*before, *shape_blocks(poster.shapes, width, grown=grown)]


class TalkPoster(Drawing[Talk]):
    """Cues on top, shapes below."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Horizontal(classes="top"):
            yield Words(classes="heading")
            yield TimeLeft(classes="countdown")
        yield Words(classes="cues")
        yield Pages("wall.more-questions")

    def show(self, poster: Talk) -> None:
        """Draw this poster."""
        self.query_one(".heading", Words).say(poster.heading)
        self.query_one(".cues", Words).say("\n".join(poster.cues))
        self.query_one(TimeLeft).countdown = poster.countdown
        mixed = poster.rounds or poster.written
        more = "wall.more-lines" if mixed else "wall.more-questions"  # a reason is no question
        self.query_one(Pages).show(partial(_blocks, poster), more=more)
