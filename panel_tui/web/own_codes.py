"""A seat's own new card code, shown on its phone until written down; in memory only, and not for long."""

from __future__ import annotations

import time
from collections.abc import Callable

_MINUTES = 10


class OwnCodes:
    """Codes waiting to be written down, by the cookie of the phone they are for."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Hold nothing yet."""
        self._clock = clock
        self._codes: dict[str, tuple[str, float]] = {}

    def keep(self, token: str, code: str) -> None:
        """Hold a code for a phone."""
        now = self._clock()
        self._codes = {key: held for key, held in self._codes.items() if held[1] > now}
        if code:
            self._codes[token] = (code, now + _MINUTES * 60)

    def for_phone(self, token: str) -> str:
        """Give the code this phone has not written down yet; nothing where there is none."""
        code, until = self._codes.get(token, ("", 0.0))
        return code if until > self._clock() else ""

    def written_down(self, token: str) -> None:
        """Forget a phone's code."""
        self._codes.pop(token, None)
