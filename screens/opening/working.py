"""A card that says what is being done and how far it is. It goes by itself; there is nothing to press."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import ProgressBar

from screens.wall.asks.card import Card
from screens.wall.widgets.words import Words
from sessions.wording import say


class Working(Card[None]):
    """A bar that fills where the length is known, and moves where it is not."""

    HINTS: ClassVar[tuple[str, ...]] = ("opening.working",)

    def body(self) -> ComposeResult:
        """Show the bar."""
        yield ProgressBar(show_eta=False, show_percentage=False)
        yield Words(classes="card-text")

    def far(self, done: int, of: int, words: str) -> None:
        """Say how far it is."""
        self.query_one(ProgressBar).update(total=of, progress=done)
        self.query_one(".card-text", Words).say(say("opening.far", done=done, of=of, words=words))

    def action_cancel(self) -> None:
        """Stay: what is under way is not stopped halfway."""
