"""Bars that can be counted from the back row: a block for each of us, beside the words."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from screens.drawn import drawn_line, fitted, joined
from sessions.views.shapes import Bar

# From generous to tight: what one person looks like in a bar.
_UNITS = ("■■■■ ", "■■■ ", "■■ ", "■ ", "■")


def unit(most: int, room: int) -> str:
    """Choose the widest unit with which `most` people fit."""
    return next((unit for unit in _UNITS if len(unit) * most <= room), _UNITS[-1])


def label_width(bars: Sequence[Bar], widest: int) -> int:
    """Measure the longest label, at most `widest`."""
    return min(max((drawn_line(bar.label).cell_length for bar in bars), default=0), widest)


def bar_lines(bars: Sequence[Bar], width: int, *, labels: int = 0, style: str = "$accent") -> list[Content]:
    """Draw the bars, a line each, within a width; `labels` makes the label column at least so wide."""
    column = max(label_width(bars, width // 2), labels)
    room = max(width - column - 6, 4)
    most = max((bar.count for bar in bars), default=0)
    one = unit(most, room)
    lines = []
    for bar in bars:
        blocks = (one * bar.count).rstrip()[:room]
        number = Content.styled(f" {bar.count}", "$quiet") if bar.count else Content.styled("·", "$empty")
        lines.append(
            joined(fitted(drawn_line(bar.label), column), "  ", Content.styled(blocks, style), number)
        )
    return lines
