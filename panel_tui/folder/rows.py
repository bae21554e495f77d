"""Turn spreadsheet rows into applications, naming every bad cell by line and counting what is merely odd."""

from __future__ import annotations

from decimal import Decimal

from sessions.model import Application, Value

from . import refs
from .amounts import amount, unrounded
from .fault import Fault, Refusal, shown
from .formula import unguarded
from .oddities import Oddities
from .sheet import Cell, Row, Sheet
from .tidy import settled, settled_lines

DUST = Decimal("0.00001")  # what a spreadsheet's own arithmetic leaves behind, as in 41133.770000000004
LONGEST = {"title": 200, "organisation": 200, "place": 100, "theme": 100, "strand": 60}


class Entry(Value, frozen=True):
    """An application, the row it came from, and the name the sheet gave it."""

    line: int
    application: Application
    given: str


def read_rows(sheet: Sheet, found: dict[str, int]) -> tuple[list[Entry], list[Fault], list[Fault]]:
    """Read every row. Gives the applications that can be read, the faults and the warnings."""
    reader = _Rows(sheet, found)
    if not sheet.rows:
        reader.faults.append(Fault(sheet.file, None, "sheet-no-applications"))
    entries = [reader.entry(number, row) for number, row in enumerate(sheet.rows, start=1)]
    return entries, reader.faults, reader.odd.warnings(sheet.file) + _sums(sheet.file, entries)


def _sums(file: str, entries: list[Entry]) -> list[Fault]:
    """Point out a last row that is likely no application but the sum of the others."""
    if len(entries) < 3:
        return []
    *others, last = entries
    if last.application.asked != sum(entry.application.asked for entry in others):
        return []
    return [Fault(file, last.line, "odd-total", found=last.application.title)]


class _Rows:
    def __init__(self, sheet: Sheet, found: dict[str, int]) -> None:
        self.sheet, self.found = sheet, found
        self.faults: list[Fault] = []
        self.odd = Oddities()
        wished = [refs.safe(self._words(row, "ref")) for row in sheet.rows]
        self.taken = {ref.casefold() for ref in wished if ref}
        self.used: dict[str, int] = {}

    def entry(self, number: int, row: Row) -> Entry:
        if len(row.cells) > len(self.sheet.titles):
            self._fault(row, "row-too-long", found=str(len(row.cells)), meant=str(len(self.sheet.titles)))
        asked = self._money(row, "asked")
        if asked is not None and asked == 0:
            self._fault(row, "amount-nought", about=self._column("asked"))
        least = self._money(row, "least") if self._cell(row, "least") != "" else None
        if least is not None and asked is not None and least > asked:
            self.odd.note("odd-least", row.line)
        self._look(row, asked)
        application = Application(
            ref=self._ref(number, row),
            title=self._title(row),
            asked=asked or Decimal(1),
            organisation=self._text(row, "organisation"),
            least=least,
            strand=self._text(row, "strand"),
            place=self._text(row, "place"),
            theme=self._text(row, "theme"),
            summary=settled_lines(self._words(row, "summary")),
        )
        return Entry(row.line, application, settled(self._words(row, "ref"), longest=200))

    def _ref(self, number: int, row: Row) -> str:
        given = settled(self._words(row, "ref"), longest=200)
        ref = refs.safe(given)
        if given and ref != given:
            self.odd.note("odd-ref" if ref else "odd-ref-made", row.line, shown(given))
        if not ref:
            ref = refs.made(number, taken=self.taken)
            self.taken.add(ref.casefold())
        first = self.used.setdefault(ref.casefold(), row.line)
        if first != row.line:
            self._fault(row, "ref-twice", found=ref, meant=str(first))
        return ref

    def _title(self, row: Row) -> str:
        title = self._text(row, "title")
        if not title:
            self._fault(row, "title-empty", about=self._column("title"))
        return title

    def _text(self, row: Row, field: str) -> str:
        words = self._words(row, field)
        whole = settled(words)
        if len(whole) > LONGEST[field]:
            self.odd.note("odd-cut", row.line, shown(whole))
        return settled(words, longest=LONGEST[field])

    def _words(self, row: Row, field: str) -> str:
        cell = self._cell(row, field)
        return str(cell) if isinstance(cell, Decimal) else unguarded(cell)

    def _money(self, row: Row, field: str) -> Decimal | None:
        held = self._cell(row, field)
        cell = held if isinstance(held, Decimal) else unguarded(held)
        try:
            given = amount(cell)
        except Refusal as refusal:
            found = shown(str(cell))
            about = refusal.about or self._column(field)
            self._fault(row, refusal.kind, about=about, found=found, meant=refusal.meant)
            return None
        if abs(unrounded(cell) - given) > DUST:
            self.odd.note("odd-pennies", row.line, shown(str(cell)))
        return given

    def _look(self, row: Row, asked: Decimal | None) -> None:
        """Note what is odd in columns that are not part of a session."""
        awarded = self._cell(row, "awarded")
        if asked is not None and awarded != "" and self.found["awarded"] != self.found.get("asked"):
            self.odd.award(row.line, asked, awarded)
        self.odd.currency(row.line, self._words(row, "currency"))
        self.odd.date(row.line, self._words(row, "date"))

    def _cell(self, row: Row, field: str) -> Cell:
        at = self.found.get(field)
        return "" if at is None or at >= len(row.cells) else row.cells[at]

    def _column(self, field: str) -> str:
        at = self.found.get(field)
        return field if at is None else self.sheet.titles[at]

    def _fault(self, row: Row, kind: str, *, about: str = "", found: str = "", meant: str = "") -> None:
        self.faults.append(Fault(self.sheet.file, row.line, kind, about, found, meant))
