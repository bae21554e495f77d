"""The rooms that are gathered: found in folders, and each read to what it may give."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import cast

from msgspec import Struct

from panel_tui import PROGRAM
from panel_tui.exports.audience import public_name
from panel_tui.exports.material import found_in
from panel_tui.gather.destination import GatherRefusal
from panel_tui.gather.export_file import read_export
from panel_tui.gather.tables import misfit
from panel_tui.offline.follow_up import AfterTold, after_told, closed
from panel_tui.record import RecordError, RecordView
from panel_tui.record.after_file import AFTER
from panel_tui.record.history import sound_history
from panel_tui.record.sidecar_files import RECORD
from panel_tui.system.errors import Unable
from sessions.events import SessionEnded, Stamped
from sessions.views.record import Account, Gathered, gathered, record_view
from sessions.views.record.gathered import EXPORT
from sessions.views.record.gathered import RECORD as VERIFIED
from sessions.wording import say

EXPORTED = (public_name("session.json"), "session.json")
"""A public export's file, as it is named now and as it was before public files had names of their own."""


def rooms_in(named: Iterable[Path], *, public_only: bool) -> Iterator[Path]:
    """Give each room as it is found: a session's folder, or a `session-public.json`; folders of them are gone through.

    With `public_only` no record is opened: a session's folder stands for the export in it.
    """
    for path in named:
        if not path.is_dir():
            yield path
            continue
        for folder, inner, files in os.walk(path):
            if RECORD in files:
                inner.clear()
                yield _export_in(Path(folder, "exports")) if public_only else Path(folder)
            elif found := [name for name in EXPORTED if name in files]:
                inner.clear()
                yield Path(folder, found[0])
            else:
                inner.sort()


def _export_in(exports: Path) -> Path:
    """Return a folder's public export, or where it would be."""
    public, before = EXPORTED
    places = (exports / "public" / public, exports / public, exports / before)
    return next((place for place in places if place.is_file()), places[0])


class FoundRoom(Struct, frozen=True):
    """What a room gives, and the head its record had at a line; a file cannot tell."""

    gives: Gathered
    head_at: Callable[[int], str] | None = None


def read_room(path: Path) -> FoundRoom:
    """Read a room. Raises a plain sentence where it cannot be taken: not whole, not ended, not public."""
    try:
        room = _of_record(path) if path.is_dir() else _of_export(path)
    except (OSError, RecordError) as problem:
        if isinstance(problem, RecordError):
            raise Unable(say(problem.code, **problem.facts)) from problem
        raise GatherRefusal("gather.unreadable") from problem
    if not room.gives.facts.ended:
        raise GatherRefusal("gather.not-ended")
    where = misfit(room.gives)
    if where:
        raise GatherRefusal("gather.misfit", where=where)
    return room


def _of_record(folder: Path) -> FoundRoom:
    view = RecordView.read(folder / RECORD)
    events = sound_history(view.entries)
    if events is None:
        raise GatherRefusal("gather.unverified")
    if not any(isinstance(one.event, SessionEnded) for one in events):
        raise GatherRefusal("gather.not-ended")
    found = found_in(view)
    account = record_view(found.state, codes={}, public=True)
    after = _after(folder, view, events)
    gives = gathered(
        account,
        found.record,
        head=found.head,
        program=PROGRAM,
        proof=VERIFIED,
        told=after.told,
        after_lines=after.lines or None,
    )
    return FoundRoom(gives, lambda line: " ".join(view.head_words_at(line)))


def _after(folder: Path, view: RecordView, events: list[Stamped]) -> AfterTold:
    """Read what became of each, where that was recorded beside it. Raises RecordError where it is not sound."""
    day = closed(folder, view, events) if os.path.lexists(folder / AFTER) else None
    return after_told(day) if day is not None else AfterTold({})


def _of_export(file: Path) -> FoundRoom:
    if not file.exists():
        raise GatherRefusal("gather.no-export" if file.name in EXPORTED else "gather.unreadable")
    found = read_export(file)
    # it has of every row what a room gives, and no more
    account = cast(Account, found)
    try:
        return FoundRoom(
            gathered(account, found.record, head=found.head, program=found.program, proof=EXPORT)
        )
    except (ValueError, TypeError, ArithmeticError) as problem:
        raise GatherRefusal("gather.not-an-export") from problem
