"""What a ballot came to: the words first, then the rounds side by side, then the reasons."""

from __future__ import annotations

from functools import partial

from textual.app import ComposeResult
from textual.content import Content

from screens.wall.widgets.banner import Banner
from screens.wall.widgets.pages import Pages
from screens.wall.widgets.words import Words
from sessions.views.posters import Outcome

from .drawing import Drawing
from .shapes import rounds_block
from .written import written_blocks

USUAL = 24  # rows; from here on there is room for what people came for in big letters, and for the ballots


def _blocks(poster: Outcome, width: int, *, grown: bool) -> list[list[Content]]:
    """Draw the ballots side by side, then what people wrote."""
    rounds = rounds_block(poster.rounds, width, grown=grown)
    written = written_blocks(poster.written, width)
    return [[*rounds, *([Content("")] if written else [])], *written]


class OutcomePoster(Drawing[Outcome]):
    """The outcome in a banner."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Banner(tall=USUAL)
        yield Pages("wall.more-lines")
        yield Words(classes="lines")

    def show(self, poster: Outcome) -> None:
        """Draw this poster."""
        self.query_one(Banner).show(poster.words, poster.tone)
        self.query_one(Pages).show(partial(_blocks, poster))
        self.query_one(".lines", Words).say("\n".join(poster.lines))
