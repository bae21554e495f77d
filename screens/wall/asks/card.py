"""A card over the wall that asks the facilitator something. Esc goes back to the wall, changing nothing."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from screens.wall.widgets.words import Words
from sessions.wording import say

T = TypeVar("T")


class Card(ModalScreen[T | None], Generic[T]):
    """A title, what is asked, what went wrong, and the keys. Gives the answer, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]
    HINTS: ClassVar[tuple[str, ...]] = ("wall.ask.keep", "wall.ask.cancel")

    def __init__(self, title: str) -> None:
        """Keep the title."""
        super().__init__()
        self.heading = title
        self.up = False

    def compose(self) -> ComposeResult:
        """Lay the card out."""
        with Vertical(id="card"):
            yield Words(self.heading, classes="card-title")
            yield from self.body()
            yield Words(classes="card-problem")
            yield Words("   ".join(say(hint) for hint in self.HINTS), classes="card-hint")

    def body(self) -> ComposeResult:
        """Ask."""
        yield from ()

    def on_screen_resume(self) -> None:
        """Know that the card is up and hears keys."""
        self.call_later(self._come_up)

    def _come_up(self) -> None:
        self.up = True

    def problem(self, sentence: str) -> None:
        """Say what is missing, on the card."""
        self.query_one(".card-problem", Words).say(sentence)

    def action_cancel(self) -> None:
        """Go back to the wall."""
        self.dismiss(None)
