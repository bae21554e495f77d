"""Bars that can be counted from the back row: a block for each of us, beside the words."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from screens.drawn import drawn_line, fitted, joined
from sessions.views.shapes import Bar

# From generous to tight: what one person looks like in a bar.
_UNITS = ("■■■■ ", "■■■ ", "■■ ", "■ ", "■")

PAD = "  "


def unit(most: int, room: int) -> str:
    """Choose the widest unit with which `most` people fit."""
    return next((unit for unit in _UNITS if len(unit) * most <= room), _UNITS[-1])


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
            lines.append(joined(" " * column, lead, Content.styled(blocks.replace("■", "▄"), "$accent")))
            blocks = blocks.replace("■", "█")
        number = Content.styled(f" {bar.count}", "$quiet") if bar.count else Content.styled("·", "$empty")
        lines.append(
            joined(fitted(drawn_line(bar.label), column), lead, Content.styled(blocks, "$accent"), number)
        )
    return lines
