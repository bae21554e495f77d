"""Lines that are laid out for the width there is: steps with their marks, and parts that must not be torn apart."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from screens.drawn import joined, stacked

GAP = 3  # cells between two parts on one row
MOST = 3  # rows of a part that is wider than the wall


def flowed(parts: Sequence[Content], width: int, *, least: int = 0) -> list[Content]:
    """Put parts on as few rows as they need, each whole; each takes at least so many cells where all then fit."""
    taken = [max(part.cell_length + GAP, least) for part in parts]
    if sum(taken[:-1]) + sum(part.cell_length for part in parts[-1:]) > width:
        taken = [part.cell_length + GAP for part in parts]
    rows: list[Content] = []
    ends = 0
    for part, takes in zip(parts, taken, strict=True):
        if rows and ends + part.cell_length <= width:
            rows[-1] = joined(rows[-1], " " * (ends - rows[-1].cell_length), part)
            ends += takes
        else:
            *above, last = part.wrap(max(width, 1)) if part.cell_length > width else [part]
            rows += [*above, last][:MOST]
            ends = width if above else takes
    return rows


def hung(mark: Content, words: Content, width: int) -> list[Content]:
    """Wrap words beside their mark, and never under it."""
    lines = words.wrap(max(width - mark.cell_length, 1))
    blank = Content(" " * mark.cell_length)
    return [joined(blank if number else mark, line) for number, line in enumerate(lines)]


class Lines(Widget):
    """As many rows as its lines take."""

    DEFAULT_CSS = "Lines { width: 1fr; height: auto; }"

    @abstractmethod
    def lines(self, width: int) -> list[Content]:
        """Lay the lines out."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's form
        """Ask for a row a line."""
        return len(self.lines(width))

    def render(self) -> Content:
        """Draw the lines."""
        return stacked(self.lines(self.size.width))


class Flow(Lines):
    """Short parts beside one another; a part that does not fit goes on to the next row as a whole."""

    parts: Sequence[Content] = ()

    def say(self, parts: Sequence[Content]) -> None:
        """Say these instead; the same again costs nothing."""
        same = len(parts) == len(self.parts) and all(map(Content.is_same, parts, self.parts))
        if not same:
            self.parts = tuple(parts)
            self.refresh(layout=True)

    def lines(self, width: int) -> list[Content]:
        """Lay them out."""
        return flowed(self.parts, width)


class Steps(Lines):
    """What to do, step by step: marks in their own column."""

    steps: Sequence[tuple[Content, Content]] = ()

    def say(self, steps: Sequence[tuple[Content, Content]]) -> None:
        """Say these instead, each a mark and its words."""
        self.steps = tuple(steps)
        self.refresh(layout=True)

    def lines(self, width: int) -> list[Content]:
        """Lay them out."""
        return [line for mark, words in self.steps for line in hung(mark, words, width)]
