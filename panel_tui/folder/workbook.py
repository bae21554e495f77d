"""Read XLSX and ODS, after `archive` has looked inside: every sheet that shows, as a person sees it."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from decimal import Decimal

import python_calamine as calamine

from panel_tui.folder import ods_marks, xlsx_marks
from panel_tui.folder.archive import check_archive
from panel_tui.folder.fault import Refusal
from panel_tui.folder.sheet_marks import MOST_MERGED, Marks
from panel_tui.folder.spreadsheet.grid import Book, Cell, GridRow, SheetGrid

Held = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta
_TALLEST = 1_000  # rows that one merged cell may fill


def read_workbook(file: str, data: bytes) -> Book:
    """Read the sheets. Raises Refusal with the reason."""
    check_archive(data)
    try:
        with calamine.load_workbook(io.BytesIO(data)) as book:
            shown, hidden = _names(book)
            held = {
                name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
                for name in (*shown, *hidden)
            }
    except calamine.PasswordError as problem:
        raise Refusal("sheet-old-excel") from problem
    except (calamine.CalamineError, OSError, ValueError) as problem:
        raise Refusal("sheet-broken-zip") from problem
    marks = _marks(data)
    grids = tuple(_grid(name, held[name], marks.get(name, Marks())) for name in shown)
    kept = tuple(name for name in hidden if any(cell != "" for row in held[name] for cell in row))
    filled = tuple(grid for grid in grids if grid.rows)
    return Book(file, filled or grids[:1], hidden=kept, is_workbook=True)


def _names(book: calamine.CalamineWorkbook) -> tuple[list[str], list[str]]:
    """List the worksheets that show, and those that do not."""
    sheets = [one for one in book.sheets_metadata if one.typ == calamine.SheetTypeEnum.WorkSheet]
    shown = [one.name for one in sheets if one.visible == calamine.SheetVisibleEnum.Visible]
    return shown, [one.name for one in sheets if one.name not in shown]


def _marks(data: bytes) -> dict[str, Marks]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if "content.xml" in archive.namelist():
                return ods_marks.marks_of(archive)
            return xlsx_marks.marks_of(archive)
    except zipfile.BadZipFile as problem:
        raise Refusal("sheet-broken-zip") from problem


def _grid(name: str, cells: list[list[Held]], marks: Marks) -> SheetGrid:
    whole = [[_cell(held) for held in row] for row in cells]
    for line, broken in marks.broken.items():
        _put(whole, line, broken)
    for line, zeros in marks.zeros.items():
        _put(whole, line, {at: _filled_up(whole, line, at, digits) for at, digits in zeros.items()})
    filled = _merged(whole, marks)
    rows = tuple(
        GridRow(
            line,
            tuple(row),
            sheet=name,
            hidden=line in marks.hidden_rows,
            struck=frozenset(marks.struck.get(line, ())),
            part_struck=frozenset(marks.part_struck.get(line, ())),
            filled=frozenset(filled.get(line, ())),
            broken=tuple(marks.broken.get(line, {}).items()),
            signs=tuple(marks.signs.get(line, {}).items()),
        )
        for line, row in enumerate(whole, start=1)
        if any(cell != "" for cell in row)
    )
    return SheetGrid(name, rows, frozenset(marks.hidden_columns), marks.filtered)


def _put(whole: list[list[Cell]], line: int, cells: dict[int, str]) -> None:
    """Write into the rows what the reader did not give; a cell beyond its rectangle is outside the table."""
    for at, words in cells.items():
        if line <= len(whole) and at < len(whole[line - 1]) and words:
            whole[line - 1][at] = words


def _filled_up(whole: list[list[Cell]], line: int, at: int, digits: int) -> str:
    cell = whole[line - 1][at] if line <= len(whole) and at < len(whole[line - 1]) else ""
    return f"{int(cell):0{digits}}" if isinstance(cell, Decimal) and cell == int(cell) else ""


def _merged(whole: list[list[Cell]], marks: Marks) -> dict[int, set[int]]:
    """Return the value of a merged cell to every row it covers; gives the cells that were filled so."""
    filled: dict[int, set[int]] = {}
    covered = 0
    for merge in marks.merges:
        if merge.top >= len(whole) or merge.left >= len(whole[merge.top]):
            continue
        value = whole[merge.top][merge.left]
        bottom = min(merge.bottom, len(whole) - 1, merge.top + _TALLEST)
        covered += bottom - merge.top
        if value == "" or covered > MOST_MERGED:
            continue
        for at in range(merge.top + 1, bottom + 1):
            if merge.left < len(whole[at]) and whole[at][merge.left] == "":
                whole[at][merge.left] = value
                filled.setdefault(at + 1, set()).add(merge.left)
    return filled


def _cell(held: Held) -> Cell:
    """Keep numbers exact and as they are shown; everything else becomes words."""
    if isinstance(held, bool):
        return "yes" if held else "no"
    if isinstance(held, int | float):
        number = Decimal(repr(held))
        return Decimal(int(held)) if number.is_finite() and number == int(held) else number
    if isinstance(held, str):
        return held if held.strip() else ""
    if isinstance(held, dt.datetime) and held.time() == dt.time():
        return held.date().isoformat()  # a day: nobody sees a time there
    return held.isoformat(" ") if isinstance(held, dt.datetime) else str(held)
