"""A folder of Parquet files, one a table: worked on beside it, then put in its place as a whole.

The files stand in a folder named for the schema. Until the new one has that name, the old one is as it was.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from panel_tui.gather.ddl import ALL, named, quoted
from panel_tui.gather.destination import GatherRefusal, Version
from panel_tui.gather.duck import DuckFile, column_type, refusing
from panel_tui.gather.tables import ABOUT, TABLES, VERSION, RoomTable, columns_at
from panel_tui.system.held_files import patiently
from sessions.views.record import Gathered

_GLOB = frozenset(
    "*?[]{}"
)  # DuckDB would take these for a pattern, and has no way to say that they are meant


class ParquetFolder:
    """A folder that holds a folder of Parquet files."""

    at_once = 200
    kept_at_once = False

    def __init__(self, folder: Path, schema: str, *, dry: bool) -> None:
        """Read what is there into a working file beside it. Raises Refusal."""
        self._folder, self._schema, self._dry = folder.absolute(), schema, dry
        if _GLOB & set(str(self._folder)):
            raise GatherRefusal("gather.pattern")
        self._files, self._older = self._folder / schema, self._folder / f".{schema}.older"
        self._new, work = self._folder / f".{schema}.new", self._folder / f".{schema}.work.duckdb"
        self._changed = False
        self._work: Path | None = None
        if not dry:
            with _writing():
                self._folder.mkdir(parents=True, exist_ok=True)
            self._work = work
        # whoever has the working file open has the folder to itself; for looking, memory does
        self._duck = self._opened()
        try:
            with refusing():
                self._load()
        except BaseException:
            self.close()
            raise

    def _opened(self) -> DuckFile:
        """Open the working file; one that a gathering left behind, and that cannot be used, is begun anew."""
        try:
            return DuckFile(self._work, self._schema, dry=False, files=True)
        except GatherRefusal as why:
            if self._work is None or why.code == "gather.in-use":
                raise
            with _writing():
                for left in (self._work, self._work.with_name(f"{self._work.name}.wal")):
                    left.unlink(missing_ok=True)
            return DuckFile(self._work, self._schema, dry=False, files=True)

    def _load(self) -> None:
        """Begin with what is in the folder; what a gathering that was killed left behind is cleared away first."""
        if not self._dry:
            with _writing():
                if not self._files.exists() and self._older.exists():
                    self._older.rename(self._files)
                for left in (self._new, self._older):
                    shutil.rmtree(left, ignore_errors=True)
        there = self._files if self._files.exists() else self._older
        with self._duck.transaction():
            for table in TABLES:
                self._duck.connection.execute(f"DELETE FROM {named(self._schema, table)}")  # noqa: S608 - see ddl
            if there.exists():
                self._read(there)

    def _read(self, folder: Path) -> None:
        if {path.name for path in folder.iterdir()} != {f"{table.name}.parquet" for table in ALL}:
            raise GatherRefusal("gather.not-ours", schema=self._schema)
        made_by = VERSION
        for table in reversed(ALL):  # the version first
            file = str(folder / f"{table.name}.parquet")
            ask = self._duck.connection.execute
            if table is ABOUT:
                [(version,)] = ask("SELECT max(version) FROM read_parquet($1)", [file]).fetchall()
                if version is None or version > VERSION:
                    raise GatherRefusal("gather.newer", schema=self._schema)
                made_by = version
                continue
            found = [
                (name, kind)
                for name, kind, *_ in ask("DESCRIBE SELECT * FROM read_parquet($1)", [file]).fetchall()
            ]
            columns = columns_at(table, made_by)
            if found != [(column.name, column_type(column.kind)) for column in columns]:
                raise GatherRefusal("gather.changed", table=table.name)
            those = ", ".join(f'"{column.name}"' for column in columns)
            ask(f"INSERT INTO {named(self._schema, table)} ({those}) SELECT * FROM read_parquet($1)", [file])  # noqa: S608 - see ddl

    def holding(self, ids: Sequence[str]) -> AbstractContextManager[dict[str, Version]]:
        """Tell which versions of these rooms are there."""
        return self._duck.holding(ids)

    def write(self, rooms: Sequence[Gathered]) -> None:
        """Put rooms in place of what is held of them, in the working file."""
        self._changed = self._changed or bool(rooms)
        self._duck.write(rooms)

    def remove(self, session_id: str) -> bool:
        """Take a room out of the working file."""
        self._changed = self._duck.remove(session_id)
        return self._changed

    def rows(self, view: str) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
        """Read a view."""
        return self._duck.rows(view)

    def finish(self) -> None:
        """Write every table, then exchange the folders."""
        if not self._changed or self._dry:
            return
        with _writing(), refusing():
            shutil.rmtree(self._new, ignore_errors=True)
            self._new.mkdir()
            for table in ALL:
                self._write(table)
            for file in self._new.iterdir():
                with file.open("rb+") as written:
                    os.fsync(written.fileno())
            if self._files.exists():
                patiently(lambda: self._files.rename(self._older))
            patiently(lambda: self._new.rename(self._files))
            shutil.rmtree(self._older, ignore_errors=True)
        self._changed = False

    def _write(self, table: RoomTable) -> None:
        """Write one table as Parquet, with what it and its columns are."""
        columns = "; ".join(f"{column.name}: {column.about}" for column in table.columns)
        file = str(self._new / f"{table.name}.parquet")
        order = ", ".join(f'"{name}"' for name in table.key)
        self._duck.connection.execute(
            f"COPY (SELECT * FROM {named(self._schema, table)} ORDER BY {order}) TO {quoted(file)} "  # noqa: S608 - see ddl
            f"(FORMAT parquet, COMPRESSION zstd, KV_METADATA "
            f"{{about: {quoted(table.about)}, columns: {quoted(columns)}}})"
        )

    def close(self) -> None:
        """Clear the working file away while it is still held, so that nobody else's is."""
        left = self._work
        if left is not None:
            with contextlib.suppress(OSError):  # Windows clears no open file away; then after it is closed
                left.unlink(missing_ok=True)
                left = None
        self._duck.close()
        if left is not None:
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)


@contextlib.contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except OSError:
        raise GatherRefusal("gather.cannot-write") from None
