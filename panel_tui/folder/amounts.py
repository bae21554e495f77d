"""Read money as people write it, here and elsewhere, and refuse what could be read in two ways."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from panel_tui.folder.currencies import currency_of
from panel_tui.folder.fault import Refusal

MOST = Decimal(1_000_000_000_000)  # no pot is a million million; a longer number is a slip of the key
PENNY = Decimal("0.01")

_LONGEST = 200  # characters of an amount with all that stands round it; the patterns take long over more

_BEFORE = re.compile(r"(?P<sign>[^\W\d_]{1,3}\$|[^\W\d_]{1,9}\.?|[£$€¥₹₽₺₪₴₦₩₱])\s*(?=[-−–]?\s*\d)")
_AFTER = re.compile(r"(?<=[\d.,\-–—])\s*(?P<sign>[^\W\d_]{1,9}\.?|[£$€¥₹₽₺₪₴₦₩₱])$")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_POINTS = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}")
_OTHERS = re.compile(r"\d{1,3}(?:['’\s]\d{3})+(?:[.,]\d{1,2})?")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_COMMA = re.compile(r"\d+,\d{1,2}")
_LONG_COMMA = re.compile(r"\d{4,},\d{1,2}")
_TWO_WAYS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_TWO_WAYS_COMMA = re.compile(r"[1-9]\d{0,2},\d{3}")
_SHORTENED = re.compile(r"\d+(?:\.\d+)?[eE][+-]?\d+")
_THOUSANDS = re.compile(
    r"(?P<number>\d{1,4}(?:[.,]\d{1,2})?)\s?"
    r"(?P<size>k|m|thousand|tsd|tys|mille|tusen|million|mln|mn|mio|millionen|lakh|lac|crore)(?P<more>s?)\.?",
    re.I,
)
_ARABIC = str.maketrans({"٬": ",", "٫": "."})  # what stands between the thousands, and before the pence
_SIZES = {
    **dict.fromkeys(("k", "thousand", "tsd", "tys", "mille", "tusen"), 1_000),
    **dict.fromkeys(("m", "million", "mln", "mn", "mio", "millionen"), 1_000_000),
    **dict.fromkeys(("lakh", "lac"), 100_000),
    **dict.fromkeys(("crore",), 10_000_000),
}


def amount(cell: str | Decimal, *, commas: bool | None = None) -> Decimal:
    """Return the exact amount, in whole pennies, rounded half up. Raises Refusal with the reason.

    `commas` says whether 1,50 is one and a half where the amount comes from, if that is known.
    """
    number = unrounded(cell, commas=commas)
    if not number.is_finite() or number > MOST:
        raise Refusal("amount-huge")
    if number < 0:
        raise Refusal("amount-negative")
    pennies = number.quantize(PENNY, ROUND_HALF_UP)
    return Decimal(int(pennies)) if pennies == int(pennies) else pennies


def unrounded(cell: str | Decimal, *, commas: bool | None = None) -> Decimal:
    """Return the number as it stands, parts of a penny too. Raises Refusal where it is none."""
    return cell if isinstance(cell, Decimal) else _number(cell, commas=commas)


def is_amount(cell: str | Decimal) -> bool:
    """Whether a cell holds money, in one way of writing or another."""
    return cell.is_finite() if isinstance(cell, Decimal) else _is_written_amount(cell)


@lru_cache(maxsize=8192)
def _is_written_amount(cell: str) -> bool:
    if len(cell) > _LONGEST or not any(mark.isdigit() for mark in cell):
        return False
    try:
        number = unrounded(cell, commas=True)
    except Refusal as refusal:
        return refusal.kind in ("amount-two-ways", "amount-negative")
    return number.is_finite()


def sign_of(cell: str | Decimal) -> str:
    """Return the currency that stands beside an amount; nothing where none does."""
    if isinstance(cell, Decimal):
        return ""
    bare = _plain(cell)
    for pattern in (_BEFORE, _AFTER):
        found = pattern.match(bare) if pattern is _BEFORE else pattern.search(bare)
        if found and (code := currency_of(found["sign"])):
            return code
    return ""


def is_shortened(cell: str | Decimal) -> bool:
    """Whether an amount is written like £12k."""
    return isinstance(cell, str) and _THOUSANDS.fullmatch(_digits(_plain(cell))) is not None


def comma_decimals(cells: Iterable[str | Decimal], *, usual: bool = False) -> bool | None:
    """Say whether a column writes one and a half as 1,50; nothing where it does not tell.

    `usual` where the file itself was saved by a program that does.
    """
    written = [_digits(_plain(cell)) for cell in cells if isinstance(cell, str)]
    signs = {sign_of(cell) for cell in cells} - {"", "GBP", "USD"}
    english = [one for one in written if _is_english(one)]
    points = [one for one in written if _POINTS.fullmatch(one)]
    two_ways = [one for one in written if _TWO_WAYS.fullmatch(one)]
    comma = [one for one in written if _COMMA.fullmatch(one)]
    if english and (points or comma):
        return None
    if points or (comma and (signs or usual or two_ways)) or any(map(_LONG_COMMA.fullmatch, written)):
        return True
    if english:
        return False
    return True if len(two_ways) > 1 or (two_ways and (signs or usual)) else None


def _is_english(digits: str) -> bool:
    return bool(
        _ENGLISH.fullmatch(digits) and ("." in digits or not _TWO_WAYS_COMMA.fullmatch(digits))
    ) or bool(re.fullmatch(r"\d+\.\d{1,2}", digits))


def _number(text: str, *, commas: bool | None) -> Decimal:
    bare = _plain(text)
    if not bare:
        raise Refusal("amount-empty")
    if len(bare) > _LONGEST:
        raise Refusal("amount-huge" if bare.isdecimal() else "amount-words")
    if _is_negative(bare):
        raise Refusal("amount-negative")
    digits = _digits(bare)
    if commas and _TWO_WAYS_COMMA.fullmatch(digits):
        raise Refusal("amount-two-ways", meant=digits.replace(",", ""), about=digits.replace(",", "."))
    if _TWO_WAYS.fullmatch(digits):
        whole = digits.replace(".", "")
        if commas:
            return _decimal(whole)
        raise Refusal("amount-two-ways", meant=whole, about=digits[:-1] if digits.endswith("0") else digits)
    if _ENGLISH.fullmatch(digits) or _INDIAN.fullmatch(digits) or _PLAIN.fullmatch(digits):
        return _decimal(digits.replace(",", ""))
    if _POINTS.fullmatch(digits):
        return _decimal(digits.replace(".", "").replace(",", "."))
    if _OTHERS.fullmatch(digits):
        return _decimal(re.sub(r"['’\s]", "", digits).replace(",", "."))
    if _LONG_COMMA.fullmatch(digits) or (commas and _COMMA.fullmatch(digits)):
        return _decimal(digits.replace(",", "."))
    if short := _THOUSANDS.fullmatch(digits):
        return _decimal(short["number"].replace(",", ".")) * _SIZES[short["size"].casefold()]
    raise Refusal("amount-shortened" if _SHORTENED.fullmatch(digits) else "amount-words")


def _plain(text: str) -> str:
    """Return the text with every kind of space as one, and wide digits as ours."""
    if any(unicodedata.category(mark) == "No" for mark in text):
        return " ".join(text.split())  # the ¹ of a footnote is no digit, and ½ is not 12
    spaced = unicodedata.normalize("NFKC", text).replace("\u2009", " ").replace("\u202f", " ")
    words = " ".join(spaced.translate(_ARABIC).split())
    return (
        words[1:] if words[:1] in ("'", "’") and words[1:2].isdigit() else words
    )  # kept as text by that mark


def _digits(bare: str) -> str:
    """Take off what stands round a number: a sign, a code, and the dash that means no pence."""
    bare = re.sub(r"/[-–=]$", "", bare)  # as written in India and East Africa: 1,200/- is 1200
    found = _BEFORE.match(bare)
    if found and _is_sign(found["sign"]):
        bare = bare[found.end() :]
    found = _AFTER.search(bare)
    if found and _is_sign(found["sign"]):
        bare = bare[: found.start()].rstrip()
    return re.sub(r"[.,][-–—]{1,2}$", "", bare).strip()


def _is_sign(word: str) -> bool:
    return bool(currency_of(word))


def _is_negative(bare: str) -> bool:
    around = r"(?:[^\W\d_]{1,3}\s?|[£$€¥₹])?"
    return bool(
        re.match(rf"{around}\s*[-−–]\s*{around}\s*\d", bare)
        or re.fullmatch(rf"{around}\s*\(.*\d.*\)", bare)
        or re.fullmatch(r".*\d\s*[-−]", bare)
    ) and not re.fullmatch(r".*\d[.,][-–—]{1,2}", bare)


def _decimal(digits: str) -> Decimal:
    if len(digits) > 40:
        raise Refusal("amount-huge")
    return Decimal(digits)
