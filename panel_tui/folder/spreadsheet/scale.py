"""Tell whether a column counts its money in thousands, or in pence, as its title or the line of units below it says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from panel_tui.folder.spreadsheet.grid import GridRow

_SIGN = r"(?:£|€|\$|₹|gbp|eur|usd|aud|cad|nzd|chf|rs\.?|kr|inr)"
_BEFORE = (
    rf"(?:(?:^|(?<!\d)[(\[,:;/–—-]|\bin|\bof)\s*(?:in\s+)?{_SIGN}?\s*|{_SIGN}\s*)"  # what such a word follows
)
_AFTER = r"(?=\s*(?:$|[)\],.:;/]|of\b|£|€|\$|gbp\b|eur\b|usd\b|pounds?\b|euros?\b|dollars?\b|rupees?\b))"
_SCALES = (
    (Decimal("0.01"), r"(?:pence|pennies|cents?|groszy|öre|centimes)"),
    (Decimal(1_000), r"(?:['’]?000s?|k|thousands?|tsd\.?|tausend|milliers|miles|tys\.?|tusen|t(?=€))"),
    (Decimal(100_000), r"(?:lakhs?|lacs?)"),
    (Decimal(1_000_000), r"(?:m|mn|mln|mio\.?|millions?|millionen|millones)"),
    (Decimal(10_000_000), r"(?:crores?)"),
)
_SAID = tuple((scale, re.compile(f"{_BEFORE}{words}{_AFTER}")) for scale, words in _SCALES)
_LEFT = re.compile(
    r"\b(?:up to|max\.?|maximum|limit|at most|under|less than|more than|over|from|between)\b.*"
)


def scale_of(title: str) -> Decimal:
    """Return what one in such a column stands for: 1; 1000 for `Amount (£k)` and `in £'000`; 0.01 for `in pence`."""
    plain = _LEFT.sub("", title.casefold())
    return next((scale for scale, words in _SAID if words.search(plain)), Decimal(1))


def scales_of(
    titles: Sequence[str], units: GridRow | None, found: Mapping[str, int], remarks: Sequence[str] = ()
) -> dict[str, Decimal]:
    """Return the scale of each column of money that has one.

    `units` is the line below the titles, if there is one; `remarks` above or below the table speak of all of them.
    """
    scales: dict[str, Decimal] = {}
    for field in ("asked", "least"):
        at = found.get(field)
        if at is None:
            continue
        below = units.words(at) if units is not None else ""
        scale = next((one for one in map(scale_of, (titles[at], below, *remarks)) if one != 1), None)
        if scale is not None:
            scales[field] = scale
    return scales
