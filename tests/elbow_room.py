"""Where tests run side by side, let those that measure or strain the machine have it to themselves.

A test marked `alone` waits until no other runs, and keeps the others waiting. The turnstile is what makes that fair:
whoever waits for the whole machine stands in it, so that nobody slips past.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def side_by_side() -> bool:
    """Say whether other tests may be running at the same time."""
    return "PYTEST_XDIST_WORKER" in os.environ


@contextmanager
def elbow_room(folder: Path, *, alone: bool) -> Iterator[None]:
    """Hold the machine alone, or share it, for as long as the block lasts; `folder` is one for all who run."""
    import fcntl

    with (folder / "turnstile").open("w") as turnstile, (folder / "machine").open("w") as machine:
        fcntl.flock(turnstile, fcntl.LOCK_EX)
        fcntl.flock(machine, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        if not alone:
            fcntl.flock(turnstile, fcntl.LOCK_UN)
        try:
            yield
        finally:
            # closing is not enough: a process that a test forked and left behind holds the same open file
            fcntl.flock(machine, fcntl.LOCK_UN)
            fcntl.flock(turnstile, fcntl.LOCK_UN)


_SPUN = 0.1  # seconds of processor


def stretched(seconds: float) -> float:
    """Give the time that this machine, as busy as it is now, takes for what a free one does in so many seconds.

    What others have of it shows in how long a known amount of processor time takes; on a free machine it is the same.
    """
    began, spent = time.perf_counter(), time.thread_time()
    while time.thread_time() - spent < _SPUN:
        pass
    return seconds * max(1.0, (time.perf_counter() - began) / _SPUN)
