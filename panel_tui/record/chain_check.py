"""Check a record's chain without opening it, and copy the good part of a damaged one."""

from pathlib import Path

import msgspec

from panel_tui.record import chain
from panel_tui.record.disk import Disk, RealDisk, is_full, write_all
from panel_tui.record.receipts import EVENTS, entries_of
from panel_tui.record.refusals import RecordDamaged, RecordFailed, RecordFull, RecordMissing

_LONGEST_NUMBER = 12  # digits; no day has so many entries


class ChainReport(msgspec.Struct, frozen=True):
    """How far the chain holds: lines and documents that fit, the head they give, the first line that does not fit."""

    lines: int
    documents: int
    head: str
    bad_line: int | None
    unfinished: bool
    """Whether the bad line is a last one without its end: on its way, left by a crash, or cut."""
    torn: int = 0
    """How many bytes there are of it."""
    not_added: int | None = None
    """The first line that does anything but add entries: none of ours does."""

    @property
    def holds(self) -> bool:
        """Whether every finished line fits."""
        return self.lines > 0 and (self.bad_line is None or self.unfinished)


def verify_chain(path: Path, *, disk: Disk | None = None) -> ChainReport:
    """Follow the chain from the first line; RecordMissing or RecordFailed if there is nothing to read."""
    disk = disk or RealDisk()
    if not disk.exists(path):
        raise RecordMissing("record.missing")
    try:
        data = disk.read(path)
    except OSError as problem:
        raise RecordFailed("record.unreadable") from problem
    found = chain.scan(data)
    return ChainReport(
        lines=len(found.lines),
        documents=sum(len(entries_of(line, found.words)) for line in found.lines),
        head=found.lines[-1].hash if found.lines else chain.BEGINNING,
        bad_line=found.bad,
        unfinished=found.unfinished,
        torn=len(data) - found.good if found.unfinished else 0,
        not_added=_not_added(found.lines),
    )


def _not_added(lines: list[chain.ChainLine]) -> int | None:
    """Find the first line that takes away or writes over what another added, or that adds to another table."""
    newest = 0
    for line in lines[1:]:
        docs = line.content.get(EVENTS) or {}
        numbers = [int(key) for key, doc in docs.items() if doc is not None and _is_number(key)]
        if line.content.keys() != {EVENTS} or len(numbers) != len(docs) or min(numbers, default=0) <= newest:
            return line.number
        newest = max(numbers)
    return None


def _is_number(key: str) -> bool:
    return key.isascii() and key.isdigit() and len(key) <= _LONGEST_NUMBER


def rescue_copy(damaged: Path, to: Path, *, disk: Disk | None = None) -> ChainReport:
    """Copy every line before the first bad one to a new file, durably, and report what it holds.

    FileExistsError if there is something at `to`; RecordDamaged if not even line 1 is good.
    """
    disk = disk or RealDisk()
    data = disk.read(damaged)
    good = chain.scan(data).good
    if not good:
        raise RecordDamaged("record.not-ours", line=1)
    handle = disk.create(to)
    try:
        write_all(disk, handle, data[:good])
        disk.sync(handle)
        disk.sync_folder(to.parent)
    except OSError as problem:
        raise (RecordFull("record.full") if is_full(problem) else RecordFailed("record.failed")) from problem
    finally:
        disk.close(handle)
    return verify_chain(to, disk=disk)
