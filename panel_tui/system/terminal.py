"""The terminal a screen stands in: how it, or the system, ends a program from outside.

A terminal that goes away while hang-ups are ignored (`nohup`, some desktops) leaves nothing to read and nothing to
write to: without a look now and then, the program would spin on it for the rest of the day.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from enum import StrEnum
from typing import Any, TextIO

if sys.platform != "win32":
    import termios

_EVERY = 0.5  # seconds between two looks at the terminal


class EndedBy(StrEnum):
    """Who ended the program, where it was not the one at its keys."""

    GONE = "gone"  # the terminal went away
    ASKED = "asked"  # the system, or another program, asked it to end


def terminal_gone(handle: int = 0) -> bool:
    """Whether the terminal that this was has gone."""
    if sys.platform != "win32":
        try:
            termios.tcgetattr(handle)
        except termios.error:
            return True
    return False


@asynccontextmanager
async def ended_from_outside(end: Callable[[EndedBy], None]) -> AsyncIterator[None]:
    """Call `end`, once or more, where the terminal goes or the program is asked to end, while the block lasts."""
    loop = asyncio.get_running_loop()
    watched: list[signal.Signals] = []
    for name, why in (("SIGTERM", EndedBy.ASKED), ("SIGHUP", EndedBy.GONE)):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            with suppress(
                NotImplementedError, RuntimeError, ValueError
            ):  # Windows; a loop that is not the main one
                loop.add_signal_handler(number, end, why)
                watched.append(number)
    looking = asyncio.create_task(_look(end)) if os.isatty(0) else None
    screen, sys.__stderr__ = sys.__stderr__, _Unbroken(sys.__stderr__)  # type: ignore[misc, assignment]
    try:
        yield
    finally:
        sys.__stderr__ = screen  # type: ignore[misc]
        for number in watched:
            loop.remove_signal_handler(number)
        if looking is not None:
            looking.cancel()
            with suppress(asyncio.CancelledError):
                await looking


async def _look(end: Callable[[EndedBy], None]) -> None:
    while not terminal_gone():
        await asyncio.sleep(_EVERY)
    end(EndedBy.GONE)


class _Unbroken:
    """What a screen is written to; one that has gone takes everything, so that leaving it does not fail or wait."""

    def __init__(self, really: TextIO | None) -> None:
        self._really = really

    def write(self, text: str) -> int:
        with suppress(OSError):
            if self._really is not None:
                self._really.write(text)
        return len(text)

    def flush(self) -> None:
        with suppress(OSError):
            if self._really is not None:
                self._really.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._really, name)
