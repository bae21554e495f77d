"""The only way outside text gets in: cleaned once, at the door.

What is taken out: control characters (C0 but newline where asked for, DEL, C1), bidirectional overrides and
isolates, line and paragraph separators, lone surrogates, and other invisible steering marks.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 2_000  # characters; a reason or a note longer than this is cut, a title far sooner

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSAFE = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_BIDI}\u2028\u2029\ufeff\ufff9-\ufffb\ud800-\udfff]")
_SPACES = re.compile(r"\s+")
_BLANK_LINES = re.compile(r"\n{3,}")


def clean(text: str, *, longest: int = LONGEST) -> str:
    """Make outside text safe to keep and draw, on one line, at most `longest` characters."""
    if text.isascii() and text.isprintable() and "  " not in text:  # nothing in it to take out
        return text.strip(" ")[:longest]
    spaced = re.sub("[\t\n\r\v\f\u0085\u2028\u2029]", " ", text)
    return _SPACES.sub(" ", _UNSAFE.sub("", unicodedata.normalize("NFC", spaced))).strip()[:longest]


def clean_lines(text: str, *, longest: int = 20_000) -> str:
    """Make outside text of several lines safe to keep and draw; at most one blank line between."""
    ends = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = _UNSAFE.sub("", unicodedata.normalize("NFC", ends))
    return _BLANK_LINES.sub("\n\n", kept).strip()[:longest]
