"""Put an export's files in their place: written in a hidden folder inside it, then moved in whole, one by one.

The hidden folder stands inside the target, so that both are on one disk whatever the target is.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import time
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from panel_tui.exports.material import File
from panel_tui.record.disk import RealDisk
from panel_tui.system.errors import ExportRefused
from panel_tui.system.fresh_files import fresh_folder
from panel_tui.system.held_files import LONGER, held, patiently

UNFINISHED = ".unfinished-export-"
_HELD = ".held"
LOOKS, _PAUSE = 200, 0.05  # ten seconds, where a move takes less than one
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class Staged:
    """Files that are written whole and can be moved in; nothing of the target has changed yet."""

    def __init__(self, names: tuple[str, ...], desk: Path, target: Path, stale: tuple[str, ...]) -> None:
        """Stand ready; `names` are the files', `stale` what has to go."""
        self.names = names
        self._desk, self._target, self._stale = desk, target, stale

    def move_in(self) -> None:
        """Take away what is stale and move every file in. Raises ExportRefused."""
        with _refusing(self._target), _alone(self._target):
            for name in self._stale:
                _take_away(self._target / name)
            for entry in _made(self._desk):
                _move_in(entry, self._target)
            _sync_folder(self._target)

    def try_each(self) -> None:
        """Raise OSError where one of those that will be replaced is held by another program, such as a viewer."""
        coming = (entry.name for entry in _made(self._desk))
        for there in (self._target / name for name in (*self._stale, *coming)):
            if os.path.lexists(there):
                patiently(lambda there=there: there.rename(there), tries=LONGER)  # type: ignore[misc]


def place(files: Iterable[File], target: Path, *, stale: Iterable[str] = ()) -> tuple[str, ...]:
    """Write every file, then move them in; give their names. Raises ExportRefused, and no file is ever half one.

    `stale` names files and folders an earlier export may have left that must not stand beside this one.
    """
    with staged(files, target, stale=stale) as ready:
        ready.move_in()
    return ready.names


@contextlib.contextmanager
def staged(files: Iterable[File], target: Path, *, stale: Iterable[str] = ()) -> Iterator[Staged]:
    """Write every file beside its place, and see that each can be moved in. Raises ExportRefused."""
    if target.is_symlink():
        raise ExportRefused("exports.link", place=target)
    if target.exists() and not target.is_dir():
        raise ExportRefused("exports.not-a-folder", place=target)
    with _refusing(target):
        target.mkdir(parents=True, exist_ok=True)
        sweep(target)
        desk = fresh_folder(target, UNFINISHED)
        ours = _held(desk)
    try:
        with _refusing(target):
            names = [_write(one, desk) for one in files]
            _all_there(desk, names)
            gone = sorted(set(stale) - {PurePosixPath(name).parts[0] for name in names})
            ready = Staged(tuple(names), desk, target, tuple(gone))
            ready.try_each()
        yield ready
    finally:
        if ours is not None:
            os.close(ours)
        shutil.rmtree(desk, ignore_errors=True)


def _held(desk: Path) -> int | None:
    """Hold a folder that is being filled, so that another export beside us does not clear it away."""
    with contextlib.suppress(
        OSError
    ):  # gone already, or a disk that cannot lock: what is missing is seen later
        return RealDisk().lock(desk / _HELD)
    return None


def _all_there(desk: Path, names: Iterable[str]) -> None:
    """Raise OSError where one of the files has gone again: nothing is said to be there that is not."""
    for name in names:
        desk.joinpath(*PurePosixPath(name).parts).lstat()


def _made(desk: Path) -> list[Path]:
    return sorted(entry for entry in desk.iterdir() if entry.name != _HELD)


@contextlib.contextmanager
def _alone(target: Path) -> Iterator[None]:
    """Hold the folder while files are moved in: of two exports that end together, some of each would stay.

    Raises BlockingIOError where another holds it for longer than any move takes.
    """
    handle = _folder_lock(target)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _folder_lock(target: Path) -> int | None:
    """Take the folder's lock once it is free; nothing where a system or a disk has none for folders."""
    for left in reversed(range(LOOKS)):
        try:
            return RealDisk().lock_folder(target)
        except BlockingIOError:
            if not left:
                raise
            time.sleep(_PAUSE)
        except OSError:
            break  # exports seldom end in one instant
    return None


@contextlib.contextmanager
def _refusing(target: Path) -> Iterator[None]:
    try:
        yield
    except BlockingIOError as problem:
        raise ExportRefused("exports.another", place=target) from problem
    except OSError as problem:
        if held(problem) and problem.filename is not None:
            name = Path(problem.filename).name
            raise ExportRefused("exports.held", name=name, place=target) from problem
        full = problem.errno in _NO_ROOM
        code = "exports.no-room" if full else "exports.cannot-write"
        raise ExportRefused(code, place=target) from problem


def sweep(target: Path) -> None:
    """Clear away what an export that was killed left unfinished; one that still runs holds its own."""
    for entry in target.glob(f"{UNFINISHED}*"):
        if entry.is_dir() and not entry.is_symlink() and not _runs(entry):
            shutil.rmtree(entry, ignore_errors=True)


def _runs(desk: Path) -> bool:
    """Whether the export that fills this folder still runs."""
    try:
        handle = RealDisk().lock(desk / _HELD)
    except BlockingIOError:
        return True
    except OSError:
        return False
    os.close(handle)
    return False


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
        patiently(lambda: shutil.rmtree(entry), tries=LONGER)
    else:
        patiently(lambda: entry.unlink(missing_ok=True), tries=LONGER)


def _move_in(entry: Path, target: Path) -> None:
    """Replace a file in one step. A folder's older self is set aside first, and put back if the new cannot come."""
    there = target / entry.name
    if not entry.is_dir() or not os.path.lexists(there):
        patiently(lambda: entry.replace(there), tries=LONGER)
        return
    older = entry.with_name(f"{entry.name}.older")
    patiently(lambda: there.rename(older), tries=LONGER)
    try:
        patiently(lambda: entry.rename(there), tries=LONGER)
    except OSError:
        older.rename(there)
        raise


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # moved in all the same: there a rename is as safe as it gets
        RealDisk().sync_folder(folder)
