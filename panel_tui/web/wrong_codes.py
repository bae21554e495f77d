"""Patience with wrong codes: an address waits first, then everyone, longer and longer, but nobody is shut out.

Only wrong ones count. While codes are being looked at nobody can say yet whether they are wrong: whoever finds
no try left because of them waits for those answers, some milliseconds, and not for the minute to fill up again.
"""

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
        self._looked_at = 0
        self._told = asyncio.Event()
        self.waiting = 0

    def wait(self, now: float) -> float:
        """Say how long the next try would wait."""
        self._left = min(self._most, self._left + (now - self._at) * self._most / 60)
        self._at = now
        return max(0.0, (1 - self._left) * 60 / self._most)

    async def undecided(self, now: Callable[[], float]) -> None:
        """Return as soon as there is a try left, or no code is being looked at that may yet give one back."""
        while self._looked_at and self.wait(now()):
            await self._told.wait()

    def look(self) -> None:
        self._looked_at += 1

    def looked(self, *, refund: int) -> None:
        self._looked_at -= 1
        self._left = min(self._most, self._left + refund)
        told, self._told = self._told, asyncio.Event()
        told.set()

    def spend(self) -> None:
        self._left -= 1

    @property
    def untouched(self) -> bool:
        """No wrong code of late, as far as is known."""
        return self._left + self._looked_at >= self._most


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
        lane.look()
        try:
            await self._wait(self._everyone, lane, patient=fresh)
        except BaseException:  # not looked at after all, whether turned away or gone
            lane.looked(refund=1)
            raise
        self._everyone.look()
        this = Try()
        try:
            yield this
        finally:
            for one in (lane, self._everyone):
                one.looked(refund=this.was_right)
            self.seen += not this.was_right

    async def _wait(self, lane: _Lane, waiter: _Lane, *, patient: bool = False) -> None:
        await lane.undecided(self._clock)
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
