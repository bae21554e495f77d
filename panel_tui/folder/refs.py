"""Make refs: short names for applications, safe as file names on every system."""

from __future__ import annotations

import re

from sessions.text import clean

LONGEST = 40  # characters; longer names do not fit a slip, and some systems count whole paths

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")  # Windows keeps these for itself


def safe(text: str) -> str:
    """Make an identifier safe as a ref and a file name; nothing where that cannot be done."""
    ref = re.sub(r"-{2,}", "-", _UNSAFE.sub("-", clean(text))).strip("-._")
    return "" if len(ref) > LONGEST or _RESERVED.fullmatch(ref) else ref


def made(number: int, *, taken: set[str]) -> str:
    """Make the ref of the application that is `number`th: A01, or the next that is not `taken` (casefolded)."""
    while (ref := f"A{number:02}").casefold() in taken:
        number += 1
    return ref
