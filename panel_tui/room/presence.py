"""Which seats have a page open just now. In memory only."""

from __future__ import annotations


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
        """Return the seats with a live connection."""
        return frozenset(seat for seat, n in self._live.items() if n)
