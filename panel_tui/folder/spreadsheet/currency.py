"""Tell a sheet's currency by its signs, its number formats, its currency column and its titles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from panel_tui.folder.amounts import sign_of
from panel_tui.folder.currencies import KR, currency_in, currency_of
from panel_tui.folder.spreadsheet.grid import GridRow
from panel_tui.folder.spreadsheet.table import SheetTable

USUAL = "GBP"
_DOLLARS = (
    "AUD",
    "CAD",
    "NZD",
    "SGD",
    "HKD",
    "BBD",
    "BSD",
    "BZD",
    "FJD",
    "JMD",
    "NAD",
    "TTD",
    "TWD",
    "MXN",
    "ARS",
)
_SAME_SIGN = {
    "USD": (*_DOLLARS, "CLP", "COP", "UYU"),
    "JPY": ("CNY",),
    "INR": ("PKR", "LKR", "NPR"),
    "GBP": ("EGP",),
}


def currencies(
    table: SheetTable,
    rows: Iterable[GridRow],
    found: Mapping[str, int],
    given: str,
    remarks: Iterable[str] = (),
) -> tuple[str, ...]:
    """List the currencies the amounts may be in: one where it is plain, none where nothing is said.

    `given` is what the file itself says beside its table; `remarks` above or below it speak of all amounts, and
    count where nothing else says it.
    """
    money, column = found.get("asked"), found.get("currency")
    title = currency_in(table.titles[money]) if money is not None else ""
    seen: dict[str, None] = {}
    for row in rows:
        signs = dict(row.signs)
        sign = sign_of(row.cell(money)) or (signs.get(money, "") if money is not None else "")
        words = row.words(column)
        says = currency_of(words) or currency_in(words)
        if (says or title) in _SAME_SIGN.get(sign, ()):
            sign = says or title  # “$” under “Amount (AUD)” is Australia's
        for code in (sign, says):
            if code:
                seen.setdefault(code)
    if KR in seen and len(seen) > 1 and all(code in (KR, "SEK", "NOK", "DKK", "ISK") for code in seen):
        del seen[KR]  # the column says whose crowns they are
    if list(seen) == [KR] and title not in ("", KR):
        return (title,)
    beside = {code for words in remarks if (code := currency_in(words))}
    return tuple(seen) or tuple(code for code in (title or given,) if code) or tuple(sorted(beside))


def is_open(codes: tuple[str, ...]) -> bool:
    """Whether a person must say which currency it is."""
    return len(codes) > 1 or codes == (KR,)


def to_choose(codes: tuple[str, ...]) -> tuple[str, ...]:
    """List the currencies to choose from."""
    crowns = ("SEK", "NOK", "DKK", "ISK") if KR in codes else ()
    return (*(code for code in codes if code != KR), *crowns)
