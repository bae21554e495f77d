"""The eye chart: four lines, each smaller. The last is as small as what the wall has to say."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from screens.safe_text import drawn_line, joined, stacked
from screens.wall import pixel_font
from screens.wall.dialogs.dialog import Dialog
from screens.wall.widgets.words import Words
from sessions.wording import say

SIZES = (2, 1)  # of the big letters; then come bold ones, and those of every sentence
LINES = 4
ROOMY = 24  # rows of the terminal from which lines stand apart


class EyeChart(Dialog[None]):
    """Letters that spell nothing, so that nobody can guess them."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,q", "cancel", show=False)]
    HINTS: ClassVar[tuple[str, ...]] = ("ready.close",)

    def __init__(self) -> None:
        """Take the letters of the language in use."""
        super().__init__(say("ready.eyes.title"))
        self.letters = say("ready.eyes.letters").split()[:LINES]

    def body(self) -> ComposeResult:
        """Draw the lines, the largest first, and say what to do."""
        yield Words(id="eyes")
        yield Words(say("ready.eyes.smaller"), classes="card-label")

    def on_mount(self) -> None:
        """Draw them."""
        lines = [_line(letters, place) for place, letters in enumerate(self.letters)]
        gap = "\n\n" if self.app.size.height >= ROOMY else "\n"
        self.query_one("#eyes", Words).say(Content(gap).join(lines))


def _line(letters: str, place: int) -> Content:
    number = f"{place + 1}   "
    if place < len(SIZES) and pixel_font.drawable(letters):
        first, *rest = pixel_font.rows(letters, SIZES[place])
        return stacked([Content(number + first), *(Content(" " * len(number) + row) for row in rest)])
    return joined(Content(number), drawn_line(letters, "bold" if place < LINES - 1 else ""))
