"""How many connections one address may hold, and how long a request may take to arrive.

uvicorn waits for ever for the rest of a request; 300 half-open sockets would stay until the day ends.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from typing import Protocol

DEADLINE = 5.0  # seconds for a whole request, from its first byte (or the connection) to its last
HALF_OPEN = 64  # requests of one address still arriving; one more closes the oldest
CONNECTIONS = 1_200  # of one address: a room behind one router is one address


class Closable(Protocol):
    """A connection that can be closed."""

    def shut(self) -> None:
        """Close it at once."""


class Doorway:
    """Counts connections by address."""

    def __init__(self) -> None:
        """Begin with nobody there."""
        self._held: Counter[str] = Counter()
        self._arriving: dict[str, OrderedDict[int, Closable]] = {}

    def came(self, address: str) -> bool:
        """Count a connection in; say whether it may stay."""
        self._held[address] += 1
        return self._held[address] <= CONNECTIONS

    def went(self, address: str) -> None:
        """Count a connection out."""
        self._held[address] -= 1
        if not self._held[address]:
            del self._held[address]

    def arriving(self, address: str, connection: Closable) -> None:
        """Note that a request is arriving; the oldest of too many is closed."""
        waiting = self._arriving.setdefault(address, OrderedDict())
        waiting[id(connection)] = connection
        if len(waiting) > HALF_OPEN:
            waiting.popitem(last=False)[1].shut()

    def arrived(self, address: str, connection: Closable) -> None:
        """Note that it has arrived, or never will."""
        waiting = self._arriving.get(address)
        if waiting is not None:
            waiting.pop(id(connection), None)
            if not waiting:
                del self._arriving[address]
