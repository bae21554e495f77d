"""Open what stands in a session folder: plain files of ours only, never a link, never more than we can hold."""

from __future__ import annotations

import os
from pathlib import Path

from panel_tui.folder.fault import Refusal
from panel_tui.system.fresh_files import fresh_file
from panel_tui.system.held_files import patiently
from panel_tui.system.plain_files import NotPlainError, opened

MIB = 1024 * 1024
DRAFT = ".session-"  # how the name of a draft begins; a crash may leave one, and `seal` clears it away


def read_ours(path: Path, *, most: int) -> bytes:
    """Read a file of the folder, at most `most` bytes. Raises Refusal for a link, a device or too much."""
    if path.is_symlink():
        raise Refusal("is-link")
    return _read(path, most, links=False)


def read_given(path: Path, *, most: int) -> bytes:
    """Read a file a person named, links followed because they chose it. Raises Refusal as `read_ours` does."""
    return _read(path, most, links=True)


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
    """List a folder in order; nothing where it is missing or no folder. A session's own may be reached by a link.

    Whoever looks into one that stands inside it asks first whether that is a link.
    """
    if not folder.is_dir():
        return []
    try:
        return sorted(entry.name for entry in os.scandir(folder))
    except OSError as problem:
        raise Refusal("cannot-open") from problem


def _read(path: Path, most: int, *, links: bool) -> bytes:
    try:
        file = opened(path, links=links)
    except FileNotFoundError as problem:
        raise Refusal("no-such-file" if links else "missing-file") from problem
    except NotPlainError as problem:
        raise Refusal("not-a-file") from problem
    except (OSError, ValueError) as problem:
        raise Refusal("cannot-open") from problem
    with file:
        data = file.read(most + 1)
    if len(data) > most:
        raise Refusal("too-big", meant=f"{most / MIB:.3g} MB")
    return data
