"""New files and folders under a name of chance, beside what they will replace, for the owner alone.

Python's own `tempfile` takes a folder that Windows denies for a name that is taken, and tries two thousand million
others. Ours gives up at the first "no", and after ten names.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from panel_tui.system.held_files import patiently

T = TypeVar("T")

_TRIES = 10
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_FILE, _FOLDER = 0o600, 0o700


def fresh_file(folder: Path, prefix: str) -> tuple[int, Path]:
    """Make an empty file and open it; give its handle and its name. Raises OSError."""
    return _fresh(folder, prefix, lambda path: (os.open(path, _NEW, _FILE), path))


def fresh_folder(folder: Path, prefix: str) -> Path:
    """Make an empty folder. Raises OSError."""

    def made(path: Path) -> Path:
        path.mkdir(mode=_FOLDER)
        return path

    return _fresh(folder, prefix, made)


def can_write_in(folder: Path) -> bool:
    """Whether a file can be made there; none stays."""
    try:
        handle, path = fresh_file(folder, ".try-")
        os.close(handle)
        path.unlink()
    except OSError:
        return False
    return True


def _fresh(folder: Path, prefix: str, make: Callable[[Path], T]) -> T:
    for _ in range(_TRIES - 1):
        try:
            return make(folder / f"{prefix}{secrets.token_hex(6)}")
        except FileExistsError:
            continue
    return make(folder / f"{prefix}{secrets.token_hex(6)}")


def write_for_owner(file: Path, text: str) -> None:
    """Write a small file for the laptop's owner alone, whole or not at all; what cannot be kept is let go."""
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # made beside and moved into place: whoever reads it meanwhile finds the old list whole
        handle, beside = fresh_file(file.parent, ".days-")
        with os.fdopen(handle, "w", encoding="utf-8") as new:
            new.write(text)
        patiently(lambda: beside.replace(file))
