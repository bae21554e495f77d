"""What is odd in a spreadsheet, and read all the same: counted by kind, each told once, with where it was first."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

from panel_tui.folder.amounts import amount
from panel_tui.folder.fault import Fault, Refusal, shown
from panel_tui.folder.spreadsheet.grid import Cell
from panel_tui.folder.tidy import settled

_MONTHS = (
    "jan feb mar apr may jun jul aug sept? oct nov dec mär mai okt dez janv févr mars avr juin juil août déc"
)
_DATE_OF_REF = re.compile(  # what Excel and others make of 1-2, 3/4 or MAR-7
    rf"(?:19|20)\d\d-\d\d-\d\d|\d{{1,2}}/\d{{1,2}}/(?:\d\d)?\d\d|"
    rf"\d{{1,2}}-(?:{_MONTHS.replace(' ', '|')})\.?(?:-\d\d)?|(?:{_MONTHS.replace(' ', '|')})\.?-\d\d",
    re.I,
)
_ISO_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(T.*)?")


class Oddities:
    """What was odd: a kind of oddity, where it was first, how often, and an example."""

    def __init__(self, *, commas: bool | None = None) -> None:
        self.commas = commas
        self.first: dict[str, tuple[int, str]] = {}
        self.times: Counter[str] = Counter()
        self.currencies: Counter[str] = Counter()

    def note(self, kind: str, line: int, example: str = "") -> None:
        """Note one odd row."""
        self.first.setdefault(kind, (line, example))
        self.times[kind] += 1

    def award(self, line: int, asked: Decimal, awarded: Cell) -> None:
        """Note an award larger than the ask; an award that cannot be read is nobody's business here."""
        try:
            larger = amount(awarded, commas=self.commas) > asked
        except Refusal:
            return
        if larger:
            self.note("odd-award", line)

    def ref(self, line: int, text: str) -> None:
        """Note a ref that is a date."""
        if _DATE_OF_REF.fullmatch(text):
            self.note("odd-ref-date", line, shown(text))

    def date(self, line: int, text: str) -> None:
        """Note a date that is not written year first, as 360Giving wants it."""
        if text and not _ISO_DATE.fullmatch(text.strip()):
            self.note("odd-date", line, shown(text))

    def currency(self, line: int, text: str) -> None:
        """Count the currencies named; more than one is noted."""
        code = settled(text, longest=10).upper()
        if code:
            self.currencies[code] += 1
            if len(self.currencies) > 1 and self.currencies[code] == 1:
                self.note("odd-currency", line, code)

    def warnings(self, file: str) -> list[Fault]:
        """Return one warning for each kind of oddity."""
        return [
            Fault(file, line, kind, found=example, meant=str(self.times[kind]))
            for kind, (line, example) in self.first.items()
        ]
