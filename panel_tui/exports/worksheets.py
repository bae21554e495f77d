"""How the sheets of the workbook are written: real tables, text as text, money as money, ready to be printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache, partial
from operator import attrgetter
from typing import Any

from msgspec import Struct

from panel_tui.exports.quick_sheet import QuickSheet, is_quick, tail
from panel_tui.exports.workbook_sheets import WorkbookSheet
from panel_tui.folder.tidy import guarded
from sessions.model.session import Scale, Session
from sessions.views.record.rows import ResultRow
from sessions.wording import say

_SERIES = (("highest", "long_dash"), ("score", "diamond"), ("lowest", "long_dash"))
_DARK, _PALE = "#1f3a5f", "#767676"
_SCREEN = {"width": 1200, "height": 480}


def add_chart(book: Any, page: Any, rows: Sequence[Struct], scale: Scale) -> None:
    """Draw it below the table. Shapes tell the three apart, not colour alone; blanks are left out."""
    if not rows:
        return
    chart = book.add_chart({"type": "line"})
    fields = ResultRow.__struct_fields__
    ranged = any(getattr(row, "lowest", None) is not None for row in rows)  # not in what is published
    for field, shape in _SERIES if ranged else _SERIES[1:2]:
        column = fields.index(field)
        main = field == "score"
        fill = {"color": _DARK if main else _PALE}
        chart.add_series(
            {
                "name": say(f"workbook.chart.{field}"),
                "categories": ["Results", 1, 0, len(rows), 0],
                "values": ["Results", 1, column, len(rows), column],
                "line": {"none": True},
                "marker": {"type": shape, "size": 11 if main else 9, "fill": fill, "border": fill},
            }
        )
    if ranged:
        chart.set_high_low_lines({"line": {"color": _PALE, "width": 1.5}})
    chart.set_title({"name": say("workbook.chart.title"), "overlay": False})
    chart.set_x_axis({"name": say("workbook.chart.applications"), "num_font": {"size": 11}})
    chart.set_y_axis({"name": say("workbook.chart.score"), "min": scale.low, "max": scale.high})
    chart.set_legend({"position": "bottom"})
    chart.show_blanks_as("gap")
    chart.set_size(_SCREEN)
    said = say("workbook.chart.said" if ranged else "workbook.chart.said-alone")
    page.insert_chart(len(rows) + 4, 1, chart, {"description": said, "object_position": 2})


_A4, _MARGIN = 9, 0.6  # the paper's number in Excel; inches
_GAP = "_)"  # as wide as a bracket, so that a number does not touch the words in the next column
_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}
_MONEY = frozenset({"asked", "least", "amount", "left", "moved", "amount_applied_for", "amount_awarded"})
# Characters; text in the wide columns runs over several lines.
_WIDE = {
    **dict.fromkeys(("words",), 90),
    **dict.fromkeys(("reasons", "description"), 50),
    **dict.fromkeys(("conditions", "title"), 32),
    **dict.fromkeys(("payee", "address"), 28),
    **dict.fromkeys(("organisation", "recipient_name", "recipient_id", "about", "name"), 26),
    **dict.fromkeys(("identifier", "funder_id", "funder_name", "programme"), 20),
}
_NARROW = {
    **dict.fromkeys(("outcome", "option", "place", "decision", "paid_from"), 17),
    **dict.fromkeys(("disagreement_index", "tie_break"), 20),
    **dict.fromkeys(("score", "mean", "median", "lowest", "highest", "strand", "currency"), 10),
    **dict.fromkeys(("rank", "split", "round", "count", "cast", "void", "eligible", "helped"), 8),
}
_USUAL = 14
_BARE = 9  # a column with nothing in it
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
    """Writes the sheets of one workbook, with the formats they share; scores are shown with so many digits."""

    def __init__(self, book: Any, model: Session, digits: int, tick: Callable[[], None]) -> None:
        self.book, self.model, self.tick = book, model, tick
        top = {"valign": "top"}
        self.plain = book.add_format(top)
        self.middle = book.add_format({**top, "align": "center"})
        self.wrapped = book.add_format({**top, "text_wrap": True})
        # a cell somebody edits is read afresh: this mark keeps text that would then run, text
        self.marked = book.add_format({**top, "text_wrap": True, "quote_prefix": True})
        self.money = book.add_format({**top, "num_format": _money(model.currency)})
        self.strong = book.add_format({**top, "bold": True, "top": 1})
        self.sum = book.add_format({**top, "bold": True, "top": 1, "num_format": _money(model.currency)})
        # shown as in the decision record; the cell holds all six decimals
        self.exact = book.add_format({**top, "num_format": f"0.{'0' * digits}{_GAP}"})
        self.whole = book.add_format({**top, "num_format": f"0{_GAP}"})
        self.day = book.add_format({**top, "num_format": "yyyy-mm-dd"})
        self.title = book.add_format({"bold": True, "text_wrap": True, "bottom": 1, **top})

    def write(self, sheet: WorkbookSheet) -> None:
        """Write a sheet as the workbook's next."""
        page = self.book.add_worksheet(sheet.name, QuickSheet)
        page.table_cells = _Unkept()
        titles = [{"header": title, "header_format": self.title} for title in sheet.titles]
        last = max(len(sheet.rows), 1)  # a table has a row, if an empty one
        page.add_table(
            0, 0, last, len(titles) - 1,
            {"columns": titles, "name": sheet.table, "style": "Table Style Light 1"},
        )  # fmt: skip
        if self._is_quick(sheet):
            self._fill_at_once(page, sheet)
        else:
            self._fill(page, sheet)
        self._add_up(page, sheet)
        self._set_up(page, sheet)
        if sheet.table == "Results":
            add_chart(self.book, page, sheet.rows, self.model.scale)

    def _is_quick(self, sheet: WorkbookSheet) -> bool:
        """Whether no row is higher than a line, so that nothing has to be known of it but its cells."""
        return _is_plain(sheet) and is_quick(sheet.rows, sheet.fields)

    def _fill_at_once(self, page: QuickSheet, sheet: WorkbookSheet) -> None:
        number = {field: self.money if field in _MONEY else self.exact for field in sheet.fields}

        def style(field: str, value: object) -> Any:
            if isinstance(value, str):
                return self.marked if _runs(value) else None
            return {bool: self.middle, int: self.whole, Decimal: number[field]}.get(type(value))

        tails = [tail(page, partial(style, field)) for field in sheet.fields]
        page.fill(map(attrgetter(*sheet.fields), sheet.rows), tails)
        self.tick()

    def _fill(self, page: Any, sheet: WorkbookSheet) -> None:
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

    def _add_up(self, page: Any, sheet: WorkbookSheet) -> None:
        """Write the totals one line below the table, so that a sort or a filter leaves them where they are."""
        if not sheet.totals or not sheet.rows:
            return
        line = len(sheet.rows) + 2
        for column in range(len(sheet.fields)):
            page.write_blank(line, column, None, self.strong)
        page.write_string(line, 0, say("workbook.total"), self.strong)
        for field in sheet.totals:
            whole = sum((getattr(row, field) or Decimal(0) for row in sheet.rows), Decimal(0))
            page.write_number(line, sheet.fields.index(field), float(whole), self.sum)

    def _writers(
        self, page: Any, field: str, *, roomy: bool
    ) -> dict[type, Callable[[int, int, Any], object]]:
        """Return how each kind of value is written in this column; what has no way stays empty.

        Where no row is higher than a line there is nothing to align: a cell without a format is quicker to write.
        """
        number, text = page.write_number, page.write_string
        usual = self.wrapped if field in _WIDE else self.plain if roomy else None
        decimal, whole = self.money if field in _MONEY else self.exact, self.whole

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

    def _set_up(self, page: Any, sheet: WorkbookSheet) -> None:
        fields = (
            () if _is_plain(sheet) else sheet.fields
        )  # a long list of scores is not gone through for that
        empty = [field for field in fields if _is_empty(sheet.rows, field)]
        for column, field in enumerate(sheet.fields):
            width = _WIDE.get(field) or _NARROW.get(field, _USUAL)
            page.set_column(column, column, min(width, _BARE) if field in empty else width)
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


def _is_plain(sheet: WorkbookSheet) -> bool:
    return not sheet.totals and not any(field in _WIDE for field in sheet.fields)


def _is_empty(rows: Sequence[Struct], field: str) -> bool:
    """Whether a column has nothing in any row: it takes little room, so that the others are larger on paper."""
    return bool(rows) and all(getattr(row, field) in (None, "", False) for row in rows)


def _lines(text: str, width: int) -> int:
    """Count the lines a text takes in a cell: not every program makes room for them by itself."""
    return sum(1 + len(line) // (width + 4) for line in text.split("\n"))


def _money(currency: str) -> str:
    sign = _SIGNS.get(currency)
    if sign:
        return f'"{sign}"#,##0.00{_GAP}'
    return f'"{currency}" #,##0.00{_GAP}' if currency.isalpha() else f"#,##0.00{_GAP}"


def _quiet(title: str) -> str:
    """Make a title fit for a page's head, where `&` gives orders and there is not much room."""
    return title.replace("&", "&&")[:120]
