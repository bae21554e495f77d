"""The record as a TinyDB database: the state in memory, the journal on the disk, and the disk first."""

import threading
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from copy import deepcopy
from pathlib import Path
from typing import Any, ClassVar, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from panel_tui.record import chain
from panel_tui.record.disk import Disk, RealDisk
from panel_tui.record.journal import Journal

Documents = Mapping[str, dict[str, Any]]
Changes = dict[str, dict[str, Any] | None]


class Touched(MutableMapping[int, dict[str, Any]]):
    """Read through to the table; keep every change aside, at the cost of what is changed."""

    def __init__(self, table: Documents) -> None:
        self._table = table
        self._changed: Changes = {}
        self._lent: dict[str, dict[str, Any]] = {}

    def __getitem__(self, doc_id: int) -> dict[str, Any]:
        """Lend a copy, since an updater may change what it is given."""
        key = str(doc_id)
        if key in self._changed:
            document = self._changed[key]
            if document is None:
                raise KeyError(doc_id)
            return document
        if key not in self._lent:
            self._lent[key] = deepcopy(self._table[key])
        return self._lent[key]

    def __setitem__(self, doc_id: int, document: dict[str, Any]) -> None:
        self._changed[str(doc_id)] = document

    def __delitem__(self, doc_id: int) -> None:
        if doc_id not in self:
            raise KeyError(doc_id)
        if str(doc_id) in self._table:
            self._changed[str(doc_id)] = None
        else:
            del self._changed[str(doc_id)]

    def __contains__(self, doc_id: object) -> bool:
        key = str(doc_id)
        return self._changed[key] is not None if key in self._changed else key in self._table

    def __iter__(self) -> Iterator[int]:
        yield from (int(key) for key in self._table if int(key) in self)
        yield from (int(key) for key in self._changed if key not in self._table)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def changes(self) -> Changes:
        """Return what was changed: the new document, or None where it was taken away."""
        edited = {key: copy for key, copy in self._lent.items() if copy != self._table[key]}
        return {**edited, **self._changed}


Tables = dict[str, dict[str, dict[str, Any]]]
Operations = dict[str, dict[str, dict[str, Any] | None] | None]
"""By table and document id: the document, or None to take it away; None for a table drops it."""

NESTED = chain.DEEPEST + 2
"""A document stands inside its table, which stands inside the line."""


def _ignore(_line: chain.ChainLine) -> None:
    """Let a line pass."""


class AppendOnlyStorage(Storage):
    """Keep every table in memory, and change nothing there before the disk has it."""

    journal_class: ClassVar[type[Journal]] = Journal

    def __init__(
        self,
        path: str | Path,
        *,
        disk: Disk | None = None,
        program: str = "tinydb",
        on_line: Callable[[chain.ChainLine], None] = _ignore,
    ) -> None:
        """Open the journal and play it back; `on_line` is told of each line, old and new."""
        super().__init__()
        self._tables: Tables = {}
        self._on_line = on_line
        self._one_at_a_time = threading.Lock()
        self.journal = self.journal_class(Path(path), disk=disk or RealDisk(), program=program)
        for line in self.journal.lines:
            self._take_in(line)
        self.journal.lines.clear()

    def read(self) -> Tables | None:
        """Return the tables; the outer dict is the caller's own."""
        return dict(self._tables) or None

    def write(self, data: Tables) -> None:
        """Store whatever differs from this state."""
        changes: Operations = {name: None for name in self._tables if name not in data}
        for name, docs in data.items():
            mine = self._tables.get(name)
            if docs is not mine:
                changes[name] = _difference(mine or {}, docs)
        if changes:
            self.commit(changes)

    def commit(self, operations: Operations) -> None:
        """Make these changes durable, then visible; RecordFull, RecordFailed or RecordRefused leave all as it was."""
        raw, content = chain.encode(operations, deepest=NESTED)
        with self._one_at_a_time:
            self._take_in(self.journal.append(raw, content))

    def close(self) -> None:
        """Give back the file and the lock."""
        self.journal.close()

    def _take_in(self, line: chain.ChainLine) -> None:
        if line.number > 1:
            replay(self._tables, line)
        self._on_line(line)


def replay(tables: Tables, line: chain.ChainLine) -> None:
    """Apply a line to the tables: the same road for what is read back and what was just written."""
    for name, docs in line.content.items():
        if docs is None:
            tables.pop(name, None)
            continue
        table = tables.setdefault(name, {})
        for doc_id, doc in docs.items():
            if doc is None:
                table.pop(doc_id, None)
            else:
                table[doc_id] = doc


def _difference(
    mine: dict[str, dict[str, Any]], docs: dict[str, dict[str, Any]]
) -> dict[str, dict[str, Any] | None]:
    gone: dict[str, dict[str, Any] | None] = {key: None for key in mine if key not in docs}
    return gone | {str(key): doc for key, doc in docs.items() if mine.get(str(key)) != doc}


class RecordTable(Table):
    """A table that commits what an updater touched, instead of writing the whole database."""

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        table = (self._storage.read() or {}).get(self.name)
        touched = Touched(table or {})
        try:
            updater(touched)
            changes = touched.changes()
            if changes or table is None:
                self._storage.commit({self.name: changes})  # type: ignore[attr-defined]
        except BaseException:
            self._next_id = None  # ids handed out for nothing are handed out again
            raise
        self.clear_cache()


class RecordDB(TinyDB):
    """A TinyDB database on one append-only, chained, durable file."""

    table_class = RecordTable
    default_storage_class = AppendOnlyStorage  # type: ignore[assignment]

    @property
    def storage(self) -> AppendOnlyStorage:
        """Return the storage, by its own type."""
        return cast("AppendOnlyStorage", super().storage)
