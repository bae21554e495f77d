"""Turn spreadsheet rows into applications, naming every bad cell by line and counting what is merely odd."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from panel_tui.folder.amounts import amount, is_shortened, unrounded
from panel_tui.folder.exported_cells import is_nothing
from panel_tui.folder.fault import Fault, Refusal, shown
from panel_tui.folder.funder_rules import read_eligible
from panel_tui.folder.html_text import html_text, is_html
from panel_tui.folder.naming_refs import NamedRefs, name_refs
from panel_tui.folder.oddities import Oddities
from panel_tui.folder.spreadsheet.grid import Cell, GridRow
from panel_tui.folder.tidy import settled, settled_lines, unguarded
from sessions.model.session import Application, Value

_WITH_NOUGHT = re.compile(r"\d+\.0")

DUST = Decimal("0.00001")  # what a spreadsheet's own arithmetic leaves behind, as in 41133.770000000004
THOUSAND = Decimal(1000)
LONGEST = {"title": 200, "organisation": 200, "place": 100, "theme": 100, "strand": 60, "in_short": 200}
_NEEDED = ("title", "asked", "least", "ref")


class SheetEntry(Value, frozen=True):
    """An application, the row it came from, and the name the sheet gave it."""

    line: int
    application: Application
    given: str
    row: GridRow
    theirs: str = ""  # what a column called their_ref says: the applicant's own, from an earlier round


class HowRead(Value, frozen=True):
    """How a table is to be read: where each field is, how its money is written, whether its text may be HTML."""

    file: str
    titles: tuple[str, ...]
    at: Mapping[str, int]
    commas: bool | None = None
    html: bool = False
    by_row: bool = False  # its rows are named by sheet and row
    scales: Mapping[str, Decimal] = MappingProxyType({})  # by field, where it counts in thousands or more
    cut: Mapping[int, str] = MappingProxyType({})  # by line, the rest of an amount that a comma cut in two


class Read(Value, frozen=True):
    """The applications that can be read, the faults, and what is odd; where HTML was read as text, by field."""

    entries: tuple[SheetEntry, ...]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    html: tuple[str, ...]
    refs: NamedRefs


def read_rows(rows: Sequence[GridRow], how: HowRead) -> Read:
    """Read every row as an application."""
    reader = _Rows(rows, how)
    if not rows:
        reader.faults.append(Fault(how.file, None, "sheet-no-applications"))
    entries = tuple(reader.entry(at, row) for at, row in enumerate(rows))
    warnings = tuple(reader.odd.warnings(how.file) + _sums(how.file, entries))
    return Read(entries, tuple(reader.faults), warnings, tuple(reader.html), reader.named)


def _sums(file: str, entries: Sequence[SheetEntry]) -> list[Fault]:
    """Point out a last row that is likely no application but the sum of the others."""
    if len(entries) < 3:
        return []
    *others, last = entries
    if last.application.asked != sum(entry.application.asked for entry in others):
        return []
    return [Fault(file, last.line, "odd-total", found=last.application.title)]


class _Rows:
    def __init__(self, rows: Sequence[GridRow], how: HowRead) -> None:
        self.how, self.at = how, how.at
        self.faults: list[Fault] = []
        self.odd = Oddities(commas=how.commas)
        self.html: dict[str, None] = {}
        self.whole_refs = all(_WITH_NOUGHT.fullmatch(self._words(row, "ref") or "0.0") for row in rows)
        given = [(self._given(row), row.sheet) for row in rows]
        self.named = name_refs(given)
        self.lines = [row.line for row in rows]

    def entry(self, at: int, row: GridRow) -> SheetEntry:
        self._length(row)
        self._broken(row)
        asked = self._money(row, "asked")
        if asked is not None and asked == 0:
            self._fault(row, "amount-nought", about=self._column("asked"))
        least = self._money(row, "least") if self._said(row, "least") else None
        if least is not None and asked is not None and least > asked:
            self.odd.note("odd-least", row.line)
        self._look(row, asked)
        if (was := self.named.twice[at]) is not None:
            self._fault(row, "ref-twice", found=self.named.refs[was], meant=str(self.lines[was]))
        given, ref = self._given(row), self.named.refs[at]
        if given and ref != given and at not in self.named.alike:
            self.odd.note("odd-ref" if at not in self.named.made else "odd-ref-made", row.line, shown(given))
        self.odd.ref(row.line, given)
        application = Application(
            ref=ref,
            title=self._title(row),
            asked=asked or Decimal(1),
            organisation=self._text(row, "organisation"),
            least=least,
            strand=self._text(row, "strand") or settled(row.strand, longest=LONGEST["strand"]),
            place=self._text(row, "place"),
            theme=self._text(row, "theme"),
            summary=settled_lines(self._words(row, "summary")),
            in_short=self._text(row, "in_short"),
            eligible=self._eligible(row),
        )
        theirs = settled(self._words(row, "their_ref"), longest=200)
        return SheetEntry(row.line, application, given, row, theirs)

    def _given(self, row: GridRow) -> str:
        """Return a row's ref as the sheet has it; 101 where a program wrote every number as 101.0."""
        given = self._said(row, "ref")
        return given.removesuffix(".0") if self.whole_refs else given

    def _eligible(self, row: GridRow) -> bool | None:
        """Read whether staff say it meets the rules; in a column that is not ours by name, other words are odd."""
        words = settled(self._words(row, "eligible"), longest=200)
        try:
            return read_eligible(words)
        except ValueError:
            if self._column("eligible") == "eligible":
                self._fault(row, "not-yes-no", about="eligible", found=shown(words))
            else:
                self.odd.note("odd-eligible", row.line, shown(words))
            return None

    def _length(self, row: GridRow) -> None:
        held = row.held
        if held and held[-1] >= len(self.how.titles) and not self.how.by_row:
            self._fault(row, "row-too-long", found=str(held[-1] + 1), meant=str(len(self.how.titles)))

    def _broken(self, row: GridRow) -> None:
        """Name every cell in use that shows #REF! or the like, or a formula nobody worked out."""
        by_column = {at: field for field, at in self.at.items()}
        for at, says in row.broken:
            field = by_column.get(at)
            if field is None:
                continue
            kind = "cell-shows" if says.startswith("#") else "cell-not-worked-out"
            if field in _NEEDED:
                self._fault(row, kind, about=self._column(field), found=says)
            else:
                self.odd.note("odd-shows", row.line, says)

    def _title(self, row: GridRow) -> str:
        title = self._text(row, "title")
        if not title and not self._is_broken(row, "title"):
            self._fault(row, "title-empty", about=self._column("title"))
        return title

    def _said(self, row: GridRow, field: str) -> str:
        """Return a cell's words; nothing where they only say NULL or n/a, in a file that is not our own."""
        words = settled(self._words(row, field), longest=200)
        return "" if self.how.html and is_nothing(words) else words

    def _is_broken(self, row: GridRow, field: str) -> bool:
        return any(at == self.at.get(field) for at, _ in row.broken)

    def _text(self, row: GridRow, field: str) -> str:
        words = self._words(row, field)
        if self.how.html and is_nothing(words):
            return ""
        whole = settled(words)
        if len(whole) > LONGEST[field]:
            self.odd.note("odd-cut", row.line, shown(whole))
        return settled(words, longest=LONGEST[field])

    def _words(self, row: GridRow, field: str) -> str:
        if self._is_broken(row, field) or (field == "ref" and self.at.get(field) in row.filled):
            return ""
        cell = self._cell(row, field)
        words = str(cell) if isinstance(cell, Decimal) else unguarded(cell)
        if self.how.html and field != "ref" and is_html(words):
            self.html.setdefault(field)
            return html_text(words)
        return words

    def _money(self, row: GridRow, field: str) -> Decimal | None:
        if self._is_broken(row, field):
            return None
        if self.at.get(field) in row.filled:
            self._fault(row, "amount-merged", about=self._column(field))
            return None
        held = self._cell(row, field)
        cell = held if isinstance(held, Decimal) else unguarded(held)
        try:
            given = self._scaled(row, field, amount(cell, commas=self.how.commas), cell)
        except Refusal as refusal:
            found = shown(str(cell))
            about = refusal.about or self._column(field)
            self._fault(row, refusal.kind, about=about, found=found, meant=refusal.meant)
            return None
        exact = unrounded(cell, commas=self.how.commas)
        if field not in self.how.scales and abs(exact - given) > DUST:
            self.odd.note("odd-pennies", row.line, shown(str(cell)))
        if is_shortened(cell):
            self.odd.note("odd-short", row.line, shown(str(cell)))
        return given

    def _scaled(self, row: GridRow, field: str, given: Decimal, cell: Cell) -> Decimal:
        """Count in ones what the column counts in thousands; what is written in ones there all the same is open."""
        if field == "asked" and row.line in self.how.cut:
            raise Refusal("amount-cut", meant=self.how.cut[row.line])
        scale = self.how.scales.get(field)
        if scale is None:
            return given
        if (given >= THOUSAND and scale > 1) or is_shortened(cell):
            raise Refusal("amount-scale", meant=f"{scale:,f}")
        return amount(unrounded(cell, commas=self.how.commas) * scale)

    def _look(self, row: GridRow, asked: Decimal | None) -> None:
        """Note what is odd in columns that are not part of a session."""
        awarded = self._cell(row, "awarded")
        if asked is not None and awarded != "" and self.at["awarded"] != self.at.get("asked"):
            self.odd.award(row.line, asked, awarded)
        self.odd.currency(row.line, self._words(row, "currency"))
        self.odd.date(row.line, self._words(row, "date"))

    def _cell(self, row: GridRow, field: str) -> Cell:
        return row.cell(self.at.get(field))

    def _column(self, field: str) -> str:
        at = self.at.get(field)
        return field if at is None or at >= len(self.how.titles) else self.how.titles[at]

    def _fault(self, row: GridRow, kind: str, *, about: str = "", found: str = "", meant: str = "") -> None:
        sheet = row.sheet if self.how.by_row else ""
        self.faults.append(Fault(self.how.file, row.line, kind, about, found, meant, sheet))
