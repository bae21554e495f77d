"""How far an export is: told often, to whoever wants to show it."""

from __future__ import annotations

from collections.abc import Callable

# Called with how many formats are done, of how many, and the name of the one being made. It may be called from a
# thread, often, and must be quick.
Progress = Callable[[int, int, str], None]


def untold(_done: int, _of: int, _making: str) -> None:
    """Tell nobody."""


def no_tick() -> None:
    """Let it pass."""
