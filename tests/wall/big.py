"""What big letters look like on a screen, and what they say, for tests that read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache, reduce
from operator import or_
from typing import NamedTuple

from screens.wall import letters
from screens.wall.letter_shapes import Face

ACCENTED = "âêîôûŵŷáéíóúëïöüàèìòùçñÂÊÎÔÛŴŶÁÉÍÓÚÖÜÇ"
FEWEST = 2  # letters of a line; one alone may be a bar
_BITS = {cell: bits for bits, cell in enumerate(letters.QUADRANTS)}


class Line(NamedTuple):
    """A line of drawn letters: where it stands, in squares, how high its capitals are, and what it says."""

    top: int
    left: int
    high: int
    right: int
    words: str

    def overlaps(self, other: Line) -> bool:
        """Say whether both stand on the same squares: one of them is then only a part of the other."""
        down = self.top < other.top + other.high and other.top < self.top + self.high
        return down and self.left < other.right and other.left < self.right


def drawn_words(rows: Sequence[str]) -> tuple[str, ...]:
    """Read every line of drawn letters that stands on a screen, from the top down."""
    return _read(tuple(rows))


@lru_cache(maxsize=16)  # who waits for a word looks at the same screen many times
def _read(rows: tuple[str, ...]) -> tuple[str, ...]:
    found = [line for style in letters.STYLES for line in _lines(rows, style)]
    kept: list[Line] = []
    for line in sorted(found, key=lambda line: -len(line.words)):
        said = any(letter.isalnum() and letter not in "ıȷ" for letter in line.words)
        if said and not any(line.overlaps(other) for other in kept):
            kept.append(line)
    return tuple(line.words for line in sorted(kept, key=lambda line: (line.top, line.left)))


def with_drawn(rows: Sequence[str]) -> list[str]:
    """Give the rows of a screen, and below them what is drawn on it in big letters, in one breath."""
    return [*rows, " ".join(drawn_words(rows))]


@cache
def _forms(face: Face, across: int, down: int) -> dict[int, list[tuple[tuple[int, ...], int, str]]]:
    """Give the letters by their first column: their columns as bits from the capital's top, and how high they are."""
    forms: dict[int, list[tuple[tuple[int, ...], int, str]]] = {}
    for letter in (*face.glyphs, *ACCENTED):
        made = letters.glyph(face, letter)
        assert made is not None
        rows = made.rows[made.over :]
        tall = [row for row in rows for _ in range(down)]
        wide = range(made.width * across)
        columns = tuple(sum((row[x // across] == "#") << y for y, row in enumerate(tall)) for x in wide)
        while columns and not columns[-1]:
            columns = columns[:-1]
        blank = next(at for at, column in enumerate(columns) if column)
        forms.setdefault(columns[blank], []).append((columns[blank:], len(tall), letter))
    for same in forms.values():
        same.sort(key=lambda form: (-len(form[0]), -form[1]))
    return forms


def _columns(rows: Sequence[str]) -> list[int]:
    """Give the screen's squares, column by column, as bits from the top."""
    wide = max(map(len, rows), default=0)
    columns = [0] * (2 * wide + 2)
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            bits = _BITS.get(cell, 0)
            columns[2 * x] |= ((bits & 1) | (bits >> 1 & 2)) << 2 * y
            columns[2 * x + 1] |= ((bits >> 1 & 1) | (bits >> 2 & 2)) << 2 * y
    return columns


def _lines(rows: Sequence[str], style: letters.Style) -> Iterator[Line]:
    columns, cap = _columns(rows), style.face.cap * style.down
    somewhere, capital, tailed = reduce(or_, columns), (1 << cap) - 1, (1 << cap + 2 * style.down) - 1
    for y in range(2 * len(rows) - cap + 1):
        if not somewhere >> y & capital:
            continue
        at, text, begun, ended = 0, "", 0, 0
        while at < len(columns):
            form = _form(columns, at, y, cap, style) if columns[at] >> y & tailed else None
            if form is None:
                if columns[at] >> y & capital or at - ended > 4 * style.face.space * style.across:
                    if len(text) >= FEWEST:
                        yield Line(y, begun, cap, ended, text)
                    text = ""
                at += 1
                continue
            width, letter = form
            space = at - ended > (style.face.space + 1) * style.across
            text, begun = (f"{text}{' ' * space}{letter}", begun) if text else (letter, at)
            at = ended = at + width
        if len(text) >= FEWEST:
            yield Line(y, begun, cap, ended, text)


def _form(columns: list[int], at: int, y: int, cap: int, style: letters.Style) -> tuple[int, str] | None:
    capital = (1 << cap) - 1
    if at and columns[at - 1] >> y & capital:
        return None
    tails = 2 * style.down
    for mask, high in (
        ((1 << cap + tails) - 1, cap + tails),
        ((1 << cap + style.down) - 1, cap + 1),
        (capital, cap),
    ):
        first = columns[at] >> y & mask
        for form, tall, letter in (
            _forms(style.face, style.across, style.down).get(first, ()) if first else ()
        ):
            end = at + len(form)
            if end >= len(columns) or columns[end] >> y & capital or (tall <= cap) != (high == cap):
                continue
            if all(columns[at + n] >> y & mask == bits for n, bits in enumerate(form)):
                return len(form), letter
    return None
