"""Tell rows that have a name and an amount and no more: sums of what stands below them, or something else again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from panel_tui.folder.amounts import is_amount
from panel_tui.folder.spreadsheet import row_words as words
from panel_tui.folder.spreadsheet.grid import GridRow

Places = set[tuple[str, int]]  # rows by sheet and line

_CENT = Decimal("0.011")


class NameAndAmount:
    """Looks at the rows of a table whose other rows mostly have more."""

    def __init__(
        self,
        rows: Sequence[GridRow],
        titles: Sequence[str],
        found: Mapping[str, int],
        money: Callable[[GridRow], Decimal | None],
    ) -> None:
        self.rows, self.titles, self.money = rows, titles, money
        self.widest = max((len(row.held) for row in rows), default=0)
        self.title, self.asked, self.ref = (found.get(field) for field in ("title", "asked", "ref"))

    def is_only_named(self, row: GridRow) -> bool:
        """Whether a row has nothing but a name and numbers, where others have more."""
        plain = all(at in (self.title, self.asked) or is_number(row, at) for at in row.held)
        return self.widest > 2 and plain and not row.words(self.ref)

    def sums_above(self) -> Places:
        """Find the rows with a name and an amount alone that each sum up the rows below them, up to the next such."""
        found: Places = set()
        parts: list[Decimal] = []
        longest = 0
        for row in reversed(self.rows):
            money = self.money(row)
            if money is None or any(words.is_sure_sum(row.words(at)) for at in row.held):
                continue
            if not self.is_only_named(row):
                parts.append(money)
                continue
            if not parts or abs(sum(parts, Decimal(0)) - money) >= _CENT:
                return set()
            longest, parts = max(longest, len(parts)), []
            found.add((row.sheet, row.line))
        return found if longest > 1 and (len(found) > 1 or self.ref is not None) else set()

    def that_lack(self, rows: Sequence[GridRow]) -> Places:
        """Find the few that lack what all others have: a ref and words besides, or one of them and they stand last.

        One column of words alone is often left empty, by people who are no organisation: there the amount must be as
        large as all others together.
        """
        whole = [row for row in rows if not self.is_only_named(row)]
        if not whole:
            return set()
        refs = self.ref is not None and all(row.words(self.ref) for row in whole)
        others = [at for at in range(len(self.titles)) if at not in (self.title, self.asked, self.ref)]
        texts = sum(all(row.words(at) and not is_number(row, at) for row in whole) for at in others)
        few = (len(rows) - len(whole)) * 3 <= len(rows)
        if not (few and (refs or texts)) and not (refs and texts and len(whole) > 1):
            return set()
        first = 0 if refs and texts else rows.index(whole[-1])
        least = (
            Decimal(0)
            if refs or texts > 1
            else sum((self.money(row) or Decimal(0) for row in whole), Decimal(0))
        )
        return {
            (row.sheet, row.line)
            for row in rows[first:]
            if self.is_only_named(row) and (self.money(row) or Decimal(0)) >= least
        }


def is_number(row: GridRow, at: int) -> bool:
    """Whether a cell holds a number or an amount, and no words."""
    cell = row.cell(at)
    return isinstance(cell, Decimal) or is_amount(cell.removesuffix("%"))
