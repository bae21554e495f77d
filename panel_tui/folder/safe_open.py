"""Open what stands in a session folder: plain files of ours only, never a link, never more than we can hold."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from panel_tui.folder.fault import Refusal
from panel_tui.system.fresh_files import fresh_file
from panel_tui.system.held_files import patiently

MIB = 1024 * 1024
DRAFT = ".session-"  # how the name of a draft begins; a crash may leave one, and `seal` clears it away

# Not on Windows: there the look before opening is all there is.
_SAFE = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_BINARY = getattr(os, "O_BINARY", 0)


def read_ours(path: Path, *, most: int) -> bytes:
    """Read a file of the folder, at most `most` bytes. Raises Refusal for a link, a device or too much."""
    if path.is_symlink():
        raise Refusal("is-link")
    return _read(path, os.O_RDONLY | _SAFE | _BINARY, most)


def read_given(path: Path, *, most: int) -> bytes:
    """Read a file a person named, links followed because they chose it. Raises Refusal as `read_ours` does."""
    nonblock = _SAFE & ~getattr(os, "O_NOFOLLOW", 0)
    return _read(path, os.O_RDONLY | nonblock | _BINARY, most)


def put_whole(path: Path, data: bytes) -> None:
    """Put new bytes in a file's place, whole or not at all; who may read it stays as it was."""
    handle, beside = fresh_file(path.parent, DRAFT)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(path.stat().st_mode)
        patiently(lambda: beside.replace(path))
    finally:
        beside.unlink(missing_ok=True)


def names(folder: Path) -> list[str]:
    """List a folder of ours in order; nothing where it is missing, a link or no folder."""
    if folder.is_symlink() or not folder.is_dir():
        return []
    try:
        return sorted(entry.name for entry in os.scandir(folder))
    except OSError as problem:
        raise Refusal("cannot-open") from problem


def _read(path: Path, flags: int, most: int) -> bytes:
    try:
        handle = os.open(path, flags)
    except FileNotFoundError as problem:
        raise Refusal("missing-file") from problem
    except (OSError, ValueError) as problem:
        raise Refusal("cannot-open") from problem
    if not stat.S_ISREG(os.fstat(handle).st_mode):  # asked first: a folder cannot even be wrapped as a file
        os.close(handle)
        raise Refusal("not-a-file")
    with os.fdopen(handle, "rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise Refusal("too-big", meant=f"{most / MIB:.3g} MB")
    return data
