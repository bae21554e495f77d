"""The cards the opening screen asks on: as on the wall, but there is no wall to go back to."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from screens.wall.asks.field import Field
from screens.wall.asks.help import Help
from screens.wall.asks.pick import Pick
from screens.wall.asks.writing import Writing
from screens.wall.widgets.words import Words

from .keys import KEYS


class Choose(Pick):
    """A list; gives the key of the line that was picked."""

    HINTS: ClassVar[tuple[str, ...]] = ("wall.ask.pick", "wall.ask.choose", "opening.back")


class Write(Writing):
    """One field, which may have something in it already; gives what was written."""

    HINTS: ClassVar[tuple[str, ...]] = ("opening.done", "opening.back")

    def __init__(self, title: str, label: str, begun: str = "") -> None:
        """Keep what is asked, and what to begin from."""
        super().__init__(title, label)
        self.begun = begun

    def body(self) -> ComposeResult:
        """Show the field."""
        yield Words(self.label, classes="card-label")
        yield Field(self.begun)

    def on_mount(self) -> None:
        """Stand at the end of it."""
        field = self.query_one(Field)
        field.move_cursor(field.document.end)


class KeyHelp(Help):
    """What the keys do here."""

    HINTS: ClassVar[tuple[str, ...]] = ("wall.ask.scroll", "opening.back")

    def __init__(self) -> None:
        """Read out this screen's catalogue."""
        super().__init__(KEYS)
