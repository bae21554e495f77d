"""Records with one mistake each, as people really make them. Every one of them must be caught."""

import contextlib
from typing import Any, ClassVar, NoReturn

from panel_tui.record import Record, RecordFailed, RecordFull, chain
from panel_tui.record.database import AppendOnlyStorage, RecordDB
from panel_tui.record.group_commit import Call, Writer
from panel_tui.record.identity import Identity
from panel_tui.record.journal import Journal


class Through:
    """A disk that passes everything on; the mistakes below change one thing."""

    def __init__(self, disk: Any) -> None:
        self._disk = disk

    def __getattr__(self, name: str) -> Any:
        return getattr(self._disk, name)


class NeverSyncs(Through):
    def sync(self, handle: int) -> None:
        """Forget the sync."""


class SyncsLater(Through):
    """Acknowledge first, sync when the next write comes."""

    def __init__(self, disk: Any) -> None:
        super().__init__(disk)
        self._owed: list[int] = []

    def sync(self, handle: int) -> None:
        self._owed.append(handle)

    def write(self, handle: int, data: bytes) -> int:
        for owed in self._owed:
            self._disk.sync(owed)
        self._owed = []
        written: int = self._disk.write(handle, data)
        return written

    def close(self, handle: int) -> None:
        self._owed = [owed for owed in self._owed if owed != handle]
        self._disk.close(handle)


class SyncsAgain(Through):
    """Ask again when a sync failed, and believe the second answer."""

    def sync(self, handle: int) -> None:
        try:
            self._disk.sync(handle)
        except OSError:
            self._disk.sync(handle)


class LeavesTheDoorOpen(Through):
    """Lock nothing."""

    def lock(self, path: Any) -> int:
        return -1

    def unlock(self, handle: int) -> None:
        pass

    def claim(self, handle: int) -> None:
        pass


class NeverSyncsFolders(Through):
    def sync_folder(self, folder: Any) -> None:
        """Forget that a name is a write too."""


class TrustsMemory(Through):
    """Believe at opening what the system shows, synced or not."""

    def __init__(self, disk: Any) -> None:
        super().__init__(disk)
        self._written: set[int] = set()

    def write(self, handle: int, data: bytes) -> int:
        self._written.add(handle)
        written: int = self._disk.write(handle, data)
        return written

    def truncate(self, handle: int, size: int) -> None:
        self._written.add(handle)
        self._disk.truncate(handle, size)

    def sync(self, handle: int) -> None:
        if handle in self._written:
            self._disk.sync(handle)


class RemembersTooMuch(Through):
    """Read again from memory, not from the disk, after a sync that failed."""

    def forget(self, handle: int) -> None:
        pass


class WritesOnce(Through):
    """Take a short write for a whole one."""

    def write(self, handle: int, data: bytes) -> int:
        self._disk.write(handle, data)
        return len(data)


class LeavesHalfLines(Journal):
    """Say no when the disk is full, and leave the half line where it is."""

    def _roll_back(self, handle: int, problem: OSError) -> NoReturn:
        self._stopped = False
        raise RecordFull("record.full") from problem


class CutsQuietly(Journal):
    """Open anything by cutting at the first bad line."""

    def _open(self, program: str) -> list[chain.ChainLine]:
        with contextlib.suppress(FileNotFoundError):
            good = chain.scan(self._disk.read(self._path)).good
            handle = self._disk.append(self._path)
            self._disk.truncate(handle, good)
            self._disk.close(handle)
        return super()._open(program)


class GoesOnAfterFailure(Journal):
    """Take a failed sync as bad luck: refuse this one, go on with the next."""

    def _give_up(self, handle: int, problem: OSError) -> NoReturn:
        with contextlib.suppress(OSError):
            self._disk.truncate(handle, self._last.end)
            self._identity.note(handle)
        self._stopped = False
        raise RecordFailed("record.failed") from problem


class TrustsTheHandle(Identity):
    """Take a handle that goes on taking bytes for a file that people will find."""

    def _measured(self, handle: int, end: int) -> tuple[int, int]:
        return self._marks


class TrustsTheHandleForEver(Journal):
    """Ask nothing of the file's name once it is open."""

    def _open(self, program: str) -> list[chain.ChainLine]:
        self._identity = TrustsTheHandle(self._path, self._disk)
        return super()._open(program)


class NeverReopens(Journal):
    """Stop after a failure, and wait to be started again."""

    def tend(self, *, whole: bool = False) -> None:
        if not self._stopped:
            super().tend(whole=whole)


class AnswersFirst(Writer):
    """Say yes as soon as the writing has begun."""

    def _write(self, loop: Any, batch: list[Call]) -> None:
        disk = self._commit.__self__.db.storage.journal._disk  # type: ignore[attr-defined]
        promises: list[Any] = []
        real, disk.sync = disk.sync, promises.append
        try:
            super()._write(loop, batch)
        finally:
            disk.sync = real
        for handle in promises:
            with contextlib.suppress(BaseException):
                disk.sync(handle)


class RefusesOnlyTheBatch(Writer):
    """Let those who queued behind a failure go on, though the state they were decided on is gone."""

    def _refuse(self, batch: list[Call], problem: BaseException) -> None:
        waiting, self._waiting = self._waiting, []
        super()._refuse(batch, problem)
        self._waiting = waiting
        if waiting:
            self._busy = True
            self._send(waiting[0].done.get_loop())


def with_disk(through: type[Through]) -> type[Record]:
    """Make a record that reaches its disk through a mistake."""

    class Bugged(Record):
        def __init__(self, path: Any, *, disk: Any, program: str) -> None:
            super().__init__(path, disk=through(disk), program=program)

    return Bugged


def with_journal(journal: type[Journal]) -> type[Record]:
    """Make a record whose journal is mistaken."""

    class BuggedStorage(AppendOnlyStorage):
        journal_class: ClassVar[type[Journal]] = journal

    class BuggedDB(RecordDB):
        default_storage_class = BuggedStorage  # type: ignore[assignment]

    class Bugged(Record):
        database_class: ClassVar[type[RecordDB]] = BuggedDB

    return Bugged


def with_writer(writer: type[Writer]) -> type[Record]:
    """Make a record whose writer is mistaken."""

    class Bugged(Record):
        writer_class: ClassVar[type[Writer]] = writer

    return Bugged


BUGS: dict[str, type[Record]] = {
    "no sync": with_disk(NeverSyncs),
    "early acknowledge: synced at the next write": with_disk(SyncsLater),
    "early acknowledge: answered before the sync": with_writer(AnswersFirst),
    "no roll-back": with_journal(LeavesHalfLines),
    "sync retried": with_disk(SyncsAgain),
    "silent cut in the middle": with_journal(CutsQuietly),
    "unlocked second writer": with_disk(LeavesTheDoorOpen),
    "folder never synced": with_disk(NeverSyncsFolders),
    "no sync at opening": with_disk(TrustsMemory),
    "reads memory after a failed sync": with_disk(RemembersTooMuch),
    "short write taken for whole": with_disk(WritesOnce),
    "handle trusted after a rename": with_journal(TrustsTheHandleForEver),
    "reopen never called": with_journal(NeverReopens),
    "goes on after a failed sync": with_journal(GoesOnAfterFailure),
    "the queue behind a failure goes on": with_writer(RefusesOnlyTheBatch),
}
