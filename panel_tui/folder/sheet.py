"""A spreadsheet as rows of cells, whatever file it came in: CSV here, XLSX and ODS by `workbook`."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal

from sessions.model import Value

from .disk import MIB
from .fault import Fault, Refusal, shown
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


def read_sheet(file: str, data: bytes) -> Sheet:
    """Read a spreadsheet by what it holds. Raises Refusal with the reason."""
    ending = file.rpartition(".")[2].casefold()
    if not data:
        raise Refusal("sheet-empty-file")
    if data.startswith(b"PK\x03\x04") and ending in ("xlsx", "xlsm", "ods", "csv"):
        from .workbook import read_workbook  # here, so that a CSV does not wait for it

        return read_workbook(file, data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refusal("sheet-old-excel")
    if ending in ("xlsx", "xlsm", "ods"):
        raise Refusal("sheet-damaged", meant=ending.upper())
    if ending not in ("csv", "tsv", "txt"):
        raise Refusal("sheet-wrong-kind", found=shown(ending))
    return _read_csv(file, data)


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


def _read_csv(file: str, data: bytes) -> Sheet:
    text, encoding = _decoded(data)
    warnings = () if encoding is None else (Fault(file, None, "sheet-encoding", found=encoding),)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    rows: list[Row] = []
    started = 1
    try:
        for cells in reader:
            rows.append(Row(started, tuple(cell if cell.strip() else "" for cell in cells)))
            started = reader.line_num + 1
            if len(rows) > MOST_ROWS * 2:
                raise Refusal("sheet-too-long", meant=f"{MOST_ROWS:,}")
    except csv.Error as problem:
        raise Refusal("sheet-quotes", line=started) from problem
    return make_sheet(file, rows, warnings)


def _decoded(data: bytes) -> tuple[str, str | None]:
    """Give the text, and the name of its encoding where that is not the usual one."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[tuple[str, str | None], ...] = (("utf-16", "UTF-16"),)
    else:
        encodings = (("utf-8-sig", None), ("cp1252", "Windows (cp1252)"))
    for encoding, name in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            raise Refusal("sheet-not-text")
        return text, name
    raise Refusal("sheet-not-text")


def _delimiter(text: str) -> str:
    """Choose what stands between the titles; Excel writes semicolons in many countries."""
    titles = re.sub(r'"[^"]*"', "", text.lstrip().partition("\n")[0])
    return max(",;\t", key=titles.count)
