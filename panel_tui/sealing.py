"""Seal a session: export it, close its record for good, and take away what only a running day needs."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from sessions.commands import Seal
from sessions.decide import decide

from .clock import Clock
from .exports import ExportReport, export_all
from .exports.placing import UNFINISHED
from .live import PROGRAM, RECORD
from .paths import desk_notes, note_name
from .record import Record, RecordMissing
from .room import Room

# Beside `record.jsonl`: the ballot box and its draft, the reserve, half-made records, bytes a crash left, the lock.
LEFTOVERS = (".ballots", ".ballots-new", ".reserve", ".new", ".torn-*", ".lock")


class SealReport(Struct, frozen=True):
    """What was exported, which files were removed, and whether the session was sealed before."""

    exported: ExportReport
    removed: tuple[str, ...]
    before: bool


def _agreed() -> None:
    """Take it as agreed."""


async def seal_folder(
    folder: Path, to: Path | None, *, unfinished: bool, clock: Clock, agree: Callable[[], None] = _agreed
) -> SealReport:
    """Export, seal, remove. Where the export fails nothing is sealed; where removing is cut short, seal again.

    `agree` asks a person, once it is known that the session can be sealed, and raises where the answer is no. Raises
    Refused where the day has not ended and that was not said, and the record's and the exports' own refusals.
    """
    if not (folder / RECORD).exists():
        raise RecordMissing("record.missing")
    found = _leftovers(folder)
    record = Record.open(folder / RECORD, program=PROGRAM)  # its lock: a running session cannot be sealed
    try:
        room = Room(record, clock)
        order, before = Seal(unfinished), room.state.sealed
        decide(room.state, order)
        agree()
        exported = export_all(folder, to, [], seats=False, public=False, draw=clock.draw())
        await room.do(order)
    finally:
        await record.close()
    _remove(folder)
    return SealReport(exported, tuple(path.name for path in found if not path.exists()), before)


def _leftovers(folder: Path) -> list[Path]:
    """Give the files that only a running day needs, which stand beside its record."""
    stem = Path(RECORD).stem
    return [path for name in LEFTOVERS for path in sorted(folder.glob(f"{stem}{name}"))]


def _remove(folder: Path) -> None:
    for path in _leftovers(folder):
        path.unlink(missing_ok=True)
    with contextlib.suppress(OSError):  # a key the desk of a killed session left outside the folder
        (desk_notes() / note_name(folder)).unlink(missing_ok=True)
    for path in (folder / "exports").glob(f"{UNFINISHED}*"):
        with contextlib.suppress(OSError):
            shutil.rmtree(path)
