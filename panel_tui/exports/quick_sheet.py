"""Sheets of many short cells, written the quick way: each row at once as the XML that the file will hold.

xlsxwriter keeps every cell as a tuple in a dict of dicts until the book is closed, and goes over each of them three
times. For the sheets with a row a score that was most of a workbook's time and memory. The bytes are the same.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any

from msgspec import Struct
from xlsxwriter.worksheet import Worksheet

_BLOCK = 16  # rows that share one `spans`, as xlsxwriter has it
_TOGETHER = 64  # blocks kept as one text: a system takes back large pieces of memory, small ones seldom
_MOST = 16_000  # letters: a longer text may have to be cut, which only xlsxwriter knows how to do
_COLUMNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_AT = 6  # where its column stands in `<c r="A2"`

Tail = Callable[[Any], str]
"""Gives what follows a cell's place, or nothing where it stays empty."""


def is_quick(rows: Sequence[Struct], fields: Sequence[str]) -> bool:
    """Whether rows can be written so: few columns, each row begins with something, and no text is too long."""
    if not rows or len(fields) > len(_COLUMNS):
        return False
    found = [set(map(attrgetter(field), rows)) for field in fields]
    texts = (value for values in found for value in values if isinstance(value, str))
    return not found[0] & {"", None} and all(len(text) <= _MOST for text in texts)


class QuickSheet(Worksheet):  # type: ignore[misc]  # xlsxwriter carries no types
    """A sheet whose rows below the heading may be handed over all together."""

    dim_rowmax: int
    lines: deque[str]
    styles: tuple[
        Any, ...
    ] = ()  # in the order they are first used; the n-th stands in the lines as letter n + 1

    def __init__(self) -> None:
        """Begin as any other sheet."""
        super().__init__()
        self.lines = deque()

    def fill(self, rows: Iterable[Sequence[object]], tails: Sequence[Tail]) -> None:
        """Take all the rows, with a tail for each of their columns."""
        columns = list(zip(_COLUMNS, tails, strict=False))
        lines: list[str] = []
        drawn: list[str] = []
        block: list[tuple[int, str]] = []
        last = _COLUMNS[len(tails) - 1]  # of the first block, where the heading stands
        number = 1
        for number, values in enumerate(rows, start=2):
            cells = [
                f'<c r="{letter}{number}"{end}'
                for (letter, tail), value in zip(columns, values, strict=True)
                if (end := tail(value))
            ]
            last = max(last, cells[-1][_AT])
            block.append((number, "".join(cells)))
            if number % _BLOCK == 0:
                drawn.append(_drawn(block, last))
                last, block = "A", []
                if len(drawn) == _TOGETHER:
                    lines.append("".join(drawn))
                    drawn.clear()
        self.lines = deque((*lines, *drawn, _drawn(block, last)))
        self._check_dimensions(number - 1, 0)

    def _write_rows(self) -> None:
        """Write the heading, then what was handed over."""
        if not self.lines:
            super()._write_rows()
            return
        lowest, self.dim_rowmax = self.dim_rowmax, 0
        super()._write_rows()
        self.dim_rowmax = lowest
        numbered = [(chr(n), f' s="{style._get_xf_index()}"') for n, style in enumerate(self.styles, start=1)]
        while self.lines:
            text = self.lines.popleft()
            for mark, number in numbered:  # one search each: `translate` looks every letter up
                text = text.replace(mark, number)
            self.fh.write(text)

    def marked(self, style: Any) -> str:
        """Give what stands for a format until xlsxwriter gives it a number: when the file is written, as first used."""
        if not style:
            return ""
        if style not in self.styles:
            self.styles += (style,)
        return chr(self.styles.index(style) + 1)


def _drawn(block: Sequence[tuple[int, str]], last: str) -> str:
    spans = f"1:{_COLUMNS.index(last) + 1}"
    return "".join(f'<row r="{number}" spans="{spans}">{cells}</row>' for number, cells in block)


def tail(page: QuickSheet, style_of: Callable[[object], Any]) -> Tail:
    """Return the tail of one column; `style_of` gives a value's format, or nothing.

    What was made is kept: some hundred values stand in a million cells.
    """
    strings = page.str_table
    texts: dict[str, str] = {}
    numbers: dict[object, str] = {}

    def text(value: object, words: str) -> str:
        found = texts.get(words)
        if found is None:
            index = strings._get_shared_string_index(words)
            found = texts[words] = f'{page.marked(style_of(value))} t="s"><v>{index}</v></c>'
        else:
            strings.count += 1
        return found

    def write(value: Any) -> str:
        kind = value.__class__
        if kind is str:
            return text(value, value) if value else ""
        if kind is bool:
            return text(value, "yes") if value else ""
        if value is None:
            return ""
        found = numbers.get(value)
        if found is None:
            number = value if kind is int else float(value)
            found = numbers[value] = f"{page.marked(style_of(value))}><v>{number:.16G}</v></c>"
        return found

    return write
