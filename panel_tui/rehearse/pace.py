"""How long a pretend member takes over each thing, in seconds at a person's own speed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from .chance import between

# At speed 1. A rehearsal should feel like a room, and end before the tea is cold.
_THINKING = {
    "arrive": (1.0, 25.0),
    "seat": (2.0, 6.0),
    "score": (4.0, 14.0),
    "skip": (2.0, 5.0),
    "check": (2.0, 6.0),
    "step-out": (3.0, 8.0),
    "ballot": (5.0, 15.0),
    "reason": (10.0, 30.0),
}
Sleep = Callable[[float], Awaitable[None]]


class Pace:
    """One member's pace. `speed` 1 is a person's, 2 twice as quick; without a speed nothing takes any time."""

    def __init__(self, seed: int, place: int, *, speed: float | None, sleep: Sleep = asyncio.sleep) -> None:
        """Some members are quick and some are slow, all day long."""
        self._seed, self._place, self._speed, self._sleep = seed, place, speed, sleep
        self._own = between(0.6, 1.6, seed, "pace", place)

    async def think(self, kind: str, *about: object) -> None:
        """Take as long as this member takes over this kind of thing."""
        if self._speed is None:
            return
        low, high = _THINKING.get(kind, (2.0, 6.0))
        await self._sleep(between(low, high, self._seed, kind, self._place, *about) * self._own / self._speed)
