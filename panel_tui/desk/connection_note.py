"""The note a running session leaves for its desk: port and key, for the laptop's owner alone, never in the session.

A key is drawn afresh each time a session runs. A note that a crash left behind is overwritten by the next run.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from pathlib import Path

import msgspec
from msgspec import Struct

from panel_tui.system.fresh_files import fresh_file
from panel_tui.system.held_files import patiently
from panel_tui.system.paths import desk_notes, note_name

_MOST = 4_096  # bytes


class ConnectionNote(Struct, frozen=True):
    """Where a session's desk listens, and the key to it."""

    folder: str
    port: int
    key: str


def leave(note: ConnectionNote, folder: Path | None = None) -> Path:
    """Write a note, at once whole, and readable by its owner alone; `folder` is the session's. Raises OSError.

    What the note calls the folder is for people, and may lack a byte that is no letter.
    """
    home = _private(desk_notes())
    place = home / note_name(folder or Path(note.folder))
    number, made = fresh_file(home, ".note-")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(msgspec.json.encode(note))
        patiently(lambda: made.replace(place))
    except OSError:
        made.unlink(missing_ok=True)
        raise
    return place


def take_back(place: Path, note: ConnectionNote) -> None:
    """Remove a note that is still ours."""
    with contextlib.suppress(OSError):
        if find(place) == note:
            place.unlink()


def find(place: Path) -> ConnectionNote | None:
    """Read a note; nothing where there is none, or none of this laptop's owner."""
    try:
        with place.open("rb") as file:
            if not _ours(os.fstat(file.fileno())):
                return None
            return msgspec.json.decode(file.read(_MOST), type=ConnectionNote)
    except (OSError, msgspec.MsgspecError):
        return None


def note_of(folder: Path) -> ConnectionNote | None:
    """Return the note of a folder's session."""
    return find(desk_notes() / note_name(folder))


def every_note() -> list[ConnectionNote]:
    """Return the notes of all sessions that run, or whose run was cut off."""
    found = (find(place) for place in sorted(desk_notes().glob("*.json")))
    return [note for note in found if note is not None]


def _private(home: Path) -> Path:
    """Make the folder of notes, for its owner alone. Raises OSError where it is somebody else's."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    seen = home.lstat()
    if not stat.S_ISDIR(seen.st_mode) or not _owned(seen):
        raise PermissionError(home)
    home.chmod(0o700)
    return home


def _ours(seen: os.stat_result) -> bool:
    if os.name != "posix":
        return True  # the user's own folders are the user's alone there
    return _owned(seen) and not seen.st_mode & 0o077


def _owned(seen: os.stat_result) -> bool:
    return sys.platform == "win32" or seen.st_uid == os.getuid()
