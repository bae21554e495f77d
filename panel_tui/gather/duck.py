"""A DuckDB file: the same tables where there is no server. One process at a time; DuckDB sees to that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import duckdb

from panel_tui import PROGRAM
from panel_tui.gather.ddl import added, made, named, quoted
from panel_tui.gather.destination import GatherRefusal, Version, check_tables
from panel_tui.gather.tables import ABOUT, TABLES, VERSION, ColumnKind, RoomTable
from panel_tui.gather.views import views_anew
from sessions.views.record import Gathered

_FULL = "gather.full"

# Nothing is fetched, and no file is touched but the one that was named, and what does not fit into memory beside it.
_ALONE = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "memory_limit": "512MB",
}
_TYPES = {
    ColumnKind.TEXT: "VARCHAR",
    ColumnKind.NUMBER: "INTEGER",
    ColumnKind.DAY: "DATE",
    ColumnKind.YES: "BOOLEAN",
}


class DuckFile:
    """A schema of a DuckDB file."""

    # a statement costs as much as a thousand rows: many rooms go in as one transaction, all of them or none
    at_once = 200
    kept_at_once = True

    def __init__(self, path: Path | None, schema: str, *, dry: bool, files: bool = False) -> None:
        """Open the file, and make the tables where they are not there yet; no path is memory alone. Raises Refusal.

        `files` lets DuckDB read and write others beside it.
        """
        self._schema, self._there = schema, True
        self._held: dict[str, Version] = {}
        self._after_lines = ", after_lines"
        if dry and path is not None and not path.exists():
            self._there = False
            return
        if path is not None and not path.absolute().parent.is_dir():
            raise GatherRefusal("gather.no-folder")
        new = path is not None and not path.exists()
        try:
            with refusing():
                self.connection = _attached(path, dry=dry)
                if not files:
                    self.connection.execute("SET enable_external_access = false")
                self._prepare(dry=dry)
        except BaseException as problem:
            self.close()
            if new and path is not None and isinstance(problem, GatherRefusal) and problem.code == _FULL:
                _let_go(path)
            raise

    def _ask(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        return self.connection.execute(statement, list(values)).fetchall()

    def _prepare(self, *, dry: bool) -> None:
        found: dict[str, list[tuple[str, str]]] = {}
        for table, column, kind in self._ask(
            "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE schema_name = $1 "
            "AND database_name = current_database() AND table_name IN "
            "(SELECT table_name FROM duckdb_tables() WHERE schema_name = $1) ORDER BY table_name, column_index",
            self._schema,
        ):
            found.setdefault(table, []).append((column, kind))
        if found:
            made_by = check_tables(found, self._schema, called=column_type, version=self._version)
            if made_by < VERSION:
                self._bring_up(made_by, dry=dry)
        elif dry:
            self._there = False
        else:
            self._make()

    def _bring_up(self, made_by: int, *, dry: bool) -> None:
        """Add what this version has more; where nothing is written, it is read without."""
        if dry:
            self._after_lines = ""
            return
        with self.transaction():
            for statement in (*added(self._schema, made_by), *views_anew(self._schema)):
                self.connection.execute(statement)
            self._ask(f"UPDATE {named(self._schema, ABOUT)} SET version = $1, program = $2", VERSION, PROGRAM)  # noqa: S608 - see ddl

    def _version(self) -> int | None:
        [(version,)] = self._ask(f"SELECT max(version) FROM {named(self._schema, ABOUT)}")  # noqa: S608 - see ddl
        return version if isinstance(version, int) else None

    def _make(self) -> None:
        with self.transaction():
            self.connection.execute(f'CREATE SCHEMA IF NOT EXISTS "{self._schema}"')
            for statement in (*made(self._schema), *views_anew(self._schema)):
                self.connection.execute(statement)
            self._ask(f"INSERT INTO {named(self._schema, ABOUT)} VALUES ($1, $2)", VERSION, PROGRAM)  # noqa: S608 - see ddl

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep what is done in the block, or none of it."""
        self.connection.begin()
        try:
            yield
        except BaseException:
            self.connection.rollback()
            raise
        self.connection.commit()

    @contextmanager
    def holding(self, ids: Sequence[str]) -> Iterator[dict[str, Version]]:
        """Begin one transaction, and tell which versions of these rooms are there."""
        if not self._there:
            yield {}
            return
        with refusing(), self.transaction():
            found = self._ask(
                f"SELECT session_id, lines, head, proof{self._after_lines} FROM {named(self._schema, TABLES[0])} "  # noqa: S608 - see ddl
                "WHERE session_id IN (SELECT unnest($1::VARCHAR[]))",
                list(ids),
            )
            self._held = {one: Version(*rest) for one, *rest in found}
            yield self._held

    def write(self, rooms: Sequence[Gathered]) -> None:
        """Put the rooms in place of what is held of them, a statement a table."""
        if not rooms:
            return
        self._delete([room.facts.session_id for room in rooms if room.facts.session_id in self._held])
        for table in TABLES:
            insert_rows(self.connection, self._schema, table, rooms)

    def _delete(self, ids: list[str]) -> None:
        for table in TABLES if ids else ():
            self._ask(
                f"DELETE FROM {named(self._schema, table)} WHERE session_id IN (SELECT unnest($1::VARCHAR[]))",  # noqa: S608 - see ddl
                ids,
            )

    def remove(self, session_id: str) -> bool:
        """Take a room out."""
        with self.holding([session_id]) as held:
            if session_id in held:
                self._delete([session_id])
            return session_id in held

    def rows(self, view: str) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
        """Read a view."""
        if not self._there:
            raise GatherRefusal("gather.not-there")
        with refusing():
            found = self.connection.execute(f'SELECT * FROM "{self._schema}".{view}')  # noqa: S608 - see ddl
            return tuple(column[0] for column in found.description or ()), found.fetchall()

    def finish(self) -> None:
        """Do nothing: each transaction was kept as it ended."""

    def close(self) -> None:
        """Close the file."""
        if hasattr(self, "connection"):
            self.connection.close()


def _let_go(path: Path) -> None:
    """Remove what there was no room to begin: half a file is none that DuckDB, or a later try, can use."""
    for half in (path, path.with_name(f"{path.name}.wal")):
        with suppress(OSError):
            half.unlink(missing_ok=True)


def _attached(path: Path | None, *, dry: bool) -> duckdb.DuckDBPyConnection:
    """Open a file under a name that no schema can have: DuckDB could not tell the two apart.

    A whole path is said: a name alone may mean something else to it, `md:` a service in the internet.
    """
    beside = "" if path is None else f"{path.absolute()}.tmp"
    connection = duckdb.connect(config={**_ALONE, "temp_directory": beside})
    if path is not None:
        how = " (READ_ONLY)" if dry else ""
        connection.execute(f'ATTACH {quoted(str(path.absolute()))} AS "the file"{how}')
        connection.execute('USE "the file"')
    return connection


def insert_rows(
    connection: duckdb.DuckDBPyConnection, schema: str, table: RoomTable, rooms: Sequence[Gathered]
) -> None:
    """Put the rows of rooms into a table, a list a column: DuckDB takes a row by itself a thousand times slower."""
    rows = [row for room in rooms for row in getattr(room, table.name)]
    if not rows:
        return
    columns = ", ".join(
        f"unnest(${place}::{column_type(column.kind)}[])"
        for place, column in enumerate(table.columns, start=1)
    )
    values = [[getattr(row, name) for row in rows] for name in table.names]
    connection.execute(f"INSERT INTO {named(schema, table)} SELECT {columns}", values)


def column_type(kind: ColumnKind) -> str:
    """Return what DuckDB calls a kind of column."""
    return _TYPES.get(kind) or str(kind).upper().replace("NUMERIC", "DECIMAL")


@contextmanager
def refusing() -> Iterator[None]:
    """Turn what DuckDB says into a sentence of ours; none of its own words go any further."""
    try:
        yield
    except duckdb.OutOfMemoryException:
        raise GatherRefusal(_FULL) from None
    except (duckdb.CatalogException, duckdb.BinderException, duckdb.ConstraintException):
        raise GatherRefusal("gather.changed-somewhere") from None
    except duckdb.Error as problem:
        said = str(problem).lower()
        full = any(
            words in said for words in ("no space", "not enough space", "could not write", "too large")
        )
        busy = isinstance(problem, duckdb.IOException) and "lock" in said
        raise GatherRefusal("gather.in-use" if busy else _FULL if full else "gather.not-duckdb") from None
