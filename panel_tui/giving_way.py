"""Give way to the running session: work that can wait takes what the wall and the phones leave over."""

from __future__ import annotations

import contextlib
import os

# Beside a busy session it gets a tenth of a processor, alone all of it. Not the lowest: among strangers' programs that
# took ten times as long, and the room was no quieter for it.
_LOWER = 10


def give_way() -> None:
    """Lower this whole process's priority, for good. Where the system has no such thing, nothing happens."""
    with contextlib.suppress(OSError, AttributeError):  # AttributeError: Windows has no nice
        os.nice(_LOWER)
