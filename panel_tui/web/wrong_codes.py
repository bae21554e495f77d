"""Patience with wrong codes: their answer waits a second; a right code's never waits for other people's wrong ones.

How many may be tried in all stands in `room/card_codes.py`, where the codes' lengths are worked out from it.

A code is looked up by its first letters, which costs next to nothing, so a right one can be told at once. A wrong one
is answered after a second, or some more where many are held back, whatever was wrong with it: a connection cannot try
more often, and the time tells nobody that the first letters were right. Only where they were does the slow hash come,
so many a second and no more; and in its queue those come first whose address, or whose card, has seen the fewest
wrong codes of late. How many can be tried in all is what the codes' lengths are worked out from (`card_codes`).

Cards of the first version have no first letters to be found by, and fewer letters. They keep to the first version's
thirty wrong codes a minute, in a queue of their own.
"""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from panel_tui.room.card_codes import HASHES, LOOKS
from panel_tui.system.clock import steady
from panel_tui.system.hash_pool import at_once

Now = Callable[[], float]
Sleep = Callable[[float], Awaitable[None]]
_REMEMBERED = 4_096
_Waiter = tuple[float, int, "asyncio.Future[None]"]


class TooMany(Exception):  # noqa: N818 - it is an answer: please wait
    """Too many tries; this one was not looked at."""


class RateLimit:
    """So many tries a second, and some at once. In the queue the ones with the fewest misses come first."""

    def __init__(self, a_second: float, at_once: int, waiting: int, now: Now, sleep: Sleep) -> None:
        """Begin with the bucket full; at most `waiting` tries stand in the queue."""
        self._a_second, self._most, self._waiting = a_second, float(at_once), waiting
        self._now, self._sleep = now, sleep
        self._tokens, self._at = float(at_once), now()
        self._queue: list[_Waiter] = []
        self._number = itertools.count()
        self._pump: asyncio.Task[None] | None = None

    async def take(self, misses: float) -> None:
        """Take a token, or wait for one. Raises TooMany where the queue is full of tries with no more misses."""
        self._fill()
        if self._tokens >= 1 and not self._queue:
            self._tokens -= 1
            return
        waiter: _Waiter = (misses, next(self._number), asyncio.get_running_loop().create_future())
        heapq.heappush(self._queue, waiter)
        if len(self._queue) > self._waiting:
            self._turn_away(max(self._queue, key=lambda one: one[:2]))
        if self._pump is None or self._pump.done():
            self._pump = asyncio.ensure_future(self._serve_all())
        try:
            await waiter[2]
        except asyncio.CancelledError:
            self._gone(waiter)
            raise

    def give_back(self) -> None:
        """Put a token back: that try was no miss."""
        self._tokens = min(self._most, self._tokens + 1)
        self._serve()

    def _fill(self) -> None:
        now = self._now()
        self._tokens = min(self._most, self._tokens + (now - self._at) * self._a_second)
        self._at = now

    def _serve(self) -> None:
        self._fill()
        while self._queue and self._tokens >= 1:
            self._tokens -= 1
            heapq.heappop(self._queue)[2].set_result(None)

    async def _serve_all(self) -> None:
        while self._queue:
            self._serve()
            if self._queue:
                await self._sleep((1 - self._tokens) / self._a_second + 1e-3)

    def _turn_away(self, waiter: _Waiter) -> None:
        self._take_out(waiter)
        waiter[2].set_exception(TooMany())

    def _gone(self, waiter: _Waiter) -> None:
        if waiter in self._queue:
            self._take_out(waiter)
        elif waiter[2].done() and not waiter[2].cancelled():
            self.give_back()  # its token had just come

    def _take_out(self, waiter: _Waiter) -> None:
        self._queue.remove(waiter)
        heapq.heapify(self._queue)


class Misses:
    """How often each name missed lately; a few are forgotten each minute, and the names longest unheard of too."""

    def __init__(self, forgotten_a_minute: float, now: Now) -> None:
        """Begin with none."""
        self._a_second, self._now = forgotten_a_minute / 60, now
        self._counts: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def of(self, name: str) -> float:
        """Return what is remembered of a name."""
        count, at = self._counts.get(name, (0.0, 0.0))
        return max(0.0, count - (self._now() - at) * self._a_second)

    def add(self, name: str) -> None:
        """Remember one more."""
        self._counts[name] = (self.of(name) + 1, self._now())
        self._counts.move_to_end(name)
        if len(self._counts) > _REMEMBERED:
            self._counts.popitem(last=False)


__all__ = [
    "FIRST_VERSION_A_MINUTE",
    "HELD_FOR",
    "MOST_HELD",
    "SCREENS",
    "CodeTries",
    "RateLimit",
    "TooMany",
    "Try",
]

HELD_FOR = (
    1.0  # seconds from a wrong code to its answer; longer where more are held than may be tried a second
)
MOST_HELD = 5 * LOOKS  # answers; one address has fewer connections than these
FIRST_VERSION_A_MINUTE = 30  # wrong codes, where cards of the first version have to be hashed to be known
FORGOTTEN_A_MINUTE = 10  # wrong codes of one address
_WAITING, _WAITING_FIRST_VERSION = 64, 15
# Six letters that stand for two minutes: so many may be tried that a stranger gets in by less than one in a million.
SCREENS, _SCREENS_AT_ONCE = 3, 20


class Try:
    """One try of a code; `right` says that it was a real one."""

    def __init__(self, codes: CodeTries, address: str) -> None:
        self._codes, self._address = codes, address
        self.limit: RateLimit | None = None
        self.name = ""
        self.was_right = False

    def right(self) -> None:
        """Let this try cost nothing."""
        self.was_right = True

    async def slowly(self, work: Callable[[], str], name: str) -> str:
        """Work out a slow hash, for the card whose first letters were given, when it is this address's turn."""
        if self.limit is None:
            limit = self._codes.limit_of(name)
            await limit.take(self._codes.misses_of(self._address, name))
            self.limit, self.name = limit, name
        return await at_once(work, name)

    async def at_a_screen(self) -> None:
        """Wait until it is this address's turn to try the code that lets a screen in. Raises TooMany."""
        self.limit = await self._codes.turn_at_a_screen(self._address)


class CodeTries:
    """Looks at each code as it comes, and holds back the answers to wrong ones."""

    def __init__(self, clock: Now = steady, sleep: Sleep = asyncio.sleep) -> None:
        """Begin with nothing tried."""
        self._clock, self._sleep = clock, sleep
        self._addresses = Misses(FORGOTTEN_A_MINUTE, clock)
        self._cards = Misses(FORGOTTEN_A_MINUTE, clock)
        self._hashes = RateLimit(HASHES, HASHES, _WAITING, clock, self._wait)
        first = FIRST_VERSION_A_MINUTE
        self._first_version = RateLimit(first / 60, first, _WAITING_FIRST_VERSION, clock, self._wait)
        self._screens = RateLimit(SCREENS, _SCREENS_AT_ONCE, _WAITING, clock, self._wait)
        self._held = 0
        self.seen = 0  # wrong codes so far, for the desk

    @asynccontextmanager
    async def turn(self, address: str) -> AsyncIterator[Try]:
        """Let a code be looked at; unless it was right, count it and hold its answer back. Raises TooMany."""
        if self._held >= MOST_HELD:
            raise TooMany
        began, this = self._clock(), Try(self, address)
        try:
            yield this
        except TooMany:
            await self._hold(began)
            raise
        except BaseException:
            self._settle(address, this)
            raise
        self._settle(address, this)
        if not this.was_right:
            await self._hold(began)

    def limit_of(self, name: str) -> RateLimit:
        """Return the queue for a card's slow hash."""
        return self._hashes if name else self._first_version

    async def turn_at_a_screen(self, address: str) -> RateLimit:
        """Wait in the queue of those who try the code of a screen, and give that queue. Raises TooMany."""
        await self._screens.take(self._addresses.of(address))
        return self._screens

    def misses_of(self, address: str, name: str) -> float:
        """Say how many wrong codes tell against a try: those of its address, or of its card where those are fewer."""
        theirs = self._addresses.of(address)
        return min(theirs, self._cards.of(name)) if name else theirs

    def _settle(self, address: str, this: Try) -> None:
        if this.was_right:
            if this.limit is not None:
                this.limit.give_back()
            return
        self.seen += 1
        self._addresses.add(address)
        if this.name:
            self._cards.add(this.name)

    async def _hold(self, began: float) -> None:
        self._held += 1
        until = began + max(HELD_FOR, self._held / LOOKS)
        try:
            await self._wait(max(0.0, until - self._clock()))
        finally:
            self._held -= 1

    async def _wait(self, seconds: float) -> None:
        waiting: Awaitable[None] = self._sleep(seconds)
        await waiting
