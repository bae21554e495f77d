"""The journal: the one writer of `record.jsonl`. When `append` returns the line is on the disk, or not there at all."""

import contextlib
from pathlib import Path
from typing import Any, NoReturn

from panel_tui.record import chain
from panel_tui.record.disk import Disk, is_full, write_all
from panel_tui.record.neighbours import lock_of
from panel_tui.record.opening import Cut, cut_end, judge, make_file, settle
from panel_tui.record.refusals import RecordDamaged, RecordError, RecordFailed, RecordFull, RecordLocked
from panel_tui.record.reserve import give_up_reserve, keep_reserve


class Journal:
    """Hold the lock and the file of one record."""

    def __init__(self, path: Path, *, disk: Disk, program: str) -> None:
        self._path = path
        self._disk = disk
        self._handle: int | None = None
        self._stopped = False
        self.cut: Cut | None = None
        """What was cut off at opening, if a crash had left an unfinished line."""
        self.full = False
        """Whether the last write found no room."""
        self._lock = self._take_lock()
        try:
            self.lines = self._open(program)
            """The lines read at opening; whoever loads them may empty the list."""
        except BaseException as problem:
            self.close()
            if isinstance(problem, OSError):
                raise _failure(problem, "record.unreadable") from problem
            raise
        self._last = self.lines[-1]
        self.reserve = keep_reserve(path, disk)
        """Whether there is a reserve file to give up when the disk is full."""

    @property
    def head(self) -> str:
        """Give the hash of the last line."""
        return self._last.hash

    def append(self, raw: bytes, content: dict[str, Any]) -> chain.Line:
        """Add one line, durably; RecordFull or RecordFailed, and then the record is as it was."""
        handle = self._usable()
        self._stopped = True  # until the line is known to be there or gone, whatever is raised
        digest, data = chain.write_line(self._last.hash, raw)
        try:
            write_all(self._disk, handle, data)
        except OSError as problem:
            self._roll_back(handle, problem)
        try:
            self._disk.sync(handle)
        except OSError as problem:
            self._give_up(handle, problem)
        self._stopped = self.full = False
        self._last = chain.Line(
            number=self._last.number + 1, hash=digest, content=content, end=self._last.end + len(data)
        )
        return self._last

    def reopen(self) -> None:
        """After a failure: read the disk again, and go on only if all that was promised is there."""
        self._release_handle()
        try:
            handle = self._handle = self._disk.append(self._path)
            data = settle(self._path, handle, self._disk)
            found = chain.scan(data[: self._last.end])
            judge(found)
            if not found.lines or found.lines[-1].hash != self._last.hash:
                raise RecordDamaged("record.damaged", line=len(found.lines) + 1, good=len(found.lines))
            if len(data) > self._last.end:  # a line that nobody was told is safe
                self.cut = cut_end(self._path, handle, self._disk, data, self._last.end, unfinished=True)
        except OSError as problem:
            self._release_handle()
            raise _failure(problem, "record.failed") from problem
        self._stopped = False
        self.reserve = keep_reserve(self._path, self._disk)

    def close(self) -> None:
        """Give back the file and the lock."""
        self._release_handle()
        if self._lock is not None:
            self._disk.unlock(self._lock)
            self._lock = None

    def _take_lock(self) -> int | None:
        try:
            return self._disk.lock(lock_of(self._path))
        except BlockingIOError as problem:
            raise RecordLocked("record.locked") from problem
        except OSError as problem:
            raise _failure(problem, "record.unreadable") from problem

    def _open(self, program: str) -> list[chain.Line]:
        if not self._disk.exists(self._path):
            make_file(self._path, self._disk, program)
        handle = self._handle = self._disk.append(self._path)
        data = settle(self._path, handle, self._disk)
        found = chain.scan(data)
        judge(found)
        if found.bad is not None:
            self.cut = cut_end(self._path, handle, self._disk, data, found.good, unfinished=found.unfinished)
        return found.lines

    def _usable(self) -> int:
        if self._lock is None:
            raise RecordFailed("record.closed")
        if self._stopped or self._handle is None:
            raise RecordFailed("record.stopped")
        return self._handle

    def _roll_back(self, handle: int, problem: OSError) -> NoReturn:
        """Take a half-written line away again, durably. Room is freed first: some disks need room to cut."""
        full = is_full(problem)
        if full:
            give_up_reserve(self._path, self._disk)
            self.reserve = False
        try:
            self._disk.truncate(handle, self._last.end)
            self._disk.sync(handle)
        except OSError as worse:
            self._give_up(handle, worse)
        self.full = full
        self._stopped = not full
        raise _failure(problem, "record.failed") from problem

    def _give_up(self, handle: int, problem: OSError) -> NoReturn:
        """Stop. A sync that failed is never asked again: the system may have dropped the bytes and would say yes."""
        # Not a second try, only so that no later reader takes a line for stored that nobody was promised.
        with contextlib.suppress(OSError):
            self._disk.truncate(handle, self._last.end)
        self._release_handle()
        raise RecordFailed("record.failed") from problem

    def _release_handle(self) -> None:
        if self._handle is not None:
            handle, self._handle = self._handle, None
            with contextlib.suppress(OSError):
                self._disk.close(handle)


def _failure(problem: OSError, code: str) -> RecordError:
    return RecordFull("record.full") if is_full(problem) else RecordFailed(code)
