"""Read money as people write it, and refuse what could be read in two ways."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from .fault import Refusal

MOST = Decimal(1_000_000_000_000)  # no pot is a million million; a longer number is a slip of the key
PENNY = Decimal("0.01")

_AROUND = re.compile(r"^(?:[A-Za-z]{2,3}\.?|[£$€¥])?\s*|\s*(?:[A-Za-z]{3}|[£$€¥])?$")
_COMMAS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_POINTS = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}")
_OTHERS = re.compile(r"\d{1,3}(?:['’\s]\d{3})+(?:[.,]\d{1,2})?")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_TWO_WAYS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_SHORTENED = re.compile(r"\d+(?:\.\d+)?[eE][+-]?\d+")


def amount(cell: str | Decimal) -> Decimal:
    """Give the exact amount, in whole pennies, rounded half up. Raises Refusal with the reason."""
    number = unrounded(cell)
    if not number.is_finite() or number > MOST:
        raise Refusal("amount-huge")
    if number < 0:
        raise Refusal("amount-negative")
    pennies = number.quantize(PENNY, ROUND_HALF_UP)
    return Decimal(int(pennies)) if pennies == int(pennies) else pennies


def unrounded(cell: str | Decimal) -> Decimal:
    """Give the number as it stands, parts of a penny too. Raises Refusal where it is none."""
    return cell if isinstance(cell, Decimal) else _number(cell)


def _number(text: str) -> Decimal:
    bare = text.strip().replace("\u00a0", " ").replace("\u202f", " ").replace("\u2009", " ")
    if not bare:
        raise Refusal("amount-empty")
    if re.match(r"^[£$€]?\s*[-−–]\s*[£$€]?\s*\d", bare) or re.fullmatch(r"\(.*\d.*\)", bare):
        raise Refusal("amount-negative")
    digits = re.sub(r"\.[-–—]$", "", _AROUND.sub("", bare))
    if _TWO_WAYS.fullmatch(digits):
        whole = digits.replace(".", "")
        raise Refusal("amount-two-ways", meant=whole, about=digits[:-1] if digits.endswith("0") else digits)
    if _COMMAS.fullmatch(digits) or _PLAIN.fullmatch(digits):
        return _decimal(digits.replace(",", ""))
    if _POINTS.fullmatch(digits):
        return _decimal(digits.replace(".", "").replace(",", "."))
    if _OTHERS.fullmatch(digits):
        return _decimal(re.sub(r"['’\s]", "", digits).replace(",", "."))
    raise Refusal("amount-shortened" if _SHORTENED.fullmatch(digits) else "amount-words")


def _decimal(digits: str) -> Decimal:
    if len(digits) > 40:
        raise Refusal("amount-huge")
    return Decimal(digits)
