"""What a ballot came to: the words first, then the rounds side by side."""

from __future__ import annotations

from functools import partial

from textual.app import ComposeResult
from textual.content import Content

from screens.wall.widgets.pages import Pages
from screens.wall.widgets.words import Words
from sessions.views.posters import Outcome, RoundBars

from .drawing import Drawing
from .shapes import rounds_block

TONES = ("yes", "no", "split", "open")


def _blocks(rounds: tuple[RoundBars, ...], width: int) -> list[list[Content]]:
    return [rounds_block(rounds, width)]


class OutcomePoster(Drawing[Outcome]):
    """The outcome in a banner."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Words(classes="banner")
        yield Pages("wall.more-lines")
        yield Words(classes="lines")

    def show(self, poster: Outcome) -> None:
        """Draw this poster."""
        banner = self.query_one(".banner", Words)
        banner.say(poster.words)
        for tone in TONES:
            banner.set_class(poster.tone == tone, f"-{tone}")
        self.query_one(Pages).show(partial(_blocks, poster.rounds))
        self.query_one(".lines", Words).say("\n".join(poster.lines))
