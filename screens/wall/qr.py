"""Draw a QR code so that cameras read it from a projector.

A foreground-only half block, or a theme's near-white, failed two readers of three; so neither is left to chance.
"""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from screens.safe_text import drawn
from screens.square_data import modules
from sessions.wording import say

_INKS = {dark: "rgb(0,0,0)" if dark else "rgb(255,255,255)" for dark in (False, True)}


def _cell(*, top: bool, low: bool) -> tuple[str, Style]:
    """Choose a cell's character and colours.

    Fonts draw half blocks a pixel short at the top and blurred in the middle: where upper halves stood, two readers of
    three saw seams and read nothing at four sizes of letters of thirteen. A cell of one colour needs no glyph at all.
    """
    ink = Style(color=_INKS[low], bgcolor=_INKS[top], bold=False, dim=False, reverse=False)
    return (" " if top == low else "▄"), ink


_CELLS = {(top, low): _cell(top=top, low=low) for top in (False, True) for low in (False, True)}


def rows(link: str) -> list[Strip]:
    """Draw the code, two modules a cell; an odd last row is filled up with white."""
    matrix = modules(link)
    white = (False,) * len(matrix[0])
    pairs = zip(matrix[::2], (*matrix[1::2], white), strict=False)
    return [
        Strip([Segment(*_CELLS[pair]) for pair in zip(top, low, strict=True)], len(white))
        for top, low in pairs
    ]


def size(link: str) -> Size:
    """Measure the drawn code, in cells."""
    across = len(modules(link))
    return Size(across, (across + 1) // 2)


class Qr(Widget):
    """One QR at its own size. Where it cannot be drawn whole it says so: half a code is no code."""

    DEFAULT_CSS = "Qr { width: auto; height: auto; }"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id, classes=classes)
        self.link = ""

    def draw(self, link: str) -> None:
        """Show this link; nothing where there is none."""
        if link != self.link:
            self.link = link
            self.display = bool(link)
            self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002 - Textual's form
        """Ask for exactly the code's width."""
        return size(self.link).width if self.link else 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's form
        """Ask for exactly the code's height, or what there is."""
        return min(size(self.link).height, container.height) if self.link else 0

    def render_line(self, y: int) -> Strip:
        """Draw one row of the code."""
        needed = size(self.link)
        if self.size.width < needed.width or self.size.height < needed.height:
            lines = drawn(say("wall.qr.too-small")).wrap(max(self.size.width, 1))
            return Strip([Segment(lines[y].plain)]) if y < len(lines) else Strip.blank(self.size.width)
        drawn_rows = rows(self.link)
        return drawn_rows[y] if y < len(drawn_rows) else Strip.blank(self.size.width)
