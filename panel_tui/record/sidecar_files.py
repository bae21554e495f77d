"""The files that stand beside `record.jsonl`, by name, and the reserve that is deleted when the disk is full."""

import contextlib
import hashlib
from pathlib import Path

from panel_tui.record.disk import Disk, write_all

RECORD = "record.jsonl"


def lock_of(record: Path) -> Path:
    """Name the file whose lock keeps a second copy out; it stays when the session is closed."""
    return record.with_suffix(".lock")


def draft_of(record: Path) -> Path:
    """Name the file a new record is made in, before it gets its real name."""
    return record.with_suffix(".new")


def reserve_of(record: Path) -> Path:
    """Name the file that is given up when the disk is full."""
    return record.with_suffix(".reserve")


def parting_of(record: Path) -> Path:
    """Name the file that tells the next start who ended the last run."""
    return record.with_suffix(".parting")


def torn_of(record: Path, disk: Disk) -> Path:
    """Name the next free file for bytes that were cut off."""
    number = 1
    while disk.exists(record.with_suffix(f".torn-{number}")):
        number += 1
    return record.with_suffix(f".torn-{number}")


SIZE = 1 << 20
"""One mebibyte holds some 5,000 answers: the rest of a day."""


def keep_reserve(record: Path, disk: Disk) -> bool:
    """Have the reserve beside the record; False if there is no room for one."""
    path = reserve_of(record)
    try:
        if disk.exists(path):
            if len(disk.read(path)) == SIZE:
                return True
            disk.unlink(path)  # a crash or a full disk left half of one
        handle = disk.create(path)
        try:
            # Bytes that no disk can squeeze: a file of noughts may take no room at all.
            write_all(disk, handle, hashlib.shake_256(b"reserve").digest(SIZE))
            disk.sync(handle)
        finally:
            disk.close(handle)
    except OSError:
        give_up_reserve(record, disk)
        return False
    return True


def give_up_reserve(record: Path, disk: Disk) -> bool:
    """Delete the reserve; say whether there was one."""
    path = reserve_of(record)
    with contextlib.suppress(OSError):
        if disk.exists(path):
            disk.unlink(path)
            return True
    return False


def room_for_reserve(record: Path, disk: Disk) -> bool:
    """Whether there is so much room that making the reserve again does not take the last of it."""
    return disk.free(record.parent) >= 4 * SIZE


def room_again(record: Path, disk: Disk) -> bool:
    """Whether a full disk has room for some answers again."""
    return disk.free(record.parent) >= SIZE // 16
