"""Read a spreadsheet by what its file holds, not only by its name: CSV, XLSX or ODS."""

from __future__ import annotations

import csv
import io
import re

from panel_tui.folder.delimiter import delimiter, said
from panel_tui.folder.exported_cells import as_meant, within_marks
from panel_tui.folder.fault import Fault, Refusal, shown
from panel_tui.folder.letter_encoding import decoded, saved_twice
from panel_tui.folder.safe_open import MIB
from panel_tui.folder.spreadsheet.grid import Book, GridRow, SheetGrid
from panel_tui.folder.spreadsheet.table import MOST_COLUMNS, MOST_ROWS

_RULER = re.compile(r"[-=_:+]{2,}")  # a line drawn below the titles, as Markdown has
_WRAPPED = re.compile(r'="([^"]*)"')
_WIDEST = 20_000  # cells of a row, empty ones at its end too; what is wider is no sheet that anybody looks at


def read_csv(file: str, data: bytes, *, ours: bool = False) -> Book:
    """Read the rows of a CSV; the letters of one of `ours` are as they should be. Raises Refusal with the reason."""
    text, encoding = decoded(data)
    warnings = [] if encoding is None else [Fault(file, None, "sheet-encoding", found=encoding)]
    if not ours and (mended := saved_twice(text)):
        text = mended
        warnings.append(Fault(file, None, "sheet-twice-encoded"))
    mark, start = said(text)
    mark = mark or delimiter(text)
    rows = _rows(text[start:], mark, lines=1 if start else 0)
    if not ours:
        mark, rows = within_marks(mark, rows)
        rows = [as_meant(row) for row in rows]
    grid = SheetGrid("", tuple(rows), comma_decimals=mark == ";")
    return Book(file, (grid,), tuple(warnings))


def _rows(text: str, mark: str, *, lines: int) -> list[GridRow]:
    """Read every row that is not empty; `lines` stand before it."""
    if re.search(rf'{re.escape(mark)} +"', text):  # a space before a quotation mark hides it
        try:
            return _strictly(text, mark, lines=lines, spaced=True)
        except Refusal as refusal:
            if refusal.kind != "sheet-quotes":
                raise
    return _strictly(text, mark, lines=lines, spaced=False)


def _strictly(text: str, mark: str, *, lines: int, spaced: bool) -> list[GridRow]:
    source = io.StringIO(text, newline="")
    reader = csv.reader(source, delimiter=mark, strict=True, skipinitialspace=spaced)
    rows: list[GridRow] = []
    started = lines + 1
    try:
        for cells in reader:
            if len(cells) > _WIDEST:
                raise Refusal("sheet-too-wide", meant=f"{MOST_COLUMNS:,}")
            held = tuple(_kept(cell) for cell in cells)
            if any(held) and not all(_RULER.fullmatch(cell.strip()) for cell in held if cell):
                rows.append(GridRow(started, held))
            started = reader.line_num + lines + 1
            if len(rows) > MOST_ROWS * 2:
                raise Refusal("sheet-too-long", meant=f"{MOST_ROWS:,}")
    except csv.Error as problem:
        raise Refusal("sheet-quotes", line=started) from problem
    return rows


def _kept(cell: str) -> str:
    """Return a cell; its text alone where it is wrapped as `="007"`, as programs do to keep Excel from changing it."""
    if wrapped := _WRAPPED.fullmatch(cell.strip()):
        cell = wrapped[1]
    return cell if cell.strip() else ""


MOST_BYTES = 5 * MIB

_WORKBOOKS = ("xlsx", "xlsm", "ods")
_TEXTS = ("csv", "tsv", "txt", "tab")


def read_book(file: str, data: bytes, *, ours: bool = False) -> Book:
    """Read a spreadsheet by what it holds; `ours` lies in a session's folder. Raises Refusal with the reason."""
    ending = file.rpartition(".")[2].casefold()
    if not data:
        raise Refusal("sheet-empty-file")
    if data.startswith(b"PK\x03\x04") and ending in (*_WORKBOOKS, "csv", "xls"):
        from panel_tui.folder.workbook import read_workbook  # here, so that a CSV does not wait for it

        return read_workbook(file, data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refusal("sheet-old-excel")
    if ending in _WORKBOOKS:
        raise Refusal("sheet-damaged", meant=ending.upper())
    if ending == "json":
        from panel_tui.folder.grants_json import read_grants

        return read_grants(file, data)
    if ending == "pb":
        from panel_tui.folder.pabulib_file import read_pabulib

        return read_pabulib(file, data)
    if ending == "xls" and _is_page(data):
        raise Refusal("sheet-page")  # what many programs give as “Excel”
    if ending not in _TEXTS:
        raise Refusal("sheet-wrong-kind", found=shown(ending))
    if _is_page(data):
        raise Refusal("sheet-page")
    return read_csv(file, data, ours=ours)


def _is_page(data: bytes) -> bool:
    return data.lstrip()[:200].lower().startswith((b"<!doctype html", b"<html", b"<table"))
