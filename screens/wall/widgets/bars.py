"""Bars that can be counted from the back row: a block for each of us, beside the words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from textual.content import Content

from screens.safe_text import drawn_line, fitted, joined
from sessions.views.shapes import Bar

WIDEST = 10  # cells one person takes at most: wider, and three people look like a crowd

PAD = "  "


class BarLines(Protocol):
    """Draws bars, a line each or two, so that they can stand beside others."""

    def __call__(
        self, bars: Sequence[Bar], width: int, *, labels: int = 0, most: int = 0, grown: bool = False
    ) -> list[Content]:
        """Draw them."""
        ...


def unit(most: int, room: int) -> str:
    """Draw one person so wide that `most` of them fill the room, with a gap after each where there is room for gaps."""
    wide = min(room // max(most, 1), WIDEST)
    return "█" * (wide - 1) + " " if wide > 1 else "█"


def longest(bars: Sequence[Bar]) -> int:
    """Count the longest bar."""
    return max((bar.count for bar in bars), default=0)


def label_width(bars: Sequence[Bar], widest: int) -> int:
    """Measure the longest label, at most `widest`."""
    return min(max((drawn_line(bar.label).cell_length for bar in bars), default=0), widest)


def bar_lines(
    bars: Sequence[Bar], width: int, *, labels: int = 0, most: int = 0, grown: bool = False
) -> list[Content]:
    """Draw the bars within a width: a line each, or two where they are `grown`.

    Bars that stand near others share their `labels` (the column's width) and their `most` (the longest bar), so
    that one of us is as wide in one as in the other.
    """
    column = max(label_width(bars, width // 2), labels)
    lead = PAD if column else ""
    room = max(width - column - len(lead) - 4, 4)
    one = unit(max(longest(bars), most), room)
    lines = []
    for bar in bars:
        blocks = (one * bar.count).rstrip()[:room]
        if grown:
            lines.append(joined(" " * column, lead, Content.styled(blocks.replace("█", "▄"), "$accent")))
        number = Content.styled(f" {bar.count}", "$quiet") if bar.count else Content.styled("·", "$empty")
        lines.append(
            joined(fitted(drawn_line(bar.label), column), lead, Content.styled(blocks, "$accent"), number)
        )
    return lines


_DOTS = ("▟▙", "▜▛")  # somebody, in two rows


def dot_lines(
    bars: Sequence[Bar], width: int, *, labels: int = 0, most: int = 0, grown: bool = False
) -> list[Content]:
    """Draw a dot for each of us within a width: two rows high where they are `grown`, else one.

    Their words and columns are as those of bars. Where there is no room for air they stand close, and where there is
    none for large ones they are small.
    """
    column = max(label_width(bars, width // 2), labels)
    lead = PAD if column else ""
    room, most = max(width - column - len(lead) - 4, 4), max(longest(bars), most)
    upper, lower = _DOTS if grown and most * len(_DOTS[0]) <= room else (" ", "●")
    air = next((" " * wide for wide in (2, 1) if most * (len(lower) + wide) <= room + wide), "")
    lines = []
    for bar in bars:
        above, below = (air.join([half] * bar.count)[:room] for half in (upper, lower))
        if grown:
            lines.append(joined(" " * column, lead, Content.styled(above, "$accent")))
        number = Content.styled(f" {bar.count}", "$quiet") if bar.count else Content.styled("·", "$empty")
        word = fitted(drawn_line(bar.label), column)
        lines.append(joined(word, lead, Content.styled(below, "$accent"), number))
    return lines
