"""Seal a session: export it, close its record for good, and take away what only a running day needs."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec import Struct

from panel_tui import PROGRAM
from panel_tui.exports import ExportReport, export_all
from panel_tui.exports.placing import sweep
from panel_tui.folder.adjustments import FILE as ADJUSTMENTS
from panel_tui.folder.erased_labels import ErasedLabels, erase_labels
from panel_tui.folder.safe_open import DRAFT
from panel_tui.record import Record, RecordMissing
from panel_tui.record.sidecar_files import RECORD
from panel_tui.room.room import Room
from panel_tui.system.clock import Clock
from panel_tui.system.held_files import patiently
from panel_tui.system.paths import desk_notes, note_name
from sessions.commands import Seal
from sessions.decide import decide

# Beside `record.jsonl`: the ballot box and its draft, the reserve, half-made records, bytes a crash left, the lock.
LEFTOVERS = (".ballots", ".ballots-new", ".reserve", ".new", ".torn-*", ".lock")


class SealReport(Struct, frozen=True):
    """What was exported, which files were removed, and whether the session was sealed before.

    `labels` says whether the record holds what seats were called, as records of earlier versions do. `erased` is what
    was taken out of the folder, and `about_members` are folders that `export --member` made there, names and all. What
    could not be removed is `left`.
    """

    exported: ExportReport
    removed: tuple[str, ...]
    before: bool
    labels: bool = False
    erased: ErasedLabels = ErasedLabels()
    about_members: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


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
        labels = room.state.labelled
        exported = export_all(folder, to, [], seats=False, public=False, draw=clock.draw())
        await room.do(order)
    finally:
        await record.close()
    left = _remove(folder)
    erased = erase_labels(folder)
    removed = tuple(path.name for path in found if not os.path.lexists(path))
    return SealReport(exported, removed, before, labels, erased, _about_members(folder), left)


def _about_members(folder: Path) -> tuple[str, ...]:
    """Name the folders among the exports that hold all about one member, what their seat was called too."""
    return tuple(
        f"exports/{path.name}" for path in sorted((folder / "exports").glob("member-*")) if path.is_dir()
    )


def _leftovers(folder: Path) -> list[Path]:
    """Return the files that only a running day needs, which stand beside its record, and drafts of session.toml."""
    stem = Path(RECORD).stem
    # what members asked for was for the day, and is nobody's business after it
    patterns = (*(f"{stem}{name}" for name in LEFTOVERS), f"{DRAFT}*", ADJUSTMENTS)
    return [path for pattern in patterns for path in sorted(folder.glob(pattern))]


def _remove(folder: Path) -> tuple[str, ...]:
    """Remove them, whatever stands in the way of one; name those that stay."""
    left = []
    for path in _leftovers(folder):
        try:
            patiently(partial(path.unlink, missing_ok=True))
        except OSError:
            left.append(path.name)
    with contextlib.suppress(OSError):  # a key the desk of a killed session left outside the folder
        (desk_notes() / note_name(folder)).unlink(missing_ok=True)
    sweep(folder / "exports")
    return tuple(left)
