"""The record: what the room appends to, and what an export reads beside it."""

import contextlib
import gc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, ClassVar, NamedTuple, Self

from panel_tui.record import chain
from panel_tui.record.database import RecordDB
from panel_tui.record.disk import Disk, RealDisk
from panel_tui.record.group_commit import StoredBatch, Writer
from panel_tui.record.opening import Cut, judge
from panel_tui.record.receipts import EVENTS, Entry, entries_of, said_receipt
from panel_tui.record.refusals import RecordError, RecordFailed, RecordMissing
from panel_tui.record.words import KIND, HeadWords, head_words, said_words
from panel_tui.system.process import gc_paused

WORTH_FREEZING = 1_000
"""From this many documents on, the collector's walks over them are felt as a slow tail."""


class Prepared(list[dict[str, Any]]):
    """Documents as reading the record back will give them: looked through once, and not to be changed any more."""


class BegunHead(NamedTuple):
    """Fewer words than a head has: how many were given, and how many it has."""

    typed: int
    words: int


class RecordView:
    """What can be read: the durable documents in order, the head, and what people look up."""

    def __init__(self) -> None:
        self.unfinished = False
        """Whether an unfinished last line was left unread: one on its way, or one that a crash left."""
        self._words = KIND
        self._entries: list[Entry] = []
        self._heads: list[str] = []

    @classmethod
    def read(cls, path: Path, *, disk: Disk | None = None) -> "RecordView":
        """Read a record without locking it, beside a running session; an unfinished last line is not there yet."""
        disk = disk or RealDisk()
        if not disk.exists(path):
            raise RecordMissing("record.missing")
        try:
            found = chain.scan(disk.read(path))
        except OSError as problem:
            raise RecordFailed("record.unreadable") from problem
        judge(found)
        view = RecordView()
        view.unfinished = found.torn
        view._words = found.words
        for line in found.lines:
            view._entries += entries_of(line, found.words)
            view._heads.append(line.hash)
        return view

    @property
    def entries(self) -> Sequence[Entry]:
        """Return the durable documents, in order; the list grows as the day goes on."""
        return self._entries

    @property
    def head(self) -> str:
        """Return the hash of the last line: it stands for the whole record."""
        return self._heads[-1]

    @property
    def id(self) -> str:
        """Return what stands for this session whatever is added later: the hash of its second line, its first entry."""
        return self._heads[min(1, len(self._heads) - 1)]

    @property
    def lines(self) -> int:
        """Return how many lines there are: of two copies of a record, the later has more."""
        return len(self._heads)

    @property
    def head_words(self) -> HeadWords:
        """Return the head as words to read aloud."""
        return head_words(self.head, self._words)

    def head_at(self, line: int) -> str:
        """Return the hash of a line, counted from 1."""
        return self._heads[line - 1]

    def head_words_at(self, line: int) -> HeadWords:
        """Return the head as it was when this line, counted from 1, was the last."""
        return head_words(self._heads[line - 1], self._words)

    def find_head(self, said: str) -> int | None:
        """Return the line at which the head had these words, also when the record went on afterwards."""
        words = said_words(said)
        hits = (number for number, head in enumerate(self._heads, 1) if self._spoken(head) == words)
        return next(hits, None)

    def _spoken(self, head: str) -> HeadWords:
        return said_words(" ".join(head_words(head, self._words)))

    def begins_head(self, said: str) -> BegunHead | None:
        """Say so where these are the beginning of the words at some line, and no more of them were given."""
        words, now = said_words(said), len(self.head_words)
        begins = words and len(words) < now
        there = begins and any(self._spoken(head)[: len(words)] == words for head in self._heads)
        return BegunHead(len(words), now) if there else None

    def find_receipt(self, said: str) -> list[Entry]:
        """Return the documents with this receipt: one, or none, or very rarely two."""
        wanted = said_receipt(said)
        return [entry for entry in self._entries if entry.receipt == wanted]


class Record(RecordView):
    """The open record of a running session. `on_failure` is called in the event loop before any caller hears of it."""

    database_class: ClassVar[type[RecordDB]] = RecordDB
    writer_class: ClassVar[type[Writer]] = Writer

    def __init__(self, path: Path, *, disk: Disk, program: str) -> None:
        super().__init__()
        self.path = path
        self.disk = disk
        self._fresh: list[chain.ChainLine] = []
        self.on_failure: Callable[[RecordError], None] | None = None
        self.db = self.database_class(path, disk=disk, program=program, on_line=self._fresh.append)
        self._publish(self._collect())
        self._closed = False
        self._writer = self.writer_class(self._commit, self._publish, self._failed)

    @classmethod
    def open(cls, path: Path, *, disk: Disk | None = None, program: str) -> Self:
        """Open a session's record for writing, making it if there is none.

        Raises RecordLocked, RecordDamaged, RecordFull or RecordFailed.
        """
        with gc_paused():
            record = cls(path, disk=disk or RealDisk(), program=program)
            if len(record.entries) >= WORTH_FREEZING:
                gc.freeze()
        return record

    @property
    def cut(self) -> Cut | None:
        """Return what was cut off at opening, and kept beside: the room must be told."""
        return self.db.storage.journal.cut

    @property
    def reserve(self) -> bool:
        """Whether there is still a reserve to give up when the disk is full."""
        return self.db.storage.journal.reserve

    def prepared(self, docs: Sequence[dict[str, Any]]) -> Prepared:
        """Return these as they will be stored; RecordRefused if one cannot be. Call it before the state changes."""
        return Prepared(chain.encode_document(doc)[1] for doc in docs)

    async def append(self, docs: Sequence[dict[str, Any]] | Prepared) -> list[Entry]:
        """Store all of these documents or none; durable on return.

        Raises RecordRefused (nobody else is touched), RecordFull (try again when there is room) or RecordFailed
        (stopped until `reopen`); the last two hit everyone who waits.
        """
        if self._closed:
            closed = RecordFailed("record.closed")
            self._failed(closed)
            raise closed
        copies = docs if isinstance(docs, Prepared) else self.prepared(docs)
        return await self._writer.append(copies) if copies else []

    @property
    def trouble(self) -> RecordError | None:
        """Say why nothing is taken in, or why the last was not; nothing while all is well."""
        return self.db.storage.journal.trouble

    @property
    def takes(self) -> bool:
        """Whether it makes sense to append now; where not, `tend` says when it does again."""
        return self.db.storage.journal.takes

    async def check(self) -> None:
        """Raise RecordFailed unless the record stands where we left it: asked before anything beside it is promised."""
        await self._writer.run(self.db.storage.journal.check)

    async def met(self, problem: OSError) -> bool:
        """Hear that something beside the record could not be written; say whether it is worth another try now."""
        if self._closed:
            return False
        return await self._writer.run(lambda: self.db.storage.journal.met(problem))

    async def tend(self, *, whole: bool = False) -> RecordError | None:
        """Look after the record between two commits, and give what is wrong; `whole` reads all of it again.

        Notices a file that was moved, replaced or changed; comes back by itself once all that was promised is there.
        """
        if not self._closed:
            with contextlib.suppress(RecordError):
                await self._writer.run(lambda: self.db.storage.journal.tend(whole=whole))
        return self.trouble

    async def held(self) -> bytes:
        """Return every byte of the record that was promised, from memory."""
        return await self._writer.run(lambda: self.db.storage.journal.held)

    async def reopen(self) -> None:
        """After RecordFailed: read the disk again and go on, if all that was promised is there."""
        await self._writer.drain()
        await self._writer.run(self.db.storage.journal.reopen)

    async def close(self) -> None:
        """Finish what waits, then give back the file and the lock."""
        self._closed = True
        await self._writer.drain()
        self._writer.stop()
        self.db.close()

    def _commit(self, docs: list[dict[str, Any]]) -> StoredBatch:
        self.db.table(EVENTS).insert_multiple(docs)
        return self._collect()

    def _collect(self) -> StoredBatch:
        lines = self._fresh[:]
        self._fresh.clear()
        if lines and lines[0].number == 1:
            self._words = chain.words_of(lines[0])
        return StoredBatch(
            lines=lines, entries=[entry for line in lines for entry in entries_of(line, self._words)]
        )

    def _publish(self, stored: StoredBatch) -> None:
        self._heads += [line.hash for line in stored.lines]
        self._entries += stored.entries

    def _failed(self, error: RecordError) -> None:
        if self.on_failure is not None:
            self.on_failure(error)
