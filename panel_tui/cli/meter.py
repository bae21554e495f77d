"""A line at the terminal that says how far a slow command is; a quick one shows nothing."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta

from sessions.wording import say

from ..clock import Clock
from .telling import cleaned

PATIENCE = timedelta(seconds=1)  # what takes less is done before the line could be read


class Meter:
    """Shows one line, always in the same place, and takes it away again."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._began: datetime = clock.now()
        self._shown = ""

    def __call__(self, done: int, of: int, making: str) -> None:
        """Show how far it is, where somebody is there to see it."""
        if not sys.stderr.isatty() or self._clock.now() - self._began < PATIENCE:
            return
        line = cleaned(say("command.making", done=done + 1, of=of, name=making))
        if line != self._shown:
            self._write(line)

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._write("")

    def _write(self, line: str) -> None:
        sys.stderr.write(f"\r{line.ljust(len(self._shown))}" + ("" if line else "\r"))
        sys.stderr.flush()
        self._shown = line
