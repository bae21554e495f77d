"""The opening screen's dialogs: its questions, and how far something slow has come."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import ProgressBar

from screens.opening.screen import KEYS
from screens.wall.dialogs.dialog import Dialog, Help, TextField, Writing
from screens.wall.dialogs.pick import Pick
from screens.wall.widgets.words import Words
from sessions.wording import say


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
        yield TextField(self.begun)

    def on_mount(self) -> None:
        """Stand at the end of it."""
        field = self.query_one(TextField)
        field.move_cursor(field.document.end)


class KeyHelp(Help):
    """What the keys do here."""

    HINTS: ClassVar[tuple[str, ...]] = ("wall.ask.scroll", "guide.open", "opening.back")

    def __init__(self) -> None:
        """Read out this screen's catalogue."""
        super().__init__(KEYS)


class Working(Dialog[None]):
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
