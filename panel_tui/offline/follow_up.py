"""What became of what was decided: read beside a closed record, and added to. The record is never touched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from panel_tui import PROGRAM
from panel_tui.record import RecordDamaged, RecordView
from panel_tui.record.after_file import AfterFile, AfterLines, ClosingHead, read_after
from panel_tui.record.history import sound_history
from panel_tui.record.sidecar_files import RECORD
from panel_tui.system.errors import Unable
from sessions.decide.follow_up import AfterDay, all_told, with_entry, with_new
from sessions.events import SessionEnded, Stamped
from sessions.evolve import fold
from sessions.model.follow_up import AfterEntry, Became
from sessions.model.refusals import Refused
from sessions.views.record import as_told, tellable
from sessions.wording import say


class ClosedDay(Struct, frozen=True):
    """A day that ended, as its record has it, and where the record was when it did."""

    folder: Path
    day: AfterDay
    closing: ClosingHead
    words: str


def closed_day(folder: Path) -> ClosedDay:
    """Read a day that ended. Raises Unable where it has not, or does not follow from itself; RecordError."""
    view = RecordView.read(folder / RECORD)
    past = sound_history(view.entries)
    if past is None:
        raise Unable(say("became.unsound"))
    found = closed(folder, view, past)
    if found is None:
        raise Unable(say("became.not-ended"))
    return found


def closed(folder: Path, view: RecordView, past: Sequence[Stamped]) -> ClosedDay | None:
    """Return the day of a record that was checked; nothing where it has not ended."""
    end = next((place for place, one in enumerate(past) if isinstance(one.event, SessionEnded)), None)
    if end is None:
        return None
    line = view.entries[end].line
    closing = ClosingHead(view.id, line, view.head_at(line))
    day = AfterDay(tellable(fold(past)), as_told(past)[end].at.date())
    return ClosedDay(folder, day, closing, " ".join(view.head_words_at(line)))


class AfterTold(Struct, frozen=True):
    """What is recorded after a day: of each application, in how many lines, and when last."""

    told: dict[str, Became]
    lines: int = 0
    torn: int = 0
    until: dt.date | None = None


def after_told(one: ClosedDay) -> AfterTold:
    """Read what is recorded so far; nothing where nothing is. Raises RecordError where it is not sound."""
    held = read_after(one.folder, one.closing)
    return _told(one, held)


def _told(one: ClosedDay, held: AfterLines) -> AfterTold:
    entries = _entries(one, held.docs)
    return AfterTold(
        all_told(one.day, entries), held.lines, held.torn, entries[-1].at.date() if entries else None
    )


def _entries(one: ClosedDay, docs: Iterable[tuple[int, dict[str, Any]]]) -> list[AfterEntry]:
    """Read the lines back. Raises RecordDamaged at the first that is not one of ours, or cannot be so."""
    entries: list[AfterEntry] = []
    told: dict[str, Became] = {}
    for line, doc in docs:
        try:
            entry = msgspec.convert(doc, AfterEntry)
            told = with_entry(one.day, told, entry)
        except (msgspec.ValidationError, Refused) as problem:
            raise RecordDamaged("became.damaged", line=line) from problem
        entries.append(entry)
    return entries


class AfterBook:
    """What is recorded after a day, open to be added to."""

    def __init__(self, one: ClosedDay, file: AfterFile) -> None:
        """Read what is there. Raises RecordError."""
        self.one, self._file = one, file
        self.told = all_told(one.day, _entries(one, file.docs))
        self.kept = file.kept

    def add(self, entries: Sequence[AfterEntry]) -> None:
        """Add these together, once all of them can be so. Raises Refused or RecordError, and then nothing was added."""
        told = dict(self.told)
        for entry in entries:
            told = with_new(self.one.day, told, entry)
        self._file.append([msgspec.to_builtins(entry) for entry in entries])
        self.told = told


@contextmanager
def after_book(one: ClosedDay) -> Iterator[AfterBook]:
    """Open what is recorded after a day. Raises RecordError where it is not sound, or somebody else has it open."""
    with AfterFile(one.folder, one.closing, program=PROGRAM) as file:
        yield AfterBook(one, file)
