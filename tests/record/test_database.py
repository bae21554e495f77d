"""The record is a TinyDB database that writes what was touched, and nothing else."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage

from panel_tui.record import RealDisk, RecordFull
from panel_tui.record.database import RecordDB


def last_line(path: Path) -> Any:
    return json.loads(path.read_bytes().splitlines()[-1][65:])


def test_an_insert_writes_that_document_alone(path: Path):
    with RecordDB(path) as db:
        db.insert_multiple({"n": number} for number in range(100))
        db.insert({"n": 100})
        assert last_line(path) == {"_default": {"101": {"n": 100}}}


def test_an_update_writes_the_documents_it_changed(path: Path):
    with RecordDB(path) as db:
        db.insert_multiple({"n": number} for number in range(10))
        db.update({"seen": True}, where("n") == 4)
        assert last_line(path) == {"_default": {"5": {"n": 4, "seen": True}}}


def test_a_removal_writes_what_is_gone(path: Path):
    with RecordDB(path) as db:
        db.insert_multiple({"n": number} for number in range(10))
        db.remove(where("n") > 7)
        assert last_line(path) == {"_default": {"9": None, "10": None}}


def test_an_update_that_changes_nothing_writes_nothing(path: Path):
    with RecordDB(path) as db:
        db.insert({"n": 1})
        before = path.read_bytes()
        db.update({"n": 1})
        assert path.read_bytes() == before


def test_an_updater_that_fails_halfway_changes_nothing(path: Path):
    def spoil(document: dict[str, Any]) -> None:
        document["n"] = "spoilt"
        if document["last"]:
            raise ZeroDivisionError

    with RecordDB(path) as db:
        db.insert_multiple([{"n": 1, "last": False}, {"n": 2, "last": True}])
        with pytest.raises(ZeroDivisionError):
            db.update(spoil)
        assert [document["n"] for document in db] == [1, 2]


def test_a_write_that_fails_changes_nothing_in_memory(path: Path):
    class FullOnDemand(RealDisk):
        full = False

        def write(self, handle: int, data: bytes) -> int:
            if self.full:
                raise OSError(28, "no room")
            return super().write(handle, data)

    disk = FullOnDemand()
    with RecordDB(path, disk=disk) as db:
        db.insert({"n": 1})
        disk.full = True
        for attempt in (
            lambda: db.insert({"n": 2}),
            lambda: db.update({"n": 3}),
            db.truncate,
            db.drop_tables,
        ):
            with pytest.raises(RecordFull):
                attempt()
            assert [dict(document) for document in db] == [{"n": 1}]
        disk.full = False
        assert db.insert({"n": 2}) == 2


number = st.integers(1, 6)
operations = st.lists(
    st.one_of(
        st.tuples(st.just("insert"), number),
        st.tuples(st.just("insert_multiple"), st.lists(number, max_size=3)),
        st.tuples(st.just("update"), number),
        st.tuples(st.just("upsert"), number),
        st.tuples(st.just("remove"), number),
        st.tuples(st.just("truncate"), st.none()),
        st.tuples(st.just("drop"), st.none()),
    ),
    max_size=12,
)


def perform(db: TinyDB, name: str, value: Any) -> None:
    table = db.table("marks")
    if name == "insert":
        table.insert({"n": value, "inner": {"list": [value]}})
    elif name == "insert_multiple":
        table.insert_multiple({"n": each} for each in value)
    elif name == "update":
        table.update({"n": value + 1}, where("n") == value)
    elif name == "upsert":
        table.upsert({"n": value, "up": True}, where("n") == value)
    elif name == "remove":
        table.remove(where("n") == value)
    elif name == "truncate":
        table.truncate()
    else:
        db.drop_table("marks")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(operations)
def test_whatever_is_done_it_holds_what_plain_tinydb_holds_and_so_does_the_file(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, Any]]
):
    path = tmp_path_factory.mktemp("db") / "record.jsonl"
    plain = TinyDB(storage=MemoryStorage)
    with RecordDB(path) as db:
        for name, value in steps:
            perform(plain, name, value)
            perform(db, name, value)
            assert contents(db) == contents(plain)
    with RecordDB(path) as again:
        assert contents(again) == contents(plain)


def contents(db: TinyDB) -> dict[int, dict[str, Any]]:
    return {document.doc_id: dict(document) for document in db.table("marks")}
