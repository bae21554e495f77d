"""Words drawn in letters that the back row can read: wrapped whole, as large as there is room for.

Each cell holds two squares across and two down, so a letter of six squares takes three rows. A style says how many
squares wide and high a square of the alphabet is drawn. Where a letter is missing, or nothing fits, there is no style:
the words then stand plain, and are never cut.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from msgspec import Struct

from screens.wall.letter_shapes import ABOVE, BELOW, SMALL, TALL, Face

QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""A cell by its squares: 1 top left, 2 top right, 4 bottom left, 8 bottom right."""


class Style(Struct, frozen=True):
    """An alphabet, and how many squares across and down each of its squares is drawn."""

    face: Face
    across: int
    down: int

    @property
    def cap(self) -> float:
        """Return the height of a capital, in rows."""
        return self.face.cap * self.down / 2


STYLES = (
    Style(TALL, 6, 3),
    Style(TALL, 4, 2),
    Style(TALL, 3, 2),
    Style(TALL, 2, 2),
    Style(TALL, 2, 1),
    Style(SMALL, 2, 1),
    Style(TALL, 1, 1),
    Style(SMALL, 1, 1),
)
"""The styles there are, the easiest to read first: a wide letter is read from further than a slightly higher one."""

CLOCKS = {60: STYLES[-1:], 78: STYLES[-3:-2], 110: STYLES[-4:-3]}
"""How the time of day is drawn from so many cells of the wall's width on; never higher than three rows."""


def high_enough(rows: float) -> tuple[Style, ...]:
    """Put the styles whose capitals take at least so many rows first."""
    return tuple(sorted(STYLES, key=lambda style: style.cap < rows))


_SINGLE = {"i": "ı", "j": "ȷ"}  # they lose their dot under an accent
_ROOM_BELOW = 1  # squares between the foot of a letter and a sign under it


class Glyph(Struct, frozen=True):
    """A letter with its accents: rows of squares, and how many of them stand over a capital's height."""

    rows: tuple[str, ...]
    over: int

    @property
    def width(self) -> int:
        """Count the squares across."""
        return len(self.rows[0])


class Drawn(Struct, frozen=True):
    """Words laid out: their lines, in a style."""

    style: Style
    lines: tuple[str, ...]

    @property
    def rows(self) -> list[str]:
        """Draw them, a string a row of cells, all equally wide."""
        return _cells(_squares(self.lines, self.style))


@lru_cache(maxsize=1024)
def glyph(face: Face, letter: str) -> Glyph | None:
    """Find a letter, or put it together from a letter and its accents; nothing where it has no form here."""
    if letter in face.glyphs:
        return Glyph(face.glyphs[letter], 0)
    base, *marks = list(unicodedata.normalize("NFD", letter))
    if not marks or not all(mark in ABOVE or mark in BELOW for mark in marks):
        return None
    base = _SINGLE.get(base, base) if marks[0] in ABOVE else base
    if base not in face.glyphs:
        return None
    made = Glyph(face.glyphs[base], 0)
    for mark in marks:
        made = _under(made, BELOW[mark]) if mark in BELOW else _accented(made, ABOVE[mark])
    return made


def _accented(letter: Glyph, accent: tuple[str, ...]) -> Glyph:
    """Set an accent over a letter, one square of air between, in the middle."""
    wide = max(letter.width, len(accent[0]))
    top = next(at for at, row in enumerate(letter.rows) if "#" in row)
    rows = [row.center(wide, ".") for row in letter.rows]
    over = max(len(accent) + 1 - top, 0)
    rows = ["." * wide] * over + rows
    first = top + over - 1 - len(accent)
    for at, row in enumerate(accent, first):
        rows[at] = row.center(wide, ".")
    return Glyph(tuple(rows), letter.over + over)


def _under(letter: Glyph, sign: tuple[str, ...]) -> Glyph:
    wide = max(letter.width, len(sign[0]))
    rows = [row.center(wide, ".") for row in (*letter.rows, *("." * letter.width,) * _ROOM_BELOW, *sign)]
    return Glyph(tuple(rows), letter.over)


def drawable(text: str) -> bool:
    """Whether every letter of a text has a form in every alphabet."""
    return all(letter == " " or glyph(face, letter) for face in (TALL, SMALL) for letter in text)


def width(text: str, style: Style) -> int:
    """Count the cells one line takes across; every letter must be drawable."""
    return -(-_length(text, style.face) * style.across // 2)


def _length(text: str, face: Face) -> int:
    squares = 0
    for letter in text:
        found = glyph(face, letter)
        squares += face.space + 1 if found is None else found.width + 1
    return max(squares - 1, 0)


def _wrapped(text: str, style: Style, across: int) -> tuple[str, ...] | None:
    """Break a text between words; nothing where one word alone is too wide."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, style) <= across:
            lines[-1] = longer
        elif width(word, style) <= across:
            lines.append(word)
        else:
            return None
    return tuple(lines)


def laid_out(text: str, across: int, down: float, *, styles: tuple[Style, ...] = STYLES) -> Drawn | None:
    """Lay words out as large as they fit into so many cells and rows; nothing where they must stand plain."""
    if not text.strip():
        return None
    for style in styles:
        if style.cap > down or not all(
            letter == " " or glyph(style.face, letter) is not None for letter in text
        ):
            continue
        lines = _wrapped(text, style, across)
        if lines and -(-_height(lines, style) // 2) <= down:
            return Drawn(style, _balanced(lines, style, across))
    return None


def _balanced(lines: tuple[str, ...], style: Style, across: int) -> tuple[str, ...]:
    """Break as many lines anew, so that no word stands by itself at the end; a dot between things stands at no end."""
    if len(lines) == 1:
        return lines
    narrowest, best = max(width(line, style) for line in lines) // 2, lines
    while narrowest < across:
        middle = (narrowest + across) // 2
        found = _wrapped(" ".join(lines), style, middle)
        if found and len(found) == len(lines):
            best, across = found, middle
        else:
            narrowest = middle + 1
    return tuple(line.strip(" ·") or line for line in best)


def _extent(line: str, face: Face) -> tuple[int, int]:
    """Return how far a line reaches over its capitals, and below their foot."""
    found = [made for letter in line if (made := glyph(face, letter))]
    over = max((made.over for made in found), default=0)
    return over, max((len(made.rows) - made.over - face.cap for made in found), default=0)


def _height(lines: tuple[str, ...], style: Style) -> int:
    """Count the squares lines take down, with one of air between two."""
    parts = [sum(_extent(line, style.face)) + style.face.cap for line in lines]
    return (sum(parts) + len(parts) - 1) * style.down


def _squares(lines: tuple[str, ...], style: Style) -> list[str]:
    """Draw the squares, grown to the style's size."""
    drawn: list[str] = []
    for line in lines:
        over, below = _extent(line, style.face)
        rows = [""] * (over + style.face.cap + below)
        for letter in line:
            made = glyph(style.face, letter) or Glyph(("." * style.face.space,), 0)
            above = over - made.over
            column = ["." * made.width] * above + list(made.rows)
            column += ["." * made.width] * (len(rows) - len(column))
            rows = [row + part + "." for row, part in zip(rows, column, strict=True)]
        drawn += [*([""] if drawn else []), *(row[:-1] for row in rows)]
    return ["".join(square * style.across for square in row) for row in drawn for _ in range(style.down)]


def _cells(squares: list[str]) -> list[str]:
    wide = max(map(len, squares))
    wide += wide % 2
    rows = [row.ljust(wide, ".") for row in squares] + ["." * wide] * (len(squares) % 2)
    return [
        "".join(
            QUADRANTS[
                sum(
                    bit
                    for bit, square in zip((1, 2, 4, 8), top[at : at + 2] + low[at : at + 2], strict=True)
                    if square == "#"
                )
            ]
            for at in range(0, wide, 2)
        )
        for top, low in zip(rows[::2], rows[1::2], strict=True)
    ]
