"""Our decision and our reasons, as far as they are recorded."""

from __future__ import annotations

from textual.app import ComposeResult

from screens.wall.widgets.banner import Banner
from screens.wall.widgets.words import Words
from sessions.views.posters import Deciding
from sessions.wording import say

from .drawing import Drawing


class DecidingPoster(Drawing[Deciding]):
    """The outcome in a banner, then what is to be recorded."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Banner()
        yield Words(classes="decision")
        yield Words(classes="label", id="conditions-label")
        yield Words(classes="conditions")
        yield Words(classes="label", id="reasons-label")
        yield Words(classes="reasons")
        yield Words(classes="lines")

    def show(self, poster: Deciding) -> None:
        """Draw this poster."""
        self.query_one(Banner).show(poster.words, poster.tone)
        self.query_one(".decision", Words).say(poster.decision)
        for part, text in (("conditions", poster.conditions), ("reasons", poster.reasons)):
            self.query_one(f"#{part}-label", Words).say(say(f"wall.{part}") if text else "")
            self.query_one(f".{part}", Words).say(text)
        self.query_one(".lines", Words).say("\n".join(poster.lines))
