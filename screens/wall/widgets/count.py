"""How many of us are in: one big number, the words beside it, and the dots."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from .grown import Grown
from .lettered import Lettered
from .seats import dots
from .words import Words


class Count(Horizontal):
    """A big number with "of 9 are in" beside it."""

    def compose(self) -> ComposeResult:
        """Lay the number out beside its words."""
        yield Lettered(share=0.28, classes="count-number")
        with Vertical(classes="count-side"):
            yield Grown(classes="count-words")
            yield Words(classes="count-dots")

    def show(self, done: int, of: int, words: str) -> None:
        """Show this many of so many."""
        self.query_one(".count-number", Lettered).say(str(done))
        self.query_one(Grown).say(words)
        air = "  " if self.app.size.width >= 110 and of <= 24 else " "
        self.query_one(".count-dots", Words).say(dots(done, of, air=air))
