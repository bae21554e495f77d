"""A copy of a session's folder, without what the program made: it has its name once all of it is there."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from panel_tui.folder.litter import PATTERNS, things_in
from panel_tui.record.after_file import AFTER
from panel_tui.record.sidecar_files import RECORD
from panel_tui.system.fresh_files import fresh_folder
from panel_tui.system.held_files import patiently
from sessions.wording import say

_UNFINISHED = ".unfinished-copy-"


@contextmanager
def whole_copy(folder: Path | None, to: Path) -> Iterator[Path]:
    """Give a folder beside `to` with what staff made, to be filled further; what goes wrong leaves nothing behind.

    `to` is new or empty. No folder to copy from gives an empty one. Raises FileExistsError, OSError.
    """
    if any(things_in(to)) if to.is_dir() else os.path.lexists(to):
        raise FileExistsError(say("command.folder-not-empty", folder=to.name))
    to.parent.mkdir(parents=True, exist_ok=True)
    beside = fresh_folder(to.parent, _UNFINISHED)
    try:
        if folder is not None:
            _copy(folder, beside)
        yield beside
        _move(beside, to)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def copy_session(folder: Path, to: Path) -> None:
    """Copy what staff made, and nothing the program made, into a new or empty folder. Raises as `whole_copy` does."""
    with whole_copy(folder, to):
        pass


def _copy(folder: Path, to: Path) -> None:
    """Copy all but links, which may lead to all of the disk and which no reading follows, and pipes."""
    ours = shutil.ignore_patterns("record*", AFTER, "after.torn-*", "after.new", "exports", ".*", *PATTERNS)
    first: list[OSError] = []

    def left(place: str, names: list[str]) -> set[str]:
        return {*ours(place, names), *(name for name in names if not _copied(Path(place, name)))}

    def one(source: str, target: str) -> None:
        try:
            shutil.copy2(source, target)
        except OSError as problem:
            first.append(problem)
            raise

    try:
        shutil.copytree(folder, to, ignore=left, dirs_exist_ok=True, copy_function=one)
    except shutil.Error as several:  # it says what went wrong only in a list
        raise (first[0] if first else OSError(errno.EIO, os.strerror(errno.EIO))) from several


def _copied(path: Path) -> bool:
    return not path.is_symlink() and (path.is_file() or path.is_dir())


def _move(beside: Path, to: Path) -> None:
    """Give it its name; into a folder that is there, what is in it moves by itself, and the record last."""
    if not to.exists():
        patiently(lambda: beside.rename(to))
        return
    for entry in sorted(beside.iterdir(), key=lambda entry: entry.name == RECORD):
        patiently(lambda entry=entry: entry.rename(to / entry.name))  # type: ignore[misc]
