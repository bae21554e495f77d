"""Write a sheet: one real table, text as text, money as money, ready to be printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import Any

from panel_tui.folder.formula import guarded
from sessions.model import Session
from sessions.wording import say

from .chart import add_chart
from .sheets import Sheet

_A4, _MARGIN = 9, 0.6  # the paper's number in Excel; inches
_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}
_MONEY = frozenset({"asked", "least", "amount", "left", "amount_applied_for", "amount_awarded"})
# Characters; text in the wide columns runs over several lines.
_WIDE = {
    **dict.fromkeys(("words",), 90),
    **dict.fromkeys(("reasons", "description"), 50),
    **dict.fromkeys(("conditions", "title"), 32),
    **dict.fromkeys(("organisation", "recipient_name", "recipient_id", "about", "name"), 26),
    **dict.fromkeys(("identifier", "funder_id", "funder_name", "programme"), 20),
}
_NARROW = {
    **dict.fromkeys(("outcome", "option", "place", "decision"), 17),
    **dict.fromkeys(("disagreement_index", "tie_break"), 20),
    **dict.fromkeys(("score", "mean", "median", "lowest", "highest", "strand", "currency"), 10),
    **dict.fromkeys(("rank", "split", "round", "count", "cast", "void", "eligible", "helped"), 8),
}
_USUAL = 14
_TWO_PAGES_WIDE = ("Results", "Grants")
_ROWS_A_TICK = 2_000
_LINE = 15  # points, a line's height
_MOST_LINES = 27  # as high as a row can be


class _Unkept(dict[tuple[int, int], str]):
    """Keep nothing of which cell is in which table: there is one table on a sheet, so no two can overlap.

    Half a million small texts less, where a big panel has scored.
    """

    def __setitem__(self, _cell: tuple[int, int], _table: str) -> None:
        pass


@lru_cache(maxsize=4096)  # some hundred texts stand in a hundred thousand cells
def _runs(text: str) -> bool:
    return guarded(text) is not text


class Pen:
    """Writes the sheets of one workbook, with the formats they share."""

    def __init__(self, book: Any, model: Session, tick: Callable[[], None]) -> None:
        self.book, self.model, self.tick = book, model, tick
        top = {"valign": "top"}
        self.plain = book.add_format(top)
        self.middle = book.add_format({**top, "align": "center"})
        self.wrapped = book.add_format({**top, "text_wrap": True})
        # a cell somebody edits is read afresh: this mark keeps text that would then run, text
        self.marked = book.add_format({**top, "text_wrap": True, "quote_prefix": True})
        self.money = book.add_format({**top, "num_format": _money(model.currency)})
        self.exact = book.add_format({**top, "num_format": "0.000000"})
        self.whole = book.add_format({**top, "num_format": "0"})
        self.day = book.add_format({**top, "num_format": "yyyy-mm-dd"})
        self.title = book.add_format({"bold": True, "text_wrap": True, "bottom": 1, **top})

    def write(self, sheet: Sheet) -> None:
        """Write a sheet as the workbook's next."""
        page = self.book.add_worksheet(sheet.name)
        page.table_cells = _Unkept()
        titles = [{"header": title, "header_format": self.title} for title in sheet.titles]
        last = max(len(sheet.rows), 1)  # a table has a row, if an empty one
        page.add_table(
            0, 0, last, len(titles) - 1,
            {"columns": titles, "name": sheet.table, "style": "Table Style Light 1"},
        )  # fmt: skip
        self._fill(page, sheet)
        self._set_up(page, sheet)
        if sheet.table == "Results":
            add_chart(self.book, page, sheet.rows, self.model.scale)

    def _fill(self, page: Any, sheet: Sheet) -> None:
        cells = attrgetter(*sheet.fields)
        long = [(column, _WIDE[field]) for column, field in enumerate(sheet.fields) if field in _WIDE]
        writers = [self._writers(page, field, roomy=bool(long)) for field in sheet.fields]
        for number, row in enumerate(sheet.rows, start=1):
            values = cells(row)
            for column, value in enumerate(values):
                write = writers[column].get(type(value))
                if write is not None and value != "":
                    write(number, column, value)
            if long:
                lines = max(_lines(values[column], width) for column, width in long)
                if lines > 1:
                    page.set_row(number, _LINE * min(lines, _MOST_LINES))
            if number % _ROWS_A_TICK == 0:
                self.tick()

    def _writers(
        self, page: Any, field: str, *, roomy: bool
    ) -> dict[type, Callable[[int, int, Any], object]]:
        """Give how each kind of value is written in this column; what has no way stays empty.

        Where no row is higher than a line there is nothing to align: a cell without a format is quicker to write.
        """
        number, text = page.write_number, page.write_string
        usual = self.wrapped if field in _WIDE else self.plain if roomy else None
        decimal, whole = self.money if field in _MONEY else self.exact, self.whole if roomy else None

        def yes(row: int, column: int, value: bool) -> None:  # noqa: FBT001 - called by type, as the others
            if value:
                text(row, column, "yes", self.middle)

        return {
            str: lambda row, column, value: text(row, column, value, self.marked if _runs(value) else usual),
            bool: yes,
            int: lambda row, column, value: number(row, column, value, whole),
            Decimal: lambda row, column, value: number(row, column, float(value), decimal),
            dt.date: lambda row, column, value: page.write_datetime(row, column, value, self.day),
        }

    def _set_up(self, page: Any, sheet: Sheet) -> None:
        for column, field in enumerate(sheet.fields):
            page.set_column(column, column, _WIDE.get(field) or _NARROW.get(field, _USUAL))
        page.freeze_panes(1, 0)
        page.set_landscape()
        page.set_paper(_A4)
        page.set_margins(*[_MARGIN] * 4)
        page.fit_to_pages(2 if sheet.table in _TWO_PAGES_WIDE else 1, 0)
        page.repeat_rows(0)
        if sheet.table in _TWO_PAGES_WIDE:
            page.repeat_columns(0)
        if self.model.title:
            page.set_header(f"&L{_quiet(self.model.title)}")
        page.set_footer("&L" + say("workbook.page", sheet=sheet.name, page="&P", pages="&N"))


def _lines(text: str, width: int) -> int:
    """Count the lines a text takes in a cell: not every program makes room for them by itself."""
    return sum(1 + len(line) // (width + 4) for line in text.split("\n"))


def _money(currency: str) -> str:
    sign = _SIGNS.get(currency)
    if sign:
        return f'"{sign}"#,##0.00'
    return f'"{currency}" #,##0.00' if currency.isalpha() else "#,##0.00"


def _quiet(title: str) -> str:
    """Make a title fit for a page's head, where `&` gives orders and there is not much room."""
    return title.replace("&", "&&")[:120]
