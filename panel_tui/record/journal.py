"""The journal: the one writer of `record.jsonl`. When `append` returns the line is on the disk, or not there at all."""

import contextlib
from pathlib import Path
from typing import Any, NoReturn

from panel_tui.record import chain
from panel_tui.record.disk import Disk, NoLocks, is_full, write_all
from panel_tui.record.identity import Identity
from panel_tui.record.opening import Cut, cut_end, judge, make_file, settle
from panel_tui.record.refusals import RecordError, RecordFailed, RecordFull, RecordLocked, RecordLost
from panel_tui.record.sidecar_files import (
    give_up_reserve,
    keep_reserve,
    lock_of,
    room_again,
    room_for_reserve,
)


class Journal:
    """Hold the lock and the file of one record."""

    def __init__(self, path: Path, *, disk: Disk, program: str) -> None:
        self._path = path
        self._disk = disk
        self._handle: int | None = None
        self._identity = Identity(path, disk)
        self._stopped = False
        self._no_way_out = False
        self.cut: Cut | None = None
        """What was cut off, at opening or when reading the disk again, as an unfinished line."""
        self.full = False
        """Whether the last write found no room."""
        self.trouble: RecordError | None = None
        """Why nothing is taken in, or the last line was not; nothing while all is well."""
        self.takes = True
        """Whether trying to add a line makes sense now: asked in another thread, also while one is added."""
        self._lock = self._take_lock()
        try:
            self.lines = self._open(program)
            """The lines read at opening; whoever loads them may empty the list."""
        except BaseException as problem:
            self.close()
            if isinstance(problem, BlockingIOError):
                raise RecordLocked("record.locked") from problem
            if isinstance(problem, OSError):
                raise _unopened(problem) from problem
            raise
        self._last = self.lines[-1]
        self.reserve = keep_reserve(path, disk)
        """Whether there is a reserve file to give up when the disk is full."""

    @property
    def head(self) -> str:
        """Return the hash of the last line."""
        return self._last.hash

    @property
    def held(self) -> bytes:
        """Return every byte that was promised, from memory: whatever has become of the file."""
        return b"".join(self._held)

    def append(self, raw: bytes, content: dict[str, Any]) -> chain.ChainLine:
        """Add one line, durably; RecordFull or RecordFailed, and then the record is as it was."""
        handle = self._usable()
        self._stopped = True  # until the line is known to be there or gone, whatever is raised
        try:
            digest, data = self._write(handle, raw)
        except RecordError as why:
            self._noted(why)
            raise
        self._well()
        self._held.append(data)
        self._last = chain.ChainLine(
            number=self._last.number + 1, hash=digest, content=content, end=self._last.end + len(data)
        )
        return self._last

    def check(self, *, whole: bool = False) -> None:
        """Raise RecordFailed, and stop, unless the record stands as we left it; `whole` reads all of it again."""
        handle = self._usable()
        try:
            self._identity.check(handle, self._last, whole=whole)
        except RecordLost as why:
            self._stopped = True
            self._noted(why)
            raise

    def met(self, problem: OSError) -> bool:
        """Hear that something could not be written beside the record; say whether it is worth another try now.

        It is told as the record's own trouble, and `tend` says when it is over: the next line would meet the same.
        """
        if self._lock is None or self._stopped:
            return False
        if not is_full(problem):
            self._stopped = True
            self._noted(RecordFailed("record.failed"))
            return False
        self.reserve = False
        if give_up_reserve(self._path, self._disk):
            return True
        self.full = self._no_way_out = True
        self._noted(RecordFull("record.full"))
        return False

    def tend(self, *, whole: bool = False) -> None:
        """Look after the record when nobody writes: check it; after trouble, come back if all is there again."""
        if self._lock is None:
            return
        if self._stopped:
            self.reopen()
        else:
            self.check(whole=whole)
        with contextlib.suppress(OSError):
            if not self.reserve and room_for_reserve(self._path, self._disk):
                self.reserve = keep_reserve(self._path, self._disk)
            if self.full and room_again(self._path, self._disk):
                self._well()

    def reopen(self) -> None:
        """After a failure: read the disk again, and go on only if all that was promised is there."""
        self._release_handle()
        try:
            self._come_back()
        except (RecordError, OSError) as problem:
            self._release_handle()
            why = problem if isinstance(problem, RecordError) else _failure(problem, "record.failed")
            self._stopped = True
            self._noted(why)
            raise why from problem
        self._well()
        self.reserve = keep_reserve(self._path, self._disk)

    def close(self) -> None:
        """Give back the file and the lock."""
        self._release_handle()
        if self._lock is not None:
            self._disk.unlock(self._lock)
            self._lock = None

    def _noted(self, why: RecordError) -> None:
        self.trouble, self.takes = why, not (self._stopped or self._no_way_out)

    def _well(self) -> None:
        self._stopped = self._no_way_out = self.full = False
        self.trouble, self.takes = None, True

    def _take_lock(self) -> int | None:
        """Hold the file beside the record: one at a time makes a record, and earlier versions lock nothing else."""
        try:
            return self._disk.lock(lock_of(self._path))
        except BlockingIOError as problem:
            raise RecordLocked("record.locked") from problem
        except OSError as problem:
            raise _unopened(problem) from problem

    def _open(self, program: str) -> list[chain.ChainLine]:
        if not self._disk.exists(self._path):
            make_file(self._path, self._disk, program)
        handle = self._take_handle()
        data = settle(self._path, handle, self._disk)
        found = chain.scan(data)
        judge(found)
        if found.bad is not None:
            self.cut = cut_end(self._path, handle, self._disk, data, found.good, unfinished=found.unfinished)
        self._held = [data[: found.good]]
        self._identity.note(handle)
        return found.lines

    def _come_back(self) -> None:
        try:
            handle = self._take_handle()
        except (
            FileNotFoundError,
            BlockingIOError,
        ) as problem:  # it went, or another program runs in its place
            raise RecordLost("record.lost") from problem
        data = settle(self._path, handle, self._disk)
        if not self._identity.ends_with(data[: self._last.end], self._last):
            raise RecordLost("record.changed")
        if len(data) > self._last.end:  # a line that nobody was told is safe
            self.cut = cut_end(self._path, handle, self._disk, data, self._last.end, unfinished=True)
        self._identity.note(handle)
        self._identity.check(handle, self._last)  # it may have gone again meanwhile

    def _take_handle(self) -> int:
        """Open the record and lock the file itself: a lock beside it can be deleted."""
        handle = self._handle = self._disk.append(self._path)
        self._disk.claim(handle)
        return handle

    def _usable(self) -> int:
        if self._lock is None:
            raise RecordFailed("record.closed")
        if self._stopped or self._handle is None:
            raise RecordFailed("record.stopped")
        return self._handle

    def _write(self, handle: int, raw: bytes) -> tuple[str, bytes]:
        self._identity.check(handle, self._last)
        digest, data = chain.write_line(self._last.hash, raw)
        try:
            write_all(self._disk, handle, data)
        except OSError as problem:
            self._roll_back(handle, problem)
        try:
            self._disk.sync(handle)
        except OSError as problem:
            self._give_up(handle, problem)
        self._identity.grown(handle, self._last.end + len(data))
        return digest, data

    def _roll_back(self, handle: int, problem: OSError) -> NoReturn:
        """Take a half-written line away again, durably. Room is freed first: some disks need room to cut."""
        full = is_full(problem)
        if full:
            self._no_way_out = not give_up_reserve(self._path, self._disk)
            self.reserve = False
        try:
            self._disk.truncate(handle, self._last.end)
            self._disk.sync(handle)
            self._identity.note(handle)
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


def _unopened(problem: OSError) -> RecordError:
    if isinstance(problem, NoLocks):
        return RecordFailed("record.no-locks")
    return _failure(problem, "record.unreadable")


def _failure(problem: OSError, code: str) -> RecordError:
    return RecordFull("record.full") if is_full(problem) else RecordFailed(code)
