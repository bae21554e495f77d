"""The names of applications: the next one that was never used."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_NUMBERED = re.compile(r"([A-Za-z]{0,3}-?)(\d{1,6})")  # ours; an applicant's own number goes on nowhere
_USUAL = ("A", 2)
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")  # also as a file's name


def is_ref(text: str) -> bool:
    """Whether text can be the ref of an application."""
    return _SAFE.fullmatch(text) is not None


def next_ref(used: Iterable[str]) -> str:
    """Return the ref after the last of those used: A20 after A19, or after nineteen that are numbered in other ways.

    A ref set aside or left out was used too: no two applications ever share one.
    """
    refs = list(used)
    taken = {ref.casefold() for ref in refs}
    found = [(match[1], match[2]) for ref in refs if (match := _NUMBERED.fullmatch(ref))]
    letters, width = _USUAL
    if found:
        letters = Counter(before for before, _ in found).most_common(1)[0][0]
        width = max(len(digits) for before, digits in found if before == letters)
    number = max((int(digits) for before, digits in found if before == letters), default=len(refs)) + 1
    while (ref := f"{letters}{number:0{width}}").casefold() in taken:
        number += 1
    return ref
