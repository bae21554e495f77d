"""Put an export's files in their place: written in a hidden folder inside it, then moved in whole, one by one.

The hidden folder stands inside the target, so that both are on one disk whatever the target is.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from .material import File
from .refusal import ExportRefused

UNFINISHED = ".unfinished-export-"
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def place(files: Iterable[File], target: Path, *, stale: Iterable[str] = ()) -> tuple[str, ...]:
    """Write every file, then move them in; give their names. Raises ExportRefused, and no file is ever half one.

    `stale` names files and folders an earlier export may have left that must not stand beside this one.
    """
    if target.is_symlink():
        raise ExportRefused("exports.link", place=target)
    if target.exists() and not target.is_dir():
        raise ExportRefused("exports.not-a-folder", place=target)
    with _refusing(target):
        target.mkdir(parents=True, exist_ok=True)
        _sweep(target)
        desk = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=target))
    try:
        with _refusing(target):
            names = [_write(one, desk) for one in files]
            for name in set(stale) - {PurePosixPath(name).parts[0] for name in names}:
                _take_away(target / name)
            for entry in sorted(desk.iterdir()):
                _move_in(entry, target)
            _sync_folder(target)
    finally:
        shutil.rmtree(desk, ignore_errors=True)
    return tuple(names)


@contextlib.contextmanager
def _refusing(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        full = problem.errno in _NO_ROOM
        code = "exports.no-room" if full else "exports.cannot-write"
        raise ExportRefused(code, place=target) from problem


def _sweep(target: Path) -> None:
    """Clear away what an export that was killed left unfinished."""
    for entry in target.glob(f"{UNFINISHED}*"):
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry, ignore_errors=True)


def _write(one: File, desk: Path) -> str:
    path = desk.joinpath(*PurePosixPath(one.name).parts)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(path, _NEW_FILE, 0o600), "wb") as file:
        for part in one.parts:
            file.write(part)
        file.flush()
        os.fsync(file.fileno())
    return one.name


def _take_away(entry: Path) -> None:
    if entry.is_dir() and not entry.is_symlink():
        shutil.rmtree(entry)
    else:
        entry.unlink(missing_ok=True)


def _move_in(entry: Path, target: Path) -> None:
    """Replace a file in one step. A folder's older self is set aside first, and put back if the new cannot come."""
    there = target / entry.name
    if not entry.is_dir() or not os.path.lexists(there):
        entry.replace(there)
        return
    older = entry.with_name(f"{entry.name}.older")
    there.rename(older)
    try:
        entry.rename(there)
    except OSError:
        older.rename(there)
        raise


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # Windows cannot; there a rename is as safe as it gets
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
