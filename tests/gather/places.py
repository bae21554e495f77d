"""The three places rooms are gathered into, read as another program would read them; and the command itself."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import psycopg
from click.testing import CliRunner, Result

from panel_tui.cli import panel_tui
from panel_tui.gather.tables import TABLES
from panel_tui.gather.views import NAMES as VIEWS

Rows = list[tuple[Any, ...]]


def run(*words: object) -> Result:
    """Give the command line these words, in this process."""
    return CliRunner().invoke(panel_tui, ["gather", *map(str, words)])


def command(*words: object, **how: Any) -> subprocess.Popen[str]:
    """Start the command in a process of its own."""
    call = [sys.executable, "-c", "from panel_tui.cli import main; main()", "gather", *map(str, words)]
    return subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **how)


@dataclass(frozen=True)
class Place(ABC):
    """A destination: what `--into` is given."""

    into: Any

    @abstractmethod
    def ask(self, query: str) -> Rows:
        """Give the rows of a query."""

    def table(self, name: str) -> Rows:
        return sorted(self.ask(f"SELECT * FROM panel_tui.{name}"), key=repr)

    def tables(self) -> dict[str, Rows]:
        return {table.name: self.table(table.name) for table in TABLES}

    def views(self) -> dict[str, Rows]:
        return {name: self.table(name) for name in VIEWS}

    def checksum(self) -> str:
        return hashlib.sha256(repr(self.tables()).encode()).hexdigest()

    def ids(self) -> set[str]:
        return {row[0] for row in self.table("session")}


class Postgres(Place):
    def ask(self, query):
        with psycopg.connect(self.into, autocommit=True) as connection:
            cursor = connection.execute(query)
            return cursor.fetchall() if cursor.description else []

    def fill(self, table, rows):
        with psycopg.connect(self.into, autocommit=True) as connection, connection.cursor() as cursor:
            marks = ", ".join(["%s"] * len(rows[0]))
            cursor.executemany(f"INSERT INTO panel_tui.{table} VALUES ({marks})", rows)


class Duck(Place):
    def ask(self, query):
        with duckdb.connect(str(self.into)) as connection:
            return connection.execute(query).fetchall()


class Parquet(Place):
    def ask(self, query):
        with duckdb.connect() as connection:
            for table in TABLES:
                file = self.into / "panel_tui" / f"{table.name}.parquet"
                connection.execute("CREATE SCHEMA IF NOT EXISTS panel_tui")
                connection.execute(f"CREATE TABLE panel_tui.{table.name} AS SELECT * FROM '{file}'")
            from panel_tui.gather.views import views

            for _name, statement in views("panel_tui"):
                connection.execute(statement)
            return connection.execute(query).fetchall()


def there(path: Path) -> set[str]:
    return {entry.name for entry in path.iterdir()}
