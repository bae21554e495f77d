"""Read XLSX and ODS, after `archive` has looked inside; the first sheet that shows and holds anything."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal

import python_calamine as calamine

from .archive import check_archive
from .fault import Fault, Refusal, shown
from .sheet import Cell, Row, Sheet, make_sheet

Held = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta


def read_workbook(file: str, data: bytes) -> Sheet:
    """Read the sheet. Raises Refusal with the reason."""
    check_archive(data)
    try:
        with calamine.load_workbook(io.BytesIO(data)) as book:
            name, others, cells = _first_sheet(book)
    except calamine.PasswordError as problem:
        raise Refusal("sheet-old-excel") from problem
    except (calamine.CalamineError, OSError, ValueError) as problem:
        raise Refusal("sheet-broken-zip") from problem
    rows = [
        Row(at, tuple(_cell(held) for held in row))
        for at, row in enumerate(cells, start=1)
        if any(held != "" for held in row)
    ]
    warnings = (Fault(file, None, "sheet-others", found=shown(name)),) if others else ()
    return make_sheet(file, rows, warnings)


def _first_sheet(book: calamine.CalamineWorkbook) -> tuple[str, bool, list[list[Held]]]:
    visible = [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.visible == calamine.SheetVisibleEnum.Visible
        and sheet.typ == calamine.SheetTypeEnum.WorkSheet
    ]
    for name in visible:
        cells = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        if any(held != "" for row in cells for held in row):
            return name, len(visible) > 1, cells
    return "", False, []


def _cell(held: Held) -> Cell:
    """Keep numbers exact and as they are shown; everything else becomes words."""
    if isinstance(held, bool):
        return "yes" if held else "no"
    if isinstance(held, int | float):
        number = Decimal(repr(held))
        return Decimal(int(held)) if number.is_finite() and number == int(held) else number
    if isinstance(held, str):
        return held if held.strip() else ""
    return held.isoformat(" ") if isinstance(held, dt.datetime) else str(held)
