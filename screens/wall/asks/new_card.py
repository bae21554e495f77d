"""Show a new code: hidden until everyone else has looked away, then hidden again."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from screens.wall.widgets.lettered import Lettered
from screens.wall.widgets.words import Words
from sessions.wording import say

from .card import Card


class NewCard(Card[None]):
    """The code, shown and hidden by Enter."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "turn_over", show=False)]
    HINTS: ClassVar[tuple[str, ...]] = ("wall.ask.cancel",)

    def __init__(self, title: str, code: str, how: str = "") -> None:
        """Keep the code face down; `how` says what to do with it."""
        super().__init__(title)
        self.code, self.how = code, how

    def body(self) -> ComposeResult:
        """Show the back of the card."""
        if self.how:
            yield Words(self.how, classes="card-text")
        yield Words(say("wall.card.away"), classes="card-text")
        yield Words(say("wall.card.hidden"), classes="card-code")
        yield Lettered(share=0.2, classes="card-code")

    def action_turn_over(self) -> None:
        """Show the code; the second time, put the card away."""
        shown = self.query_one(Lettered)
        if shown.text:
            self.dismiss()
            return
        self.query_one("Words.card-code", Words).display = False
        shown.say(self.code)
