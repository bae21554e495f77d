"""Files that another program holds for an instant, as antivirus and viewers do on Windows: the change is tried again.

Never on the event loop: whoever waits here holds up everyone else.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

TRIES, PAUSE = 20, 0.05  # a second, in the writer's thread: antivirus looks into what was just written
LONGER = 40  # two seconds, where nobody waits: a viewer may just be closing
_HELD = frozenset({5, 32, 33})
"""What Windows says of it: access denied (a deletion that is under way, too), shared, locked."""


def held(problem: OSError) -> bool:
    """Whether another program may only hold the file for an instant. Elsewhere no program can."""
    return getattr(problem, "winerror", None) in _HELD


def patiently(
    do: Callable[[], T],
    *,
    tries: int = TRIES,
    pause: float = PAUSE,
    sleep: Callable[[float], None] | None = None,
) -> T:
    """Do it, and give what it gives; where the file is held, do it again. Raises OSError in the end."""
    for _ in range(tries - 1):
        try:
            return do()
        except OSError as problem:
            if not held(problem):
                raise
        (sleep or time.sleep)(pause)
    return do()
