"""Squares, dots and bars as SVG: shapes that repeat what stands in words beside them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from screens.square_data import modules
from sessions.views.shapes import Bar, RoundBars, Shape
from sessions.views.wall.list_rows import Sums

MOST_DOTS = 60  # beyond this many, dots are a blur and the number says it better


class Square(Struct, frozen=True):
    """A QR code: how many modules across, and the path of the dark ones."""

    across: int
    path: str


@lru_cache(maxsize=8)
def square(link: str) -> Square:
    """Draw a link, its white edge with it; dark modules beside one another are one piece."""
    lines = modules(link)
    pieces = []
    for y, line in enumerate(lines):
        x = 0
        while x < len(line):
            wide = next((n for n, dark in enumerate(line[x:]) if dark is not line[x]), len(line) - x)
            if line[x]:
                pieces.append(f"M{x} {y}h{wide}v1h-{wide}z")
            x += wide
    return Square(len(lines), "".join(pieces))


def dots(filled: int, of: int) -> tuple[bool, ...]:
    """Return a dot for each of us, those first who are in; none for a hall too big to draw."""
    if not 0 < of <= MOST_DOTS:
        return ()
    return tuple(n < filled for n in range(of))


def most(shapes: Sequence[Shape | RoundBars]) -> int:
    """Count the longest bar of all, so that one of us is as wide in one as in the other."""
    return max((bar.count for shape in shapes for bar in shape.bars), default=0)


def heads(bar: Bar) -> range:
    """Return a place for each of those a bar stands for."""
    return range(bar.count)


class Part(Struct, frozen=True):
    """A part of the pot's bar: its name, where it begins, how wide it is, of a thousand, and its words."""

    name: str
    start: float
    wide: float
    words: str


def parts(sums: Sums) -> tuple[Part, ...]:
    """Part the bar in the proportion of the money."""
    amounts = [max(amount, 0) for amount in (sums.given, sums.left)]
    whole, start, found = sum(amounts) or 1, 0.0, []
    for name, amount, words in zip(("given", "left"), amounts, sums.words, strict=True):
        wide = round(1000 * amount / whole, 2)
        found.append(Part(name, round(start, 2), wide, words))
        start += wide
    return tuple(found)
