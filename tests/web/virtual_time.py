"""Time that passes only when everybody waits for it: hours of trying in a moment, in their right order."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections.abc import Awaitable
from typing import TypeVar

_SETTLED = 12  # turns of the loop in which whoever can go on does
_Result = TypeVar("_Result")


class VirtualTime:
    """A clock and a sleep for what takes them from outside."""

    def __init__(self) -> None:
        self.now = 0.0
        self._asleep: list[tuple[float, int, asyncio.Future[None]]] = []
        self._number = itertools.count()

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        waking = asyncio.get_running_loop().create_future()
        heapq.heappush(self._asleep, (self.now + seconds, next(self._number), waking))
        await waking

    async def run(self, main: Awaitable[_Result]) -> _Result:
        """Let time pass until this is done."""
        task = asyncio.ensure_future(main)
        while not task.done():
            for _ in range(_SETTLED):
                await asyncio.sleep(0)
            if self._asleep and not task.done():
                self.now = max(self.now, self._asleep[0][0])
                while self._asleep and self._asleep[0][0] <= self.now:
                    waking = heapq.heappop(self._asleep)[2]
                    if not waking.done():
                        waking.set_result(None)
        return task.result()
