"""The TinyDB storage: the state in memory, the journal on the disk, and the disk first."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from tinydb.storages import Storage

from panel_tui.record import chain, codec
from panel_tui.record.disk import Disk, RealDisk
from panel_tui.record.journal import Journal

Tables = dict[str, dict[str, dict[str, Any]]]
Operations = dict[str, dict[str, dict[str, Any] | None] | None]
"""By table and document id: the document, or None to take it away; None for a table drops it."""

NESTED = codec.DEEPEST + 2
"""A document stands inside its table, which stands inside the line."""


def _ignore(_line: chain.Line) -> None:
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
        on_line: Callable[[chain.Line], None] = _ignore,
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
        """Give the tables; the outer dict is the caller's own."""
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
        raw, content = codec.encode(operations, deepest=NESTED)
        with self._one_at_a_time:
            self._take_in(self.journal.append(raw, content))

    def close(self) -> None:
        """Give back the file and the lock."""
        self.journal.close()

    def _take_in(self, line: chain.Line) -> None:
        if line.number > 1:
            replay(self._tables, line)
        self._on_line(line)


def replay(tables: Tables, line: chain.Line) -> None:
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
