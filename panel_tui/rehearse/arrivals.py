"""Who comes in when, and how long a pretend member takes over each thing."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from panel_tui.rehearse.answer_book import between

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


Door = Callable[[int], str]  # seat → the address its code opens, as it is at that moment


class Arrivals:
    """The queue at the door.

    In order, so that where one code gives out the free seats, each gets its own; one at a time, because a door
    that is tried by many at once from one address grows careful and makes people wait.
    """

    def __init__(self, places: range, door: Door, late: Mapping[int, str]) -> None:
        """Let `places` in, lowest first; those in `late` only when somebody has seen the page named there."""
        self._door = door
        self._late = {place: page for place, page in late.items() if page and place in places}
        self._queue = [place for place in places if place not in self._late] + sorted(self._late)
        self._in: set[int] = set()
        self._seen: set[str] = set()
        self._moved = asyncio.Event()

    def door(self, place: int) -> str:
        """Return the address that lets this place in."""
        return self._door(place)

    def seen(self, page: str) -> None:
        """Note that somebody sees this page."""
        if page not in self._seen:
            self._seen.add(page)
            self._moved.set()

    def let_next_in(self, place: int) -> None:
        """Say that this place is in, or will never be."""
        if place not in self._in:
            self._in.add(place)
            self._moved.set()

    async def due(self, place: int) -> None:
        """Wait until it is time for this place to come."""
        await self._until(lambda: self._is_due(place))

    async def turn(self, place: int) -> None:
        """Wait until everyone earlier is in, or still on the way."""
        before = self._queue[: self._queue.index(place)]
        await self._until(lambda: all(earlier in self._in or self.on_the_way(earlier) for earlier in before))

    def on_the_way(self, place: int) -> bool:
        """Whether this place is late, and what it waits for has not come yet."""
        return place not in self._in and not self._is_due(place)

    @property
    def outstanding(self) -> tuple[int, ...]:
        """Name the places still on the way."""
        return tuple(place for place in self._queue if self.on_the_way(place))

    def _is_due(self, place: int) -> bool:
        return place not in self._late or self._late[place] in self._seen

    async def _until(self, come: Callable[[], bool]) -> None:
        while not come():
            self._moved.clear()
            await self._moved.wait()
