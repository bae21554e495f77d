"""A plain workbook for a mail merge: one sheet, one head, text as text. No program has to be told its alphabet."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from decimal import Decimal

from panel_tui.folder.tidy import guarded

MOST = 32_767
"""Characters in a cell. The library that writes it, and Excel, leave a longer text out without a word."""


def cut(text: str) -> str:
    """Return what of a text a cell holds."""
    return text if len(text) <= MOST else text[: MOST - 2] + " …"


def merge_sheet(titles: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    """Write a table as a workbook; a text that would run as a formula is marked as text."""
    from xlsxwriter.workbook import Workbook

    whole = io.BytesIO()
    book = Workbook(whole, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": dt.datetime(2000, 1, 1, tzinfo=dt.UTC)})
    marked, head = book.add_format({"quote_prefix": True}), book.add_format({"bold": True})
    page = book.add_worksheet("Letters")
    for number, row in enumerate([titles, *rows]):
        for column, value in enumerate(row):
            if isinstance(value, Decimal):
                page.write_number(number, column, float(value))
            elif value:
                text = cut(str(value))
                runs = guarded(text) != text
                page.write_string(number, column, text, marked if runs else head if not number else None)
    page.freeze_panes(1, 1)
    page.set_column(0, len(titles) - 1, 18)
    book.close()
    return whole.getvalue()
