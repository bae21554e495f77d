"""The reserve: a file whose only use is to be deleted when the disk is full."""

import contextlib
import hashlib
from pathlib import Path

from panel_tui.record.disk import Disk, write_all
from panel_tui.record.neighbours import reserve_of

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
