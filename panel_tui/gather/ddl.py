"""The SQL both engines take: schema, tables, comments and views, from the one list of tables.

Names of tables and columns are ours. The schema's is checked by `fit_schema` before anything is made of it, and every
value goes in as a parameter or a copied row: nothing that people wrote ever becomes SQL.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from panel_tui.gather.tables import ABOUT, TABLES, RoomTable, columns_at

_SCHEMA = re.compile(r"[a-z][a-z0-9_]{0,62}")
_TAKEN = frozenset(("information_schema", "main", "temp", "system", "public"))
ALL = (*TABLES, ABOUT)


def fit_schema(name: str) -> bool:
    """Whether a schema may be called that: plain small letters, digits and `_`, and not one of the engine's own."""
    return _SCHEMA.fullmatch(name) is not None and name not in _TAKEN and not name.startswith("pg_")


def made(schema: str) -> Iterator[str]:
    """Return the statements that make the tables, and say in the database what each is."""
    for table in ALL:
        columns = [
            f'"{column.name}" {column.kind}{"" if column.empty else " NOT NULL"}' for column in table.columns
        ]
        columns.append(f"PRIMARY KEY ({_list(table.key)})")
        yield f"CREATE TABLE {named(schema, table)} ({', '.join(columns)})"
    yield from comments(schema)


def comments(schema: str) -> Iterator[str]:
    """Return the statements that say in the database what each table and column is."""
    for table in ALL:
        yield f"COMMENT ON TABLE {named(schema, table)} IS {quoted(table.about)}"
        for column in table.columns:
            yield f'COMMENT ON COLUMN {named(schema, table)}."{column.name}" IS {quoted(column.about)}'


def added(schema: str, since: int) -> Iterator[str]:
    """Return the statements that bring tables made by an older version up to this one; what they hold stays."""
    for table in TABLES:
        there = columns_at(table, since)
        for column in table.columns[len(there) :]:
            yield f'ALTER TABLE {named(schema, table)} ADD COLUMN "{column.name}" {column.kind}'
            yield f'COMMENT ON COLUMN {named(schema, table)}."{column.name}" IS {quoted(column.about)}'


def named(schema: str, table: RoomTable) -> str:
    """Write a table's full name."""
    return f'"{schema}"."{table.name}"'


def _list(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def quoted(words: str) -> str:
    """Write a text of ours, or a file's name, as SQL has it."""
    return "'" + words.replace("'", "''") + "'"
