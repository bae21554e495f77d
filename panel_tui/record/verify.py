"""Check a record's chain without opening it: what a volunteer's `verify` rests on."""

from pathlib import Path

import msgspec

from panel_tui.record import chain
from panel_tui.record.disk import Disk, RealDisk
from panel_tui.record.receipts import entries_of
from panel_tui.record.refusals import RecordFailed, RecordMissing


class ChainReport(msgspec.Struct, frozen=True):
    """How far the chain holds: lines and documents that fit, the head they give, the first line that does not fit."""

    lines: int
    documents: int
    head: str
    bad_line: int | None
    unfinished: bool
    """Whether the bad line is a last one without its end: on its way, or left by a crash."""

    @property
    def holds(self) -> bool:
        """Say whether every finished line fits."""
        return self.lines > 0 and (self.bad_line is None or self.unfinished)


def verify_chain(path: Path, *, disk: Disk | None = None) -> ChainReport:
    """Follow the chain from the first line; RecordMissing or RecordFailed if there is nothing to read."""
    disk = disk or RealDisk()
    if not disk.exists(path):
        raise RecordMissing("record.missing")
    try:
        found = chain.scan(disk.read(path))
    except OSError as problem:
        raise RecordFailed("record.unreadable") from problem
    return ChainReport(
        lines=len(found.lines),
        documents=sum(len(entries_of(line)) for line in found.lines),
        head=found.lines[-1].hash if found.lines else chain.BEGINNING,
        bad_line=found.bad,
        unfinished=found.unfinished,
    )
