"""Opening a record's file: make it, settle what is on the disk, judge it, cut a torn end off."""

import contextlib
from pathlib import Path

import msgspec

from panel_tui.record import chain
from panel_tui.record.disk import Disk, write_all
from panel_tui.record.refusals import RecordDamaged
from panel_tui.record.sidecar_files import draft_of, give_up_reserve, torn_of


class Cut(msgspec.Struct, frozen=True):
    """An end that did not fit and was cut off: how many bytes, and the file that keeps them."""

    size: int
    kept: Path
    unfinished: bool
    """Whether a crash left it in the middle of writing. Otherwise it may have been promised, and damaged later."""

    @property
    def code(self) -> str:
        """Name the sentence that tells people, which wants `kept`."""
        return "record.cut" if self.unfinished else "record.cut-damaged"


def make_file(path: Path, disk: Disk, program: str) -> None:
    """Make a record of one line, named only when whole: a record without line 1 never comes of a crash."""
    put_whole_file(path, chain.header(program), disk)


def put_whole_file(path: Path, data: bytes, disk: Disk) -> None:
    """Make a file that has its name only once all of it is on the disk; nothing has that name yet."""
    draft = draft_of(path)
    if disk.exists(draft):
        disk.unlink(draft)
    try:
        _write_file(draft, data, disk)
    except OSError:
        with contextlib.suppress(OSError):
            disk.unlink(draft)
        raise
    disk.rename(draft, path)


def settle(path: Path, handle: int, disk: Disk) -> bytes:
    """Read what is truly on the disk.

    The program before us may have died between write and sync, or after a sync that failed: what memory
    shows must reach the disk, or be forgotten, before anybody is told that it is safe.
    """
    disk.sync(handle)
    disk.forget(handle)
    disk.sync_folder(path.parent)
    with contextlib.suppress(
        OSError
    ):  # a new session folder is a name in its parent, which may not be ours to read
        disk.sync_folder(path.parent.parent)
    return disk.read(path)


def judge(scan: chain.Scan) -> None:
    """Raise RecordDamaged unless the file is a record of ours, whole but for a torn end."""
    if not scan.lines:
        raise RecordDamaged("record.not-ours", line=1)
    first = scan.lines[0].content
    if first.get("format") != chain.FORMAT or not isinstance(first.get("version"), int):
        raise RecordDamaged("record.not-ours", line=1)
    if first["version"] > chain.VERSION:
        raise RecordDamaged("record.newer", line=1)
    if scan.bad is not None and not scan.torn:
        raise RecordDamaged("record.damaged", line=scan.bad, good=len(scan.lines))


def cut_end(path: Path, handle: int, disk: Disk, data: bytes, good: int, *, unfinished: bool) -> Cut:
    """Cut off what stands after the good bytes, once it is safe in a file of its own."""
    kept = torn_of(path, disk)
    try:
        _write_file(kept, data[good:], disk)
    except OSError:
        with contextlib.suppress(OSError):
            disk.unlink(kept)
        if not give_up_reserve(path, disk):
            raise
        _write_file(kept, data[good:], disk)
    disk.sync_folder(path.parent)
    disk.truncate(handle, good)
    disk.sync(handle)
    return Cut(size=len(data) - good, kept=kept, unfinished=unfinished)


def _write_file(path: Path, data: bytes, disk: Disk) -> None:
    handle = disk.create(path)
    try:
        write_all(disk, handle, data)
        disk.sync(handle)
    finally:
        disk.close(handle)
