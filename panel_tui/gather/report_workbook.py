"""The workbook of the report: one real table a view, text as text. Nothing in it runs."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from msgspec import Struct

from panel_tui import PROGRAM
from sessions.wording import say

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_MADE = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)  # the file's own date: the same rooms give the same file
_A4 = 9  # the paper's number in Excel
_WIDE = {"title": 40, "session_id": 30, "place": 24, "theme": 24, "rule": 24}
_SHEET_NAME = 31  # characters, which Excel allows


class ViewRows(Struct, frozen=True):
    """A view's columns and rows."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]

    @property
    def named(self) -> list[dict[str, Any]]:
        """Return each row by its columns' names."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def workbook_of(views: Mapping[str, ViewRows]) -> bytes:
    """Write every view as a sheet."""
    from panel_tui.exports.spoken_workbook import SpokenWorkbook

    whole = io.BytesIO()
    book = SpokenWorkbook(whole, _OPTIONS)
    book.set_properties({"title": say("gather.report.title"), "author": PROGRAM, "created": _MADE})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    amount = book.add_format({"num_format": "#,##0.00"})
    plain = book.add_format({})
    # a cell somebody edits is read afresh: this mark keeps text that would then run, text
    marked = book.add_format({"quote_prefix": True})
    for name, view in views.items():
        page = book.add_worksheet(name[:_SHEET_NAME])
        last = max(len(view.rows), 1)  # a table has a row, if an empty one
        titles = [{"header": column} for column in view.columns]
        page.add_table(0, 0, last, len(titles) - 1, {"columns": titles, "name": name})
        for number, row in enumerate(view.rows, start=1):
            for column, value in enumerate(row):
                if isinstance(value, str) and value:
                    page.write_string(number, column, value, marked)
                elif isinstance(value, dt.date):
                    page.write_datetime(number, column, value, day)
                elif isinstance(value, Decimal | float):
                    page.write_number(number, column, float(value), amount)
                elif isinstance(value, int):
                    page.write_number(number, column, value, plain)
        for column, title in enumerate(view.columns):
            page.set_column(column, column, _WIDE.get(title, 14))
        page.freeze_panes(1, 0)
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
    book.close()
    return whole.getvalue()
