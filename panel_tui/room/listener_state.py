"""Whether new phones can get in: a listener that something closed is opened again, and the wall is told."""

from __future__ import annotations

from collections.abc import Callable


class ListenerState:
    """What is known of the phones' listener, for the wall."""

    def __init__(self, ring: Callable[[], None]) -> None:
        """Begin open; `ring` tells everyone who watches the room."""
        self._notify = ring
        self.shut = False
        """Whether nobody new can get in now."""
        self.opened_again = 0
        """How often it had to be opened again."""

    def found_shut(self) -> None:
        """Note that nobody new gets in."""
        if not self.shut:
            self.shut = True
            self._notify()

    def stands_open(self) -> None:
        """Note that it is open again."""
        self.shut = False
        self.opened_again += 1
        self._notify()
