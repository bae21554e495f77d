"""Read what programs put into a text file on the way out: whole lines in quotation marks, errors as words, HTML."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from panel_tui.folder.amounts import is_amount
from panel_tui.folder.delimiter import delimiter
from panel_tui.folder.html_text import html_text, is_html
from panel_tui.folder.spreadsheet.grid import Cell, GridRow
from panel_tui.folder.spreadsheet.title_trust import known

_SHOWS = re.compile(r"#(?:REF!|NAME\?|VALUE!|DIV/0!|NUM!|NULL!|N/A|SPILL!|CALC!)|#{3,}|Err:\d{3}")
_NOTHING = re.compile(r"NULL|NaN|<NA>|N/?A|n/?a|[-–—]")
_LONGEST = 200  # characters of an amount, however it is marked up


def as_meant(row: GridRow) -> GridRow:
    """Take words such as #REF! for the broken cells they were, and read an amount like `&pound;5` as it shows."""
    broken = tuple(
        (at, str(cell)) for at, cell in enumerate(row.cells) if _SHOWS.fullmatch(str(cell).strip())
    )
    cells = tuple(_amount(cell) for cell in row.cells)
    return replace(row, cells=cells, broken=broken) if broken or cells != row.cells else row


def is_nothing(words: str) -> bool:
    """Whether a cell only says that it is empty, as databases write it."""
    return _NOTHING.fullmatch(words.strip()) is not None


def within_marks(mark: str, rows: Sequence[GridRow]) -> tuple[str, list[GridRow]]:
    """Read lines again that stand whole between quotation marks, so that each seems to be one cell."""
    if len(rows) < 2 or any(row.held != [0] for row in rows):
        return mark, list(rows)
    lines = [str(row.cell(0)) for row in rows]
    inner = delimiter("\n".join(" ".join(line.split()) for line in lines))
    read = [_cells(line, inner) for line in lines]
    usual, times = Counter(map(len, read)).most_common(1)[0]
    titled = any(len(_fields(cells)) > 1 for cells in read)
    if usual < 2 or times < 0.8 * len(read) or not titled:
        return mark, list(rows)
    return inner, [replace(row, cells=tuple(cells)) for row, cells in zip(rows, read, strict=True)]


def _cells(line: str, mark: str) -> list[str]:
    try:
        found = next(csv.reader([line], delimiter=mark, strict=True), [])
    except csv.Error:
        return [line]
    return [cell if cell.strip() else "" for cell in found]


def _fields(cells: Sequence[str]) -> set[str]:
    return set[str]().union(*(known(cell) for cell in cells))


def _amount(cell: Cell) -> Cell:
    if not isinstance(cell, str) or len(cell) > _LONGEST or not is_html(cell):
        return cell
    plain = html_text(cell)
    return plain if is_amount(plain) else cell
