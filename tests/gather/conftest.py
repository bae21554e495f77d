"""What tests of gathering may ask for: a server, an empty database in it, and rooms on disk."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import psycopg
import pytest

from tests.gather.generated import keep_rooms
from tests.gather.places import Duck, Parquet, Place, Postgres
from tests.gather.server import Server, programs, running
from tests.needs import pass_over

ROOMS = 12
_numbers = count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    if programs() is None:
        pass_over("needs PostgreSQL's server; on Debian: apt-get install postgresql")
    with running() as started:
        yield started


@pytest.fixture
def database(server) -> Iterator[str]:
    """An empty database's address."""
    name = f"rooms{next(_numbers)}"
    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    yield server.url(database=name)
    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="session")
def rooms(tmp_path_factory):
    """A folder of rooms that ended, as different as a dozen can be."""
    folder = tmp_path_factory.mktemp("rooms")
    keep_rooms(folder, ROOMS)
    return folder


@pytest.fixture(params=["postgres", "duckdb", "parquet"])
def place(request, tmp_path) -> Place:
    """Each of the three places in turn, with nothing in it yet."""
    if request.param == "postgres":
        return Postgres(request.getfixturevalue("database"))
    return Duck(tmp_path / "all.duckdb") if request.param == "duckdb" else Parquet(tmp_path / "parquet")
