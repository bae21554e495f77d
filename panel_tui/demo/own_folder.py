"""A folder for the demo that no other demo has, in the user's own place."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from platformdirs import user_data_path

from panel_tui import PROGRAM
from panel_tui.record import RealDisk, Record, RecordError, RecordLocked
from panel_tui.record.sidecar_files import RECORD
from panel_tui.system import event_loop

_MANY = 100


@contextmanager
def fresh_demo_folder() -> Iterator[Path]:
    """Return an empty folder for the demo, held for as long as the block lasts.

    The last demo is cleared away, unless it still runs: two that start at one moment each hold a place of their own,
    by a lock that is taken before anything is looked at.
    """
    home, disk = user_data_path("panel-tui"), RealDisk()
    home.mkdir(parents=True, exist_ok=True)
    for number in range(1, _MANY):
        folder = home / ("demo" if number == 1 else f"demo-{number}")
        try:
            held = disk.lock(folder.with_suffix(".lock"))
        except BlockingIOError:
            continue
        try:
            if event_loop.run(_in_use(folder / RECORD)):  # by an earlier version, which holds no place
                continue
            if not _cleared(folder):  # a shell may stand in it, and Windows then keeps it
                continue
            yield folder
        finally:
            disk.unlock(held)
        return
    raise FileExistsError(home)


def _cleared(folder: Path) -> bool:
    try:
        if folder.exists():
            shutil.rmtree(folder)
        folder.mkdir()
    except OSError:
        return False
    return True


async def _in_use(kept: Path) -> bool:
    if not kept.exists():
        return False
    try:
        await Record.open(kept, program=PROGRAM).close()
    except RecordLocked:
        return True
    except RecordError:
        return False
    return False
