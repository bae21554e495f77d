"""A card with a few paragraphs to read; the arrows scroll it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from screens.wall.widgets.words import Words

from .card import Card


class Telling(Card[None]):
    """Paragraphs under a title."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,q", "cancel", show=False)]
    HINTS: ClassVar[tuple[str, ...]] = ("wall.ask.scroll", "ready.close")

    def __init__(self, title: str, paragraphs: Sequence[str]) -> None:
        """Keep what to say."""
        super().__init__(title)
        self.paragraphs = paragraphs

    def body(self) -> ComposeResult:
        """Show them."""
        with VerticalScroll(can_focus=True):
            for paragraph in self.paragraphs:
                yield Words(paragraph, classes="card-paragraph")
