"""The rescue copy: the good part of a damaged record, in a new file; the damaged one is left as it is."""

from pathlib import Path

from panel_tui.record import chain
from panel_tui.record.disk import Disk, RealDisk, is_full, write_all
from panel_tui.record.refusals import RecordDamaged, RecordFailed, RecordFull
from panel_tui.record.verify import ChainReport, verify_chain


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
