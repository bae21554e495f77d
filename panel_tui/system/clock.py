"""The clock and chance: the only places they come from.

The clock goes on evenly from when it was made, through a laptop's sleep and whatever is done to the laptop's own
clock. What was done to that one is seen as `strayed`, and followed on purpose: see `timekeeping`.
"""

from __future__ import annotations

import datetime as dt
import secrets
import sys
import time
from collections.abc import Callable

# less than this is the drift of two clocks, and not worth a line in the record
A_MOVE = dt.timedelta(minutes=1)


def steady() -> float:
    """Count seconds evenly, those of the laptop's sleep too; nobody can set this back."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":  # time.monotonic stands still while a Mac sleeps; this clock does not
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


def laptop_time() -> dt.datetime:
    """Return the time by the laptop's own clock."""
    return dt.datetime.now(dt.UTC)


class Clock:
    """The time of day and the source of chance; tests pass their own."""

    def __init__(
        self, wall: Callable[[], dt.datetime] = laptop_time, even: Callable[[], float] = steady
    ) -> None:
        """Start with what the laptop's clock says."""
        self._wall, self._even = wall, even
        self._began, self._since = wall(), even()

    def now(self) -> dt.datetime:
        """Return the time, with its zone."""
        return (self._began + dt.timedelta(seconds=self._even() - self._since)).astimezone()

    def look_at_zone(self) -> None:
        """Take the time zone the laptop is set to now; a program goes on in the one it began in until it looks."""
        if sys.platform != "win32":
            time.tzset()

    def elapsed(self) -> float:
        """Count the seconds since this clock was made, evenly."""
        return self._even() - self._since

    def strayed(self) -> dt.timedelta:
        """Return how far the laptop's clock was moved away from this one."""
        return self._wall() - self.now()

    def follow(self, by: dt.timedelta) -> None:
        """Go by so much earlier or later from here on."""
        self._began += by

    def token(self) -> str:
        """Draw 128 bits, for a cookie."""
        return secrets.token_urlsafe(16)

    def chance(self, size: int) -> bytes:
        """Draw `size` bytes."""
        return secrets.token_bytes(size)

    def pad(self) -> bytes:
        """Draw a one-time pad for a ballot, 32 bytes."""
        return secrets.token_bytes(32)

    def letters(self, alphabet: str, length: int) -> str:
        """Draw a code of `length` letters."""
        return "".join(secrets.choice(alphabet) for _ in range(length))

    def draw(self) -> secrets.SystemRandom:
        """Return the laptop's own chance, for shuffling and choosing."""
        return secrets.SystemRandom()

    def seed(self) -> int:
        """Draw a seed short enough to be read aloud."""
        return secrets.randbelow(10_000)
