"""Count what is odd in a spreadsheet, so that sixty odd rows are one warning with the first line."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

from .amounts import amount
from .fault import Fault, Refusal, shown
from .sheet import Cell
from .tidy import settled

_ISO_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(T.*)?")


class Oddities:
    """What was odd: a kind of oddity, where it was first, how often, and an example."""

    def __init__(self) -> None:
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
            larger = amount(awarded) > asked
        except Refusal:
            return
        if larger:
            self.note("odd-award", line)

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
        """Give one warning for each kind of oddity."""
        return [
            Fault(file, line, kind, found=example, meant=str(self.times[kind]))
            for kind, (line, example) in self.first.items()
        ]
