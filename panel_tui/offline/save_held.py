"""Save what the laptop still holds, when the folder of a running session cannot be relied on any more."""

from __future__ import annotations

import asyncio
from pathlib import Path

from panel_tui.offline.whole_copy import whole_copy
from panel_tui.record import Disk, RecordError, RecordFailed, verify_chain
from panel_tui.record.disk import write_all
from panel_tui.record.sidecar_files import RECORD
from panel_tui.room.room import Room
from panel_tui.system.errors import Unable
from sessions.wording import say


class NotSavedError(Exception):
    """It could not be written there, or not read back."""


def suggested(folder: Path) -> Path:
    """Name a new folder beside the session's, or at home where there is nothing beside it any more."""
    beside = folder.parent if folder.parent.is_dir() else Path.home()
    number = 1
    while (place := beside / f"{folder.name}-saved{'' if number == 1 else f'-{number}'}").exists():
        number += 1
    return place


async def save_held(room: Room, to: Path) -> None:
    """Write all that was promised into a new folder, durably; from then on nothing is taken in here.

    The record is written from memory, whatever has become of its file, and an open ballot's box beside it. Raises
    FileExistsError and Unable where it may not go there, else NotSavedError, and then the room is as it was.
    """
    to = to.expanduser().absolute()
    room.keeping.leave_for(to)  # nothing may be promised that is not in the copy
    try:
        held, box = await room.record.held(), room.polling_box.held
        await asyncio.to_thread(_write, room.record.path.parent, to, held, box, room.record.disk)
        _read_back(to / RECORD, room.record.head)
    except BaseException as problem:
        room.keeping.leave_for(None)
        if isinstance(problem, OSError | RecordError) and not isinstance(problem, FileExistsError):
            raise NotSavedError from problem
        raise


def _read_back(copy: Path, head: str) -> None:
    if verify_chain(copy).head != head:
        raise RecordFailed("record.failed")


def _write(folder: Path, to: Path, record: bytes, box: bytes | None, disk: Disk) -> None:
    if to.is_relative_to(folder.absolute()):
        raise Unable(say("record.save.inside"))
    with whole_copy(folder if folder.is_dir() else None, to) as copy:
        for name, data in ((RECORD, record), (Path(RECORD).with_suffix(".ballots").name, box)):
            if data is None:
                continue
            handle = disk.create(copy / name)
            try:
                write_all(disk, handle, data)
                disk.sync(handle)
            finally:
                disk.close(handle)
        disk.sync_folder(copy)
    disk.sync_folder(to.parent)
