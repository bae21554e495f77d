"""Tell a table that lies on its side, and a form: their titles stand below one another, in the first column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from panel_tui.folder.spreadsheet.column_names import FIELDS, NEEDED
from panel_tui.folder.spreadsheet.grid import Book, GridRow
from panel_tui.folder.spreadsheet.title_trust import STRONG, trust

_LABELS = 2  # columns from the left that may hold the labels; a number often stands before them


def lies_on_its_side(book: Book, sheets: Sequence[str]) -> str:
    """Say what it is: `sheet-on-its-side`, `sheet-form` for one application alone, or nothing."""
    beside = [_beside(grid.rows) for grid in book.grids if grid.name in sheets]
    if not any(beside):
        return ""
    return "sheet-on-its-side" if max(beside) > 1 else "sheet-form"


def _beside(rows: Sequence[GridRow]) -> int:
    """Count the filled cells right of the labels that name what every application has."""
    for at in range(_LABELS):
        named = {row.line: _fields(row.cell(at)) for row in rows if isinstance(row.cell(at), str)}
        fields = set[str]().union(*named.values())
        if len(fields) >= len(NEEDED) + 1 and all(field in fields for field in NEEDED):
            return max(_filled(row, at) for row in rows if named.get(row.line))
        if len(rows) == len(NEEDED) and all(field in fields for field in NEEDED):
            return max(_filled(row, at) for row in rows)
    return 0


def _fields(label: object) -> Iterable[str]:
    return {field for field in FIELDS if trust(str(label).strip().rstrip(":"), field) >= STRONG}


def _filled(row: GridRow, at: int) -> int:
    return sum(1 for column in row.held if column > at)
