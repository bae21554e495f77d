"""Some seats or some titles in one breath: the first few, and how many more there are."""

from __future__ import annotations

from collections.abc import Sequence

from sessions.wording import say, say_many

_MOST_SEATS = 20  # more numbers than these nobody reads on a wall
MOST = 3  # titles named; of more, the rest is counted


def seats_said(numbers: Sequence[int]) -> str:
    """Name seats by their numbers, at least one."""
    if len(numbers) > _MOST_SEATS:
        named = ", ".join(map(str, numbers[:_MOST_SEATS]))
        return say("views.seats.many", seats=named, n=len(numbers) - _MOST_SEATS)
    *most, last = map(str, numbers)
    if not most:
        return say("views.seats.one", seat=last)
    return say("views.seats.more", seats=", ".join(most), last=last)


def titles_said(titles: Sequence[str], most: int = MOST) -> str:
    """Name some applications; of many, the first few and how many more there are."""
    if len(titles) > most + 1:
        return say_many("dividing.more", len(titles) - most, titles=", ".join(titles[:most]))
    *before, last = titles
    return say("dividing.and", titles=", ".join(before), last=last) if before else last
