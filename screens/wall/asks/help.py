"""What the keys do: every entry of the catalogue, in a sentence."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll

from screens.wall.keys import KEYS
from screens.wall.widgets.words import Words
from sessions.wording import say

from .card import Card


class Help(Card[None]):
    """The list; the arrows scroll it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark,f1,q", "cancel", show=False)]
    HINTS: ClassVar[tuple[str, ...]] = ("wall.ask.scroll", "wall.help.close")

    def __init__(self) -> None:
        """Name the card."""
        super().__init__(say("wall.help.title"))

    def body(self) -> ComposeResult:
        """List the keys."""
        with VerticalScroll():
            for key in KEYS:
                with Horizontal(classes="help-line"):
                    yield Words("  ".join(key.shown), classes="help-keys")
                    yield Words(key.help, classes="help-words")
