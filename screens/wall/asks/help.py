"""What the keys do: every entry of the catalogue, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll

from screens.wall.keys import KEYS, Key
from screens.wall.widgets.words import Words
from sessions.wording import say

from .card import Card


class Help(Card[None]):
    """The list; the arrows scroll it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark,f1,q", "cancel", show=False)]
    HINTS: ClassVar[tuple[str, ...]] = ("wall.ask.scroll", "wall.help.close")

    def __init__(self, keys: Sequence[Key] = KEYS, title: str = "") -> None:
        """Name the card; the keys are the wall's where left out."""
        super().__init__(title or say("wall.help.title"))
        self.keys = keys

    def body(self) -> ComposeResult:
        """List the keys."""
        with VerticalScroll():
            for key in self.keys:
                with Horizontal(classes="help-line"):
                    yield Words("  ".join(key.shown), classes="help-keys")
                    yield Words(key.help, classes="help-words")
