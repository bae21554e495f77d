"""`after.jsonl`: what was recorded after the day, in a chained file of its own beside a record that stays closed.

Its first line holds the record's closing head, so it belongs to that day and to no other. Whoever appends holds the
record's own lock: one at a time, and never beside a running session.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any, Self

import msgspec

from panel_tui.record import chain
from panel_tui.record.disk import Disk, NoLocks, RealDisk, is_full, write_all
from panel_tui.record.opening import cut_end, put_whole_file, settle
from panel_tui.record.refusals import RecordDamaged, RecordError, RecordFailed, RecordFull, RecordLocked
from panel_tui.record.sidecar_files import RECORD

AFTER = "after.jsonl"
FORMAT = "panel-tui after"
VERSION = 1
_TABLE = "after"


class ClosingHead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a record was when its day ended: its id, the line of the last word, and that line's hash."""

    record: str
    line: int
    hash: str


class AfterLines(msgspec.Struct, frozen=True):
    """What an after-file holds: its documents, each with its line, how many lines, and bytes of an unfinished one."""

    docs: tuple[tuple[int, dict[str, Any]], ...] = ()
    lines: int = 0
    torn: int = 0


def read_after(folder: Path, closing: ClosingHead, *, disk: Disk | None = None) -> AfterLines:
    """Read it beside whoever appends; nothing where there is none. Raises RecordError where it is not sound or ours."""
    disk = disk or RealDisk()
    path = folder / AFTER
    if not disk.exists(path):
        return AfterLines()
    try:
        data = disk.read(path)
    except OSError as problem:
        raise RecordFailed("became.unreadable") from problem
    found = _judged(data, closing)
    return AfterLines(tuple(_docs(found)), len(found.lines), len(data) - found.good)


def _docs(found: chain.Scan) -> list[tuple[int, dict[str, Any]]]:
    return [
        (line.number, doc)
        for line in found.lines[1:]
        for docs in line.content.values()
        for doc in (docs or {}).values()
        if doc is not None
    ]


def _judged(data: bytes, closing: ClosingHead) -> chain.Scan:
    """Raise RecordDamaged unless it is whole but for a line that was never finished, and belongs to this day."""
    found = chain.scan(data)
    if not found.lines or found.lines[0].content.get("format") != FORMAT:
        raise RecordDamaged("became.not-ours", line=1)
    first = found.lines[0].content
    if not isinstance(first.get("version"), int) or first["version"] > VERSION:
        raise RecordDamaged("became.newer", line=1)
    if found.bad is not None and not (found.unfinished or _never_reached(found, data)):
        raise RecordDamaged("became.damaged", line=found.bad)
    if first.get("closing") != msgspec.to_builtins(closing):
        raise RecordDamaged("became.other-day", line=1)
    odd = next((line.number for line in found.lines[1:] if line.content.keys() != {_TABLE}), None)
    if odd is not None:
        raise RecordDamaged("became.damaged", line=odd)
    return found


def _never_reached(found: chain.Scan, data: bytes) -> bool:
    """Whether a last line has parts that never reached the disk: they read as noughts, and no line of ours has one.

    A power cut can keep the end of a line and lose its middle.
    """
    return found.torn and b"\0" in data[found.good :]


class AfterFile:
    """The after-file open for appending. When `append` returns, all of it is on the disk, or none."""

    def __init__(self, folder: Path, closing: ClosingHead, *, program: str, disk: Disk | None = None) -> None:
        """Take the lock and read what is there; a last line that was never finished is cut off and kept beside."""
        self._disk, self._path = disk or RealDisk(), folder / AFTER
        self._closing, self._program = closing, program
        self._handle: int | None = None
        self._end, self._last, self._number = 0, "", 0
        self.kept: Path | None = None
        """Where an unfinished last line was put, if there was one."""
        self._lock = self._take_lock(folder / RECORD)
        try:
            self.docs = self._open() if self._disk.exists(self._path) else []
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        """Stand ready."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of it."""
        self.close()

    @property
    def lines(self) -> int:
        """Count its lines, the first one too; none where there is no file yet."""
        return self._number

    def append(self, documents: list[dict[str, Any]]) -> None:
        """Add these as one line, durably. Raises RecordError, and then the file is as it was."""
        if self._handle is None:
            self._begin()
        handle = self._handle
        assert handle is not None
        start = len(self.docs)
        numbered = {str(start + n): document for n, document in enumerate(documents, start=1)}
        raw, content = chain.encode({_TABLE: numbered})
        digest, data = chain.write_line(self._last, raw)
        self._write(handle, data)
        self._last, self._end, self._number = digest, self._end + len(data), self._number + 1
        self.docs += [(self._number, doc) for doc in content[_TABLE].values()]

    def close(self) -> None:
        """Give back the file and the lock."""
        for handle in (self._handle, self._lock):
            if handle is not None:
                with contextlib.suppress(OSError):
                    self._disk.close(handle)
        self._handle = self._lock = None

    def _take_lock(self, record: Path) -> int | None:
        """Hold the record's own lock; nothing is written there."""
        handle = None
        try:
            handle = self._disk.append(record)
            self._disk.claim(handle)
        except OSError as problem:
            if handle is not None:
                self._disk.close(handle)
            raise _not_locked(problem) from problem
        return handle

    def _open(self) -> list[tuple[int, dict[str, Any]]]:
        try:
            handle = self._handle = self._disk.append(self._path)
            data = settle(self._path, handle, self._disk)
            found = _judged(data, self._closing)
            if len(data) > found.good:
                cut = cut_end(self._path, handle, self._disk, data, found.good, unfinished=True)
                self.kept = cut.kept
        except OSError as problem:
            raise _failed(problem, "became.unreadable") from problem
        last = found.lines[-1]
        self._last, self._end, self._number = last.hash, last.end, last.number
        return _docs(found)

    def _begin(self) -> None:
        """Make the file, whole with its first line, before anything is added."""
        first = {
            "format": FORMAT,
            "version": VERSION,
            "program": self._program,
            "closing": msgspec.to_builtins(self._closing),
        }
        content, _ = chain.encode(first)
        try:
            put_whole_file(self._path, chain.write_line(chain.BEGINNING, content)[1], self._disk)
        except OSError as problem:
            raise _failed(problem) from problem
        self._open()

    def _write(self, handle: int, data: bytes) -> None:
        if self._disk.look(handle).size != self._end or self._disk.look_at(self._path) != self._disk.look(
            handle
        ):
            raise RecordFailed("became.changed")
        try:
            write_all(self._disk, handle, data)
            self._disk.sync(handle)
        except OSError as problem:
            with contextlib.suppress(OSError):  # nobody was told of it: no later reader is to find it
                self._disk.truncate(handle, self._end)
                self._disk.sync(handle)
            raise _failed(problem) from problem


def _not_locked(problem: OSError) -> RecordError:
    if isinstance(problem, BlockingIOError):
        return RecordLocked("became.locked")
    return RecordFailed("record.no-locks" if isinstance(problem, NoLocks) else "became.unreadable")


def _failed(problem: OSError, code: str = "became.failed") -> RecordError:
    return RecordFull("record.full") if is_full(problem) else RecordFailed(code)
