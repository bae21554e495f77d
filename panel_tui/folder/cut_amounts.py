"""Find amounts that a comma without quotation marks has cut in two, as `£1,200` in a CSV that nobody quoted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from panel_tui.folder.amounts import is_amount
from panel_tui.folder.spreadsheet.grid import GridRow

_HEAD = re.compile(r"[^\d\s.,]{0,4}\s?[1-9]\d{0,2}")
_TAIL = re.compile(r"\d{3}(?:\.\d{1,2})?")
_WORDS = ("title", "organisation", "place", "theme", "strand", "summary", "in_short", "status", "currency")


def cut_amounts(
    rows: Sequence[GridRow], titles: Sequence[str], found: Mapping[str, int]
) -> Mapping[int, str]:
    """Give, by line, the rest of each amount that stands in the next cell.

    Only where that cell's column has no title, or holds words in other rows: a column of numbers may have such
    numbers of its own.
    """
    at = found.get("asked")
    if at is None or at + 1 >= len(titles):  # a row longer than its titles is refused as such
        return {}
    beside = at + 1
    named = titles[beside]
    others = [row.cell(beside) for row in rows if row.cell(beside) != ""]
    words = any(found.get(field) == beside for field in _WORDS) or any(not is_amount(cell) for cell in others)
    if named and not words:
        return {}
    return {
        row.line: str(row.cell(beside))
        for row in rows
        if _HEAD.fullmatch(str(row.cell(at)).strip()) and _is_tail(row.cell(beside))
    }


def _is_tail(cell: str | Decimal) -> bool:
    return isinstance(cell, str) and _TAIL.fullmatch(cell.strip()) is not None
