"""Patience with wrong codes: an address waits first, then everyone, longer and longer, but nobody is shut out."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

EVERYONE = 30  # wrong codes a minute for the whole room before anyone waits
ADDRESS = 10  # … for one address
LONGEST = 30.0  # seconds one try is held; an address that would wait longer is asked to try again later
WAITING = 4  # tries of one address that may wait at once
_REMEMBERED = 4_096  # addresses


class TooMany(Exception):  # noqa: N818 - it is an answer: please wait
    """Too many wrong codes; the code was not looked at."""


class _Lane:
    """Tries left, filling up evenly through the minute. In debt, the next one waits for its turn."""

    def __init__(self, a_minute: int, now: float) -> None:
        self._most, self._left, self._at = float(a_minute), float(a_minute), now
        self.waiting = 0

    def wait(self, now: float) -> float:
        """Say how long the next try would wait."""
        self._left = min(self._most, self._left + (now - self._at) * self._most / 60)
        self._at = now
        return max(0.0, (1 - self._left) * 60 / self._most)

    def spend(self) -> None:
        self._left -= 1

    def refund(self) -> None:
        self._left = min(self._most, self._left + 1)

    @property
    def untouched(self) -> bool:
        return self._left >= self._most


class WrongCodes:
    """Counts wrong codes and makes the next try wait. A right code costs nothing."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Begin with every lane full."""
        self._clock, self._sleep = clock, sleep
        self._everyone = _Lane(EVERYONE, clock())
        self._lanes: OrderedDict[str, _Lane] = OrderedDict()
        self.seen = 0  # wrong codes so far, for the desk

    @asynccontextmanager
    async def turn(self, address: str) -> AsyncIterator[Try]:
        """Wait for this address's turn to try a code, then count it unless it was right. Raises TooMany."""
        lane = self._lane(address)
        fresh = lane.untouched
        await self._wait(lane, lane)
        try:
            await self._wait(self._everyone, lane, patient=fresh)
        except TooMany:
            lane.refund()
            raise
        this = Try()
        try:
            yield this
        finally:
            if this.was_right:
                lane.refund()
                self._everyone.refund()
            else:
                self.seen += 1

    async def _wait(self, lane: _Lane, waiter: _Lane, *, patient: bool = False) -> None:
        wait = lane.wait(self._clock())
        if wait > LONGEST and patient:
            wait = LONGEST
        if wait > LONGEST or waiter.waiting >= WAITING:
            raise TooMany
        lane.spend()
        if wait:
            waiter.waiting += 1
            try:
                await self._sleep(wait)
            finally:
                waiter.waiting -= 1

    def _lane(self, address: str) -> _Lane:
        lane = self._lanes.setdefault(address, _Lane(ADDRESS, self._clock()))
        self._lanes.move_to_end(address)
        if len(self._lanes) > _REMEMBERED:
            self._lanes.popitem(last=False)
        return lane


class Try:
    """One try of a code; `right` says that it was a real one."""

    was_right = False

    def right(self) -> None:
        """Let this try cost nothing."""
        self.was_right = True
