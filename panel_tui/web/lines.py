"""The open event streams: how many there may be, what their phones have seen, and how they are ended."""

from __future__ import annotations

from collections.abc import Hashable

from ..watch import Watch

FOR_ONE_SEAT = 4  # streams; a fifth ends the oldest
ALTOGETHER = 1_200


class Line:
    """One open stream: whether it is over, the bell it waits for, and a glimpse of what its phone shows."""

    def __init__(self, seen: Hashable, bell: Watch) -> None:
        """Begin with what its phone is about to be shown."""
        self.over = False
        self.seen = seen
        self._bell = bell

    def end(self) -> None:
        """Wake it up to end."""
        self.over = True
        self._bell.ring()


class Lines:
    """The open event streams of every seat."""

    def __init__(self) -> None:
        """Hold no stream yet."""
        self._open: dict[int, list[Line]] = {}
        self.closed = False

    def __len__(self) -> int:
        """Count the open streams."""
        return sum(len(lines) for lines in self._open.values())

    def open(self, seat: int, seen: Hashable, bell: Watch) -> Line:
        """Count a stream in; it waits for this bell alone, for news and for its end."""
        lines = self._open.setdefault(seat, [])
        if len(lines) >= FOR_ONE_SEAT:
            lines.pop(0).end()
        line = Line(seen, bell)
        lines.append(line)
        if self.closed:
            line.end()
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
                line.end()
