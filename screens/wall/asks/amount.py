"""Read an amount of money as people type it."""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, Decimal

_AMOUNT = re.compile(r"[0-9]{1,12}(\.[0-9]{1,2})?")


def amount_of(text: str) -> Decimal | None:
    """Read `£95,000`, `95 000` or `95000.50`; nothing where it is no amount."""
    bare = re.sub(r"[£€$,'\s]", "", text)
    return Decimal(bare) if _AMOUNT.fullmatch(bare) else None


def example_of(asked: Decimal) -> str:
    """Write an amount that could be given where so much is asked for: about half of it, in round figures."""
    half = asked / 2
    figures = Decimal(1).scaleb(max(half.adjusted() - 1, 0) if half >= 1 else -2)
    return f"{half.quantize(figures, ROUND_DOWN):,f}"
