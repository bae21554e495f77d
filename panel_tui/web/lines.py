"""The open event streams: how many there may be, and how they are ended."""

from __future__ import annotations

import asyncio

FOR_ONE_SEAT = 4  # streams; a fifth ends the oldest
ALTOGETHER = 1_200


class Lines:
    """The open event streams, and the bell that ends each of them."""

    def __init__(self) -> None:
        """Hold no stream yet."""
        self._open: dict[int, list[asyncio.Event]] = {}
        self.closed = False

    def __len__(self) -> int:
        """Count the open streams."""
        return sum(len(ends) for ends in self._open.values())

    def open(self, seat: int) -> asyncio.Event:
        """Count a stream in; the event it gives ends it."""
        ends = self._open.setdefault(seat, [])
        if len(ends) >= FOR_ONE_SEAT:
            ends[0].set()
            del ends[0]
        end = asyncio.Event()
        ends.append(end)
        if self.closed:
            end.set()
        return end

    def leave(self, seat: int, end: asyncio.Event) -> None:
        """Count a stream out."""
        ends = self._open.get(seat, [])
        if end in ends:
            ends.remove(end)
        if not ends:
            self._open.pop(seat, None)

    def close(self) -> None:
        """End every stream, and every new one at once."""
        self.closed = True
        for ends in self._open.values():
            for end in ends:
                end.set()
