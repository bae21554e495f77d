"""How seats are named in a sentence: "seat 3", "seats 3 and 9"."""

from __future__ import annotations

from collections.abc import Sequence

from . import say

_MOST = 20  # more numbers than these nobody reads on a wall


def seats_said(numbers: Sequence[int]) -> str:
    """Name seats by their numbers, at least one."""
    if len(numbers) > _MOST:
        named = ", ".join(map(str, numbers[:_MOST]))
        return say("views.seats.many", seats=named, n=len(numbers) - _MOST)
    *most, last = map(str, numbers)
    if not most:
        return say("views.seats.one", seat=last)
    return say("views.seats.more", seats=", ".join(most), last=last)
