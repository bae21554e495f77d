"""Big letters that choose the largest size the wall has room for."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from screens.drawn import drawn_line, stacked
from screens.wall import lettering


class Lettered(Widget):
    """A short text in big letters; `share` is how much of the wall's height it may take. Plain where none fits."""

    DEFAULT_CSS = "Lettered { width: auto; height: auto; &.-silent { display: none; } }"
    BIGGEST = 4

    def __init__(self, *, share: float, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id, classes=classes)
        self.share = share
        self.text = ""

    def say(self, text: str) -> None:
        """Say this instead; the same again costs nothing."""
        if text != self.text:
            wider = len(text) != len(self.text)
            self.text = text
            self.set_class(not text, "-silent")
            self.refresh(layout=wider or not text.replace(":", "").isdigit())

    def size_within(self, width: int) -> int:
        """Choose the size for so many cells across; nought for plain text."""
        letters = self.text.upper()
        if not lettering.drawable(letters):
            return 0
        rows = self.app.size.height * self.share
        fits = (
            size
            for size in range(self.BIGGEST, 0, -1)
            if lettering.height(size) <= rows and lettering.width(letters, size) <= width
        )
        return next(fits, 0)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002 - Textual's form
        """Ask for the letters' width."""
        size = self.size_within(container.width)
        return lettering.width(self.text.upper(), size) if size else drawn_line(self.text).cell_length

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's form
        """Ask for the letters' height."""
        size = self.size_within(width)
        return lettering.height(size) if size else 1

    def render(self) -> Content:
        """Draw the letters."""
        size = self.size_within(self.size.width)
        if not size:
            return drawn_line(self.text)
        return stacked([Content(row) for row in lettering.rows(self.text.upper(), size)])
