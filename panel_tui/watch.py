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

    @property
    def rung(self) -> bool:
        """Say whether there was a change since the last look."""
        return self._bell.is_set()

    async def changed(self) -> None:
        """Wait for a change; return at once if there was one since the last call."""
        await self._bell.wait()
        self._bell.clear()


class Watchers:
    """Everyone who wants to know: of everything, or only of what one seat's phone may show."""

    def __init__(self) -> None:
        self._watches: dict[int | None, set[Watch]] = {}

    @contextmanager
    def watch(self, seat: int | None = None) -> Iterator[Watch]:
        """Watch for as long as the block lasts."""
        watch = Watch()
        self._watches.setdefault(seat, set()).add(watch)
        try:
            yield watch
        finally:
            kept = self._watches[seat]
            kept.discard(watch)
            if not kept:
                del self._watches[seat]

    def ring(self, seat: int | None = None) -> None:
        """Tell them all or, where it changed one seat's page alone, that seat's and whoever watches everything.

        In a rush every phone's answer is such a change: to wake them all each time would be work in seats squared.
        """
        told = self._watches.values() if seat is None else (self._watches.get(s, ()) for s in (None, seat))
        for watches in told:
            for watch in watches:
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
