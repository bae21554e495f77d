"""A spreadsheet as rows of cells, whatever file it came in."""

from __future__ import annotations

from decimal import Decimal

from sessions.model import Value

from .disk import MIB
from .fault import Fault, Refusal
from .tidy import settled

MOST_BYTES = 5 * MIB
MOST_ROWS = 5_000
MOST_COLUMNS = 100

Cell = str | Decimal


class Row(Value, frozen=True):
    """One row that is not empty; `line` is its line in the file, or its row number in a workbook."""

    line: int
    cells: tuple[Cell, ...]


class Sheet(Value, frozen=True):
    """The titles and the rows below them; a row longer than the titles has something wrong with it."""

    file: str
    titles: tuple[str, ...]
    line: int
    rows: tuple[Row, ...]
    warnings: tuple[Fault, ...] = ()


def make_sheet(file: str, rows: list[Row], warnings: tuple[Fault, ...] = ()) -> Sheet:
    """Take the first row as titles; rows below are as long, unless they hold more. Raises Refusal."""
    rows = [row for row in rows if any(cell != "" for cell in row.cells)]
    if not rows:
        raise Refusal("sheet-no-rows")
    if len(rows) - 1 > MOST_ROWS:
        raise Refusal("sheet-too-long", meant=f"{MOST_ROWS:,}")
    widest = max(len(_trimmed(row.cells)) for row in rows)
    if widest > MOST_COLUMNS:
        raise Refusal("sheet-too-wide", meant=str(MOST_COLUMNS))
    titles = tuple(settled(str(cell), longest=100) for cell in rows[0].cells[:widest])
    fitted = tuple(Row(row.line, _fitted(row.cells, len(titles))) for row in rows[1:])
    return Sheet(file, titles, rows[0].line, fitted, warnings)


def _trimmed(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    length = len(cells)
    while length and cells[length - 1] == "":
        length -= 1
    return cells[:length]


def _fitted(cells: tuple[Cell, ...], length: int) -> tuple[Cell, ...]:
    kept = _trimmed(cells)
    return kept + ("",) * (length - len(kept))
