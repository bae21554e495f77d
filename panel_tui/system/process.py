"""What the program asks of its own process: its priority, the collector's pauses, its open files."""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

# Beside a busy session it gets a tenth of a processor, alone all of it. Not the lowest: among strangers' programs that
# took ten times as long, and the room was no quieter for it.
_LOWER = 10


def lower_priority() -> None:
    """Lower this whole process's priority, for good. Where the system has no such thing, nothing happens."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            os.nice(_LOWER)


@contextmanager
def gc_paused() -> Iterator[None]:
    """Let it rest for as long as the block lasts: for reading what stays, and makes no knots."""
    working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if working:
            gc.enable()


@contextmanager
def gc_of_new_alone() -> Iterator[None]:
    """Let it look only at what is made inside the block, which then costs little and is let go of soon.

    Where something was set aside for good already, it stays so.
    """
    if gc.get_freeze_count():
        yield
        return
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


_FILES_WANTED = 4_096
# for the record, the wall and the desk; and for what has been accepted but not been looked at yet
_FILES_KEPT_FREE = 512


def raise_file_limit() -> None:
    """Ask for room for 500 phones with two connections each; where that cannot be had, go on with what there is."""
    try:
        resource: Any = importlib.import_module("resource")
    except ImportError:
        return  # Windows has no such limit
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FILES_WANTED if hard == resource.RLIM_INFINITY else min(_FILES_WANTED, hard)
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    except (OSError, ValueError):
        return


def most_connections() -> int:
    """Say how many connections there may be, so that whatever comes, the wall can still open what it needs."""
    try:
        resource: Any = importlib.import_module("resource")
    except ImportError:
        return _FILES_WANTED - _FILES_KEPT_FREE
    soft, _hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    files = _FILES_WANTED if soft == resource.RLIM_INFINITY else min(_FILES_WANTED, soft)
    return int(files - min(_FILES_KEPT_FREE, files // 2))
