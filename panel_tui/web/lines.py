"""The open event streams: how many there may be, what their phones have seen, and how they are ended."""

from __future__ import annotations

import asyncio
from collections.abc import Hashable

FOR_ONE_SEAT = 4  # streams; a fifth ends the oldest
ALTOGETHER = 1_200


class Line:
    """One open stream: the bell that ends it, and a glimpse of what its phone shows."""

    def __init__(self, seen: Hashable) -> None:
        """Begin with what its phone is about to be shown."""
        self.end = asyncio.Event()
        self.seen = seen


class Lines:
    """The open event streams of every seat."""

    def __init__(self) -> None:
        """Hold no stream yet."""
        self._open: dict[int, list[Line]] = {}
        self.closed = False

    def __len__(self) -> int:
        """Count the open streams."""
        return sum(len(lines) for lines in self._open.values())

    def open(self, seat: int, seen: Hashable) -> Line:
        """Count a stream in."""
        lines = self._open.setdefault(seat, [])
        if len(lines) >= FOR_ONE_SEAT:
            lines.pop(0).end.set()
        line = Line(seen)
        lines.append(line)
        if self.closed:
            line.end.set()
        return line

    def told(self, seat: int, seen: Hashable) -> None:
        """Note what the phone of a seat is being given to see, so that it need not look for it."""
        for line in self._open.get(seat, ()):
            line.seen = seen

    def leave(self, seat: int, line: Line) -> None:
        """Count a stream out."""
        lines = self._open.get(seat, [])
        if line in lines:
            lines.remove(line)
        if not lines:
            self._open.pop(seat, None)

    def close(self) -> None:
        """End every stream, and every new one at once."""
        self.closed = True
        for lines in self._open.values():
            for line in lines:
                line.end.set()
