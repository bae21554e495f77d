"""What was decided and is on its way to the disk: whoever shows or confirms it waits until it is there."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


class OnTheWay:
    """The newest of what is under way: the disk takes things in their order, so those before it are there with it."""

    def __init__(self) -> None:
        """Begin with nothing under way."""
        self._newest: asyncio.Future[None] | None = None
        self.taken_back = 0
        """How often what had been decided could not be kept."""

    @contextmanager
    def one_more(self) -> Iterator[None]:
        """Count what the block decides and keeps as under way until the block is left."""
        newest = self._newest = asyncio.get_running_loop().create_future()
        try:
            yield
        finally:
            newest.set_result(None)

    async def settled(self) -> bool:
        """Wait until what is under way is kept; say whether it is. What comes later is not waited for."""
        taken_back = self.taken_back
        if self._newest is not None and not self._newest.done():
            await asyncio.wait([self._newest])
        return self.taken_back == taken_back
