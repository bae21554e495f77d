"""PostgreSQL by psycopg 3: in one transaction a room's older self is taken out and the room is copied in.

Nothing of what the server or the driver says reaches a person: it may hold the address, a name or a password.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import errors as pg
from psycopg.conninfo import conninfo_to_dict

from panel_tui import PROGRAM
from panel_tui.gather.ddl import added, made, named
from panel_tui.gather.destination import GatherRefusal, Version, check_tables
from panel_tui.gather.tables import ABOUT, TABLES, VERSION, RoomTable, rows_of
from panel_tui.gather.views import views_anew
from sessions.views.record import Gathered

_MAKING = 7_261_001  # one lock for all who would make the tables at the same moment
_PATIENCE = 15  # seconds for a server to answer, where the address does not say


class Postgres:
    """A schema of a PostgreSQL database."""

    at_once = 1
    kept_at_once = True

    def __init__(self, url: str, schema: str, *, dry: bool) -> None:
        """Connect, and make the tables where they are not there yet. Raises Refusal."""
        self._schema, self._dry = schema, dry
        self._there = True
        self._held: dict[str, Version] = {}
        self._after_lines = ", after_lines"
        self._wrote = False
        self._connection = _connected(url)
        try:
            with _refusing():
                self._prepare()
        except BaseException:
            self.close()
            raise

    def _ask(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        # psycopg asks for SQL that stands in the source as it is; ours is put together in `ddl`, of our own names
        return self._connection.execute(statement.encode(), values).fetchall()

    def _run(self, *statements: str) -> None:
        # several at once are one trip to the server; without values they cannot be taken for anything else
        self._connection.execute(";\n".join(statements).encode())

    def _prepare(self) -> None:
        self._run("SET search_path = pg_catalog", "SET client_min_messages = error")
        with self._connection.transaction():
            if not self._dry:
                self._ask("SELECT pg_advisory_xact_lock(%s)", _MAKING)
            found = self._columns()
            if not found:
                self._there = not self._dry
                if self._there:
                    self._make()
            else:
                made_by = check_tables(found, self._schema, called=str, version=self._version)
                if made_by < VERSION:
                    self._bring_up(made_by)

    def _bring_up(self, made_by: int) -> None:
        """Add what this version has more; where nothing is written, it is read without."""
        if self._dry:
            self._after_lines = ""
            return
        self._run(*added(self._schema, made_by), *views_anew(self._schema))
        self._connection.execute(
            f"UPDATE {named(self._schema, ABOUT)} SET version = %s, program = %s".encode(),  # noqa: S608 - see ddl
            (VERSION, PROGRAM),
        )

    def _columns(self) -> dict[str, list[tuple[str, str]]]:
        found: dict[str, list[tuple[str, str]]] = {}
        for table, column, kind in self._ask(
            "SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod) FROM pg_class c "
            "JOIN pg_namespace n ON n.oid = c.relnamespace "
            "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped "
            "WHERE n.nspname = %s AND c.relkind IN ('r', 'p', 'f') ORDER BY c.relname, a.attnum",
            self._schema,
        ):
            found.setdefault(table, []).append((column, kind))
        return found

    def _version(self) -> int | None:
        [(version,)] = self._ask(f"SELECT max(version) FROM {named(self._schema, ABOUT)}")  # noqa: S608 - see ddl
        return version if isinstance(version, int) else None

    def _make(self) -> None:
        there = self._ask("SELECT 1 FROM pg_namespace WHERE nspname = %s", self._schema)
        if not there:
            self._run(f'CREATE SCHEMA "{self._schema}"')
        self._run(
            *made(self._schema),
            *views_anew(self._schema),
        )
        self._connection.execute(
            f"INSERT INTO {named(self._schema, ABOUT)} VALUES (%s, %s)".encode(),  # noqa: S608 - see ddl
            (VERSION, PROGRAM),
        )

    @contextmanager
    def holding(self, ids: Sequence[str]) -> Iterator[dict[str, Version]]:
        """Lock these rooms for one transaction, and tell which versions of them are there."""
        if not self._there:
            yield {}
            return
        with _refusing(), self._connection.transaction():
            if not self._dry:
                # a lock goes by the room, so that others who gather wait for this one only
                self._run(*(f"SELECT pg_advisory_xact_lock({int(one[:15], 16)})" for one in sorted(ids)))
            found = self._ask(
                f"SELECT session_id, lines, head, proof{self._after_lines} FROM {named(self._schema, TABLES[0])} "  # noqa: S608 - see ddl
                "WHERE session_id = ANY(%s)",
                list(ids),
            )
            self._held = {one: Version(*rest) for one, *rest in found}
            yield self._held

    def write(self, rooms: Sequence[Gathered]) -> None:
        """Take out what is held of the rooms, and copy them in."""
        self._wrote = self._wrote or bool(rooms)
        self._delete([room.facts.session_id for room in rooms if room.facts.session_id in self._held])
        for room in rooms:
            with self._connection.cursor() as cursor:
                for table, rows in rows_of(room):
                    if rows:
                        copy_rows(cursor, named(self._schema, table), table, rows)

    def _delete(self, ids: list[str]) -> None:
        for table in TABLES if ids else ():
            self._connection.execute(
                f"DELETE FROM {named(self._schema, table)} WHERE session_id = ANY(%s)".encode(),  # noqa: S608 - see ddl
                (ids,),
            )

    def remove(self, session_id: str) -> bool:
        """Take a room out."""
        with self.holding([session_id]) as held:
            self._delete(list(held))
            return bool(held)

    def rows(self, view: str) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
        """Read a view."""
        with _refusing():
            found = self._connection.execute(f'SELECT * FROM "{self._schema}".{view}'.encode())  # noqa: S608 - see ddl
            return tuple(column.name for column in found.description or ()), found.fetchall()

    def finish(self) -> None:
        """Let the server count its rows, so that it finds its way through them at once and not only tonight."""
        if self._wrote:
            with _refusing():
                self._run(*(f"ANALYZE {named(self._schema, table)}" for table in TABLES))

    def close(self) -> None:
        """Hang up."""
        self._connection.close()


def copy_rows(cursor: psycopg.Cursor[Any], into: str, table: RoomTable, rows: Sequence[Any]) -> None:
    """COPY rows into a table."""
    with cursor.copy(f"COPY {into} FROM STDIN".encode()) as copy:
        for row in rows:
            copy.write_row([getattr(row, name) for name in table.names])


def _connected(url: str) -> psycopg.Connection[Any]:
    try:
        patience = conninfo_to_dict(url).get("connect_timeout", _PATIENCE)
    except (psycopg.Error, ValueError):
        raise GatherRefusal("gather.url") from None
    try:
        return psycopg.connect(
            url,
            autocommit=True,
            application_name="panel-tui",
            client_encoding="UTF8",
            connect_timeout=patience,
        )
    except (psycopg.Error, ValueError, UnicodeError):
        raise GatherRefusal("gather.no-connection") from None


@contextmanager
def _refusing() -> Iterator[None]:
    try:
        yield
    except pg.InsufficientPrivilege:
        raise GatherRefusal("gather.rights") from None
    except (pg.DiskFull, pg.OutOfMemory):
        raise GatherRefusal("gather.full") from None
    except (psycopg.ProgrammingError, psycopg.IntegrityError, psycopg.DataError):
        raise GatherRefusal("gather.changed-somewhere") from None
    except psycopg.Error:
        raise GatherRefusal("gather.cut") from None
