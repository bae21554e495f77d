"""Write a few words: a note, a reason."""

from __future__ import annotations

from textual.app import ComposeResult

from screens.wall.widgets.words import Words
from sessions.wording import say

from .card import Card
from .field import Field


class Writing(Card[str]):
    """One field; gives what was written. Nothing written is not an answer."""

    def __init__(self, title: str, label: str, before: str = "") -> None:
        """Keep what is asked, and what stands there already."""
        super().__init__(title)
        self.label, self.before = label, before

    def body(self) -> ComposeResult:
        """Show the field."""
        yield Words(self.label, classes="card-label")
        yield Field(self.before)

    def on_field_done(self) -> None:
        """Give the words back, or ask for some."""
        words = self.query_one(Field).words
        if words:
            self.dismiss(words)
        else:
            self.problem(say("wall.empty"))
