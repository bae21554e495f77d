"""Text from outside, cleaned once at the door; and money as people read it.

What is taken out: control characters (C0 but newline where asked for, DEL, C1), bidirectional overrides and
isolates, line and paragraph separators, lone surrogates, and other marks that show as nothing: text can hide in them,
and a view written in them alone stands on the wall as an empty line. Two of those stay where letters need them, the
joiner and the non-joiner, and so do the picks of an emoji and the letters of a flag. Where nothing would be seen,
nothing is left. Of marks heaped on one letter, as many stay as any script needs.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

LONGEST = 2_000  # characters; a reason or a note longer than this is cut, a title far sooner

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSAFE = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_BIDI}\u2028\u2029\ufeff\ufff9-\ufffb\ud800-\udfff]")
_FLAG = "\U0001f3f4[\U000e0020-\U000e007e]{1,6}\U000e007f"  # Wales, Scotland, England
_HIDDEN = re.compile(
    f"({_FLAG})|[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\uffa0"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_HEAP = 6  # marks on one letter; Hebrew with its cantillation and Tibetan have five
_BLANK = frozenset("MZC")  # general categories, by their first letter, of what shows nothing by itself
_EMPTY_DOTS = "\u2800"  # a braille cell without dots
_SPACES = re.compile(r"\s+")
_BLANK_LINES = re.compile(r"\n{3,}")


def clean(text: str, *, longest: int = LONGEST) -> str:
    """Make outside text safe to keep and draw, on one line, at most `longest` characters."""
    if text.isascii() and text.isprintable() and "  " not in text:  # nothing in it to take out
        return text.strip(" ")[:longest]
    spaced = re.sub("[\t\n\r\v\f\u0085\u2028\u2029]", " ", text)
    return _SPACES.sub(" ", _seen(spaced)).strip()[:longest]


def clean_lines(text: str, *, longest: int = 20_000) -> str:
    """Make outside text of several lines safe to keep and draw; at most one blank line between."""
    ends = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _BLANK_LINES.sub("\n\n", _seen(ends)).strip()[:longest]


def _seen(text: str) -> str:
    """Return what of a text is to be seen; nothing where that is nothing."""
    bare = _HIDDEN.sub(lambda found: found[1] or "", _UNSAFE.sub("", text))
    kept = unicodedata.normalize("NFC", bare)  # afterwards: what stood between a letter and its mark is gone
    if kept.isascii():
        return kept
    if all(mark == _EMPTY_DOTS or unicodedata.category(mark)[0] in _BLANK for mark in kept):
        return ""
    return "".join(_without_heaps(kept))


def _without_heaps(text: str) -> Iterator[str]:
    """Return the letters, and of the marks heaped on one no more than a few."""
    heaped = 0
    for mark in text:
        heaped = heaped + 1 if unicodedata.category(mark) in ("Mn", "Me") else 0
        if heaped <= _HEAP:
            yield mark


_ENDS = re.compile(r"(?<!\b(?:St|Mr|Ms|Dr))(?<!\bMrs)(?<!\b(?:e\.g|i\.e))[.!?][\"'”’)]?(?=\s+[^\Wa-z_]|\s*$)")
_LONGEST_SENTENCE = 240  # characters; more is no sentence to be read off a wall


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, a long one cut between words; a line that is a heading is none."""
    lines = (line.strip() for line in text.split("\n"))
    paragraph = next((line for line in lines if line and not line.startswith("#")), "")
    end = _ENDS.search(paragraph)
    sentence = paragraph[: end.end()] if end else paragraph
    if len(sentence) <= _LONGEST_SENTENCE:
        return sentence
    return sentence[:_LONGEST_SENTENCE].rpartition(" ")[0].rstrip(" ,;:–") + " …"


def in_groups(code: str) -> str:
    """Write a code in groups of four letters or fewer, the shorter ones first: K7Q-F3T, KMP-T4WX-97HR."""
    groups = -(-len(code) // 4)
    at = [n * len(code) // groups for n in range(groups + 1)] if groups else [0]
    return "-".join(code[start:end] for start, end in itertools.pairwise(at))


_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}


def money(amount: Decimal, currency: str = "GBP") -> str:
    """Say an amount with its currency's sign, or its code where we know no sign."""
    plain = f"{abs(amount):,.0f}" if amount == amount.to_integral_value() else f"{abs(amount):,.2f}"
    sign = _SIGNS.get(currency, f"{currency} ")
    return f"{'−' if amount < 0 else ''}{sign}{plain}"
