"""The clock and chance: the only places they come from."""

from __future__ import annotations

import datetime as dt
import secrets


class Clock:
    """The laptop's clock and its source of chance; tests pass their own."""

    def now(self) -> dt.datetime:
        """Give the time, with its zone."""
        return dt.datetime.now().astimezone()

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
        """Give the laptop's own chance, for shuffling and choosing."""
        return secrets.SystemRandom()

    def seed(self) -> int:
        """Draw a seed short enough to be read aloud."""
        return secrets.randbelow(10_000)
