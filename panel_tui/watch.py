"""Notice that something changed, never what: many changes are one notice."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


class Watch:
    """One watcher's bell."""

    def __init__(self) -> None:
        self._bell = asyncio.Event()

    def ring(self) -> None:
        """Say that something changed."""
        self._bell.set()

    async def changed(self) -> None:
        """Wait for a change; return at once if there was one since the last call."""
        await self._bell.wait()
        self._bell.clear()


class Watchers:
    """Everyone who wants to know."""

    def __init__(self) -> None:
        self._watches: set[Watch] = set()

    @contextmanager
    def watch(self) -> Iterator[Watch]:
        """Watch for as long as the block lasts."""
        watch = Watch()
        self._watches.add(watch)
        try:
            yield watch
        finally:
            self._watches.discard(watch)

    def ring(self) -> None:
        """Tell them all."""
        for watch in self._watches:
            watch.ring()


class Presence:
    """How many live connections each seat has; forgotten when the program stops."""

    def __init__(self) -> None:
        self._live: dict[int, int] = {}

    def arrive(self, seat: int) -> None:
        """Count a connection in."""
        self._live[seat] = self._live.get(seat, 0) + 1

    def leave(self, seat: int) -> None:
        """Count a connection out."""
        self._live[seat] = max(0, self._live.get(seat, 0) - 1)

    @property
    def here(self) -> frozenset[int]:
        """Give the seats with a live connection."""
        return frozenset(seat for seat, n in self._live.items() if n)
