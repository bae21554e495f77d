"""How seats are named in a sentence: "seat 3", "seats 3 and 9"."""

from __future__ import annotations

from collections.abc import Sequence

from . import say


def seats_said(numbers: Sequence[int]) -> str:
    """Name seats by their numbers, at least one."""
    *most, last = map(str, numbers)
    if not most:
        return say("views.seats.one", seat=last)
    return say("views.seats.more", seats=", ".join(most), last=last)
