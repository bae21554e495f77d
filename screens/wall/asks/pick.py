"""Pick one line of a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from msgspec import Struct
from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from screens.drawn import drawn_line, joined
from screens.wall.widgets.words import Words

from .card import Card


class Line(Struct, frozen=True):
    """A line to pick: what it stands for, its words, and a quiet remark."""

    key: str
    words: str
    remark: str = ""


class Pick(Card[str]):
    """A list; gives the key of the line that was picked."""

    HINTS: ClassVar[tuple[str, ...]] = ("wall.ask.pick", "wall.ask.choose", "wall.ask.cancel")

    def __init__(self, title: str, lines: Sequence[Line], *, text: str = "", start: int = 0) -> None:
        """Keep the lines, and which of them to begin on."""
        super().__init__(title)
        self.lines, self.text, self.start = lines, text, start
        self._typed = ""

    def body(self) -> ComposeResult:
        """Show the list."""
        yield Words(self.text, classes="card-text")
        yield OptionList(*(Option(self._prompt(line)) for line in self.lines))

    def on_mount(self) -> None:
        """Begin on the likeliest line."""
        self.query_one(OptionList).highlighted = self.start if self.lines else None

    @staticmethod
    def _prompt(line: Line) -> Content:
        remark = ("   ", drawn_line(line.remark)) if line.remark else ()
        return joined(drawn_line(line.words, "bold"), *remark)

    def on_key(self, event: events.Key) -> None:
        """Go to the line whose key is the number typed; a digit that leads nowhere begins another."""
        if event.character is None or not event.character.isdecimal():
            self._typed = ""
            return
        keys = [line.key for line in self.lines]
        typed = next((word for word in (self._typed + event.character, event.character) if word in keys), "")
        self._typed = typed
        if typed:
            event.stop()
            self.query_one(OptionList).highlighted = keys.index(typed)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the line back."""
        self.dismiss(self.lines[event.option_index].key)
