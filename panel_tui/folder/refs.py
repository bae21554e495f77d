"""Refs, safe as file names on every system, and the order in which applications are heard."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random
from typing import TypeVar

from sessions.model.text import clean

LONGEST = 40  # characters; longer names do not fit a slip, and some systems count whole paths

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")  # Windows keeps these for itself


def safe(text: str) -> str:
    """Make an identifier safe as a ref and a file name; nothing where that cannot be done."""
    ref = re.sub(r"-{2,}", "-", _UNSAFE.sub("-", clean(text))).strip("-._")
    return "" if len(ref) > LONGEST or _RESERVED.fullmatch(ref) else ref


def told_apart(text: str) -> str:
    """Make it safe; nothing where so many of its letters are lost that little tells it from another, as in `Б1`."""
    letters = [mark for mark in clean(text) if mark.isalnum()]
    lost = sum(not mark.isascii() for mark in letters)
    return "" if lost * 2 >= len(letters) else safe(text)


def made(number: int, *, taken: set[str]) -> str:
    """Make the ref of the application that is `number`th: A01, or the next that is not `taken` (casefolded)."""
    while (ref := f"A{number:02}").casefold() in taken:
        number += 1
    return ref


def apart(ref: str, *, taken: set[str]) -> str:
    """Return a ref that looks like one that is taken a number of its own: `CF-1-2`."""
    number = 2
    while (other := f"{ref[: LONGEST - 5]}-{number}").casefold() in taken:
        number += 1
    return other


Item = TypeVar("Item")

SEED_MOST = 2**63 - 1  # what a TOML file can hold


def shuffled(items: Sequence[Item], seed: int) -> tuple[Item, ...]:
    """Shuffle by Fisher and Yates, from the last place down, with Python's `Random(seed).random()`.

    Place i (last to second, counted from 0) changes with place floor(random() x (i + 1)). Python promises that
    `random()` gives the same numbers for the same seed in every version; it does not promise it of `shuffle`.
    """
    chance = Random(seed)  # noqa: S311 - must be repeatable; nothing secret hangs on it
    order = list(items)
    for place in range(len(order) - 1, 0, -1):
        other = int(chance.random() * (place + 1))
        order[place], order[other] = order[other], order[place]
    return tuple(order)
