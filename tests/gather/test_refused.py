"""What cannot be done is said in a plain sentence; a room is whole or absent, and other tables are as they were."""

import re
import sys

import psycopg
import pytest
from msgspec.structs import replace

from panel_tui.gather.gathering import gather
from panel_tui.gather.opening import destination
from panel_tui.gather.rooms import rooms_in
from panel_tui.system.errors import Unable
from sessions import commands as c
from tests.exports.made import exported
from tests.gather.conftest import ROOMS
from tests.gather.generated import MadeRoom, keep_rooms, made_room
from tests.gather.places import Duck, Parquet, Postgres, command, run
from tests.gather.server import PASSWORD, PASSWORD_IN_URL


def said(done) -> str:
    """Give what was said, and see that it is a sentence: nothing of an engine, a traceback or a password."""
    assert done.exit_code == 1, done.output
    words = done.output + str(done.exception or "")
    for never in (PASSWORD, PASSWORD_IN_URL, "Traceback", "psycopg", "SQLSTATE", "duckdb.", "FATAL", "Error"):
        assert never not in words, words
    return words


# rooms


def test_a_damaged_room_is_refused_and_the_others_go_in(place, tmp_path):
    keep_rooms(tmp_path, 3)
    record = tmp_path / "room-00002" / "record.jsonl"
    raw = bytearray(record.read_bytes())
    raw[len(raw) // 2] ^= 1
    record.write_bytes(raw)
    done = run(tmp_path, "--into", place.into)
    assert "room-00002: refused" in said(done)
    assert "2 taken, 0 unchanged, 1 refused" in done.output
    assert len(place.ids()) == 2


def test_a_record_that_was_rewritten_by_hand_is_refused(place, tmp_path):
    room = made_room(1)
    reasons = next(n for n, one in enumerate(room.history) if type(one.event).__name__ == "RoundClosed")
    closed = room.history[reasons]
    room.history[reasons] = replace(closed, event=replace(closed.event, counts=(0, 0, 0, 0, 90), cast=90))
    room.keep(tmp_path / "room")
    assert "does not follow from itself" in said(run(tmp_path / "room", "--into", place.into))


def test_an_older_version_is_refused_and_a_newer_one_takes_its_place(place, tmp_path):
    room = made_room(1)
    room.keep(tmp_path / "older")
    assert run(tmp_path / "older", "--into", place.into).exit_code == 0
    before = place.checksum()
    room.do(c.Seal())
    (tmp_path / "newer").mkdir()
    (tmp_path / "newer" / "record.jsonl").write_bytes((tmp_path / "older" / "record.jsonl").read_bytes())
    room.keep(tmp_path / "newer")
    assert "1 taken" in run(tmp_path / "newer", "--into", place.into).output
    after = place.checksum()
    assert after != before
    done = run(tmp_path / "older", "--into", place.into)
    assert "older. A newer version of this room is there" in said(done)
    assert place.checksum() == after


def test_two_days_that_began_from_one_copied_record_are_never_taken_for_each_other(place, tmp_path):
    room = made_room(1)
    room.keep(tmp_path / "one")
    first, *lines = (tmp_path / "one" / "record.jsonl").read_bytes().splitlines(keepends=True)
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "record.jsonl").write_bytes(first + lines[0])
    again = MadeRoom(1)
    again.kept = 1
    again.chance.seed(99)
    again.whole()
    again.keep(tmp_path / "two")
    again.do(c.Seal())
    again.keep(tmp_path / "two")
    assert run(tmp_path / "one", "--into", place.into).exit_code == 0
    before = place.checksum()
    assert "Another day that began from a copy" in said(run(tmp_path / "two", "--into", place.into))
    assert place.checksum() == before


def test_a_rehearsal_is_taken_only_when_asked_for_and_no_view_counts_it(place, tmp_path):
    keep_rooms(tmp_path, 1, rehearsal=True)
    assert "It is a rehearsal" in said(run(tmp_path, "--into", place.into))
    assert run(tmp_path, "--into", place.into, "--rehearsal").exit_code == 0
    assert place.ask("SELECT rehearsal FROM panel_tui.session") == [(True,)]
    assert not any(place.views().values())


def test_only_a_public_export_is_taken_from_a_file(place, tmp_path):
    keep_rooms(tmp_path, 1)
    folder = tmp_path / "room-00001"
    assert "There is no public session.json" in said(run(folder, "--into", place.into, "--public-only"))
    exported(folder, formats=("json",))
    file = folder / "exports" / "session.json"
    assert "has rows by member" in said(run(file, "--into", place.into))
    exported(folder, formats=("json",), public=True)
    assert run(folder, "--into", place.into, "--public-only").exit_code == 0
    assert place.ask("SELECT proof FROM panel_tui.session") == [("export",)]
    assert "1 taken" in run(folder, "--into", place.into).output
    assert place.ask("SELECT proof FROM panel_tui.session") == [("record",)]
    public = folder / "exports" / "public" / "session-public.json"
    assert "1 unchanged" in run(public, "--into", place.into).output


def test_a_public_export_of_an_earlier_version_is_still_found(place, tmp_path):
    keep_rooms(tmp_path, 1)
    exports = tmp_path / "room-00001" / "exports"
    exported(tmp_path / "room-00001", formats=("json",), public=True)
    (exports / "public" / "session-public.json").rename(exports / "session.json")
    assert "1 taken" in run(tmp_path, "--into", place.into, "--public-only").output


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"session": 1}',
        "[" * 100_000,
        "\x00",
        '{"session": {}, "criteria": [], "head": ""}',
    ],
)
def test_a_file_that_is_no_export_is_refused(tmp_path, text):
    (tmp_path / "session.json").write_text(text)
    done = run(tmp_path, "--into", tmp_path / "all.duckdb")
    assert "That is not a session.json that can be read" in said(done)


@pytest.mark.parametrize(
    ("found", "instead"),
    [
        ('"seats":', '"seats":99999999999999999999999,"was":'),
        ('"pot":', '"pot":1e400,"was":'),
        ('"pot":', '"pot":0.00001,"was":'),
        ('"ref":"A02"', '"ref":"A01"'),
        ('"ref":"A02"', '"ref":"' + "é" * 301 + '"'),
        ('"started":"', '"started":"2026-01-01","was":"'),
        ('"ended":"', '"ended":"9999-01-01T00:00:00+00:00","was":"'),
        ('"counts":[', '"counts":[-1,-9,99,'),
        ('"low":1', '"low":-99999999999'),
        ('"id":"', '"id":"\'; DROP SCHEMA panel_tui CASCADE; --'),
    ],
)
def test_a_number_or_a_key_that_cannot_be_kept_is_refused(place, tmp_path, found, instead):
    keep_rooms(tmp_path, 1)
    exported(tmp_path / "room-00001", tmp_path / "out", formats=("json",), public=True)
    file = tmp_path / "out" / "session-public.json"
    text = file.read_text()
    assert found in text
    file.write_text(text.replace(found, instead))
    said(run(file, "--into", place.into))
    assert run(tmp_path / "room-00001", "--into", place.into).exit_code == 0
    assert len(place.ids()) == 1


# places


def test_nothing_is_made_by_a_dry_run(rooms, database, tmp_path):
    for into in (database, tmp_path / "all.duckdb", tmp_path / "parquet"):
        done = run(rooms, "--into", into, "--dry-run")
        assert done.exit_code == 0, done.output
        assert f"{ROOMS} would be taken, 0 unchanged, 0 refused. Nothing was changed." in done.output
    assert not list(tmp_path.iterdir())
    assert Postgres(database).ask("SELECT 1 FROM pg_namespace WHERE nspname = 'panel_tui'") == []


def test_other_tables_are_never_touched(place, rooms):
    if isinstance(place, Parquet):
        place.into.mkdir()
        (place.into / "mine.txt").write_text("mine")
    else:
        place.ask(
            "CREATE SCHEMA mine; CREATE TABLE mine.session (a integer); INSERT INTO mine.session VALUES (1)"
        )
    assert run(rooms, "--into", place.into).exit_code == 0
    if isinstance(place, Parquet):
        assert (place.into / "mine.txt").read_text() == "mine"
    else:
        assert place.ask("SELECT a FROM mine.session") == [(1,)]
        assert "did not make" in said(run(rooms, "--into", place.into, "--schema", "mine"))
        assert place.ask("SELECT a FROM mine.session") == [(1,)]


def test_a_table_changed_by_hand_is_said_by_name_and_left_alone(database, rooms, tmp_path):
    for place in (Postgres(database), Duck(tmp_path / "all.duckdb")):
        assert run(rooms / "room-00001", "--into", place.into).exit_code == 0
        for change in (
            "ALTER TABLE panel_tui.application ADD COLUMN mine integer",
            "ALTER TABLE panel_tui.application DROP COLUMN mine; ALTER TABLE panel_tui.step RENAME TO steps",
            "ALTER TABLE panel_tui.steps RENAME TO step; ALTER TABLE panel_tui.felt ALTER COLUMN point TYPE bigint",
        ):
            place.ask(change)
            words = said(run(rooms, "--into", place.into))
            assert re.search("The table (application|step|felt|round) was changed", words)
            assert place.ask("SELECT count(*) FROM panel_tui.session") == [(1,)]


def test_a_schema_of_a_newer_version_is_left_alone(place, rooms):
    assert run(rooms / "room-00001", "--into", place.into).exit_code == 0
    if isinstance(place, Parquet):
        import duckdb

        with duckdb.connect() as connection:
            file = place.into / "panel_tui" / "about.parquet"
            connection.execute(
                f"COPY (SELECT 99::INTEGER AS version, 'x' AS program) TO '{file}' (FORMAT parquet)"
            )
    else:
        place.ask("UPDATE panel_tui.about SET version = 99")
    assert "made by a newer version" in said(run(rooms, "--into", place.into))
    assert place.ask("SELECT count(*) FROM panel_tui.session") == [(1,)]


def test_a_user_without_the_rights_is_told_so(server, database, rooms):
    name = database.rsplit("/", 1)[1]
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {name}_reader LOGIN PASSWORD 'only-reads'")
    try:
        url = server.url(user=f"{name}_reader", password="only-reads", database=name)
        assert "The database does not allow that" in said(run(rooms, "--into", url))
        assert run(rooms / "room-00001", "--into", database).exit_code == 0
        Postgres(database).ask(
            f"GRANT USAGE ON SCHEMA panel_tui TO {name}_reader;"
            f"GRANT SELECT ON ALL TABLES IN SCHEMA panel_tui TO {name}_reader"
        )
        assert "The database does not allow that" in said(run(rooms, "--into", url))
        assert run(rooms / "room-00001", "--into", url, "--dry-run").exit_code == 0
        assert len(Postgres(database).ids()) == 1
    finally:
        Postgres(database).ask(f"DROP OWNED BY {name}_reader; DROP ROLE {name}_reader")


def test_a_connection_that_is_cut_leaves_the_rooms_before_it(database, rooms):
    place = Postgres(database)

    def cut_after(many):
        for number, room in enumerate(rooms_in([rooms], public_only=False)):
            if number == many:
                place.ask(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE application_name = 'panel-tui' AND datname = current_database()"
                )
            yield room

    opened = destination(database, "panel_tui", dry=False)
    told = []

    def all_of_them():
        for line in gather(cut_after(3), opened, rehearsal=False, dry=False):
            told.append(line.how)

    with pytest.raises(Unable, match="connection to the database was lost") as lost:
        all_of_them()
    opened.close()
    assert PASSWORD not in str(lost.value)
    assert told == ["taken"] * 3
    assert len(place.ids()) == 3
    assert run(rooms, "--into", database).exit_code == 0
    assert len(place.ids()) == ROOMS


def test_two_at_once_put_every_room_in_once(database, rooms):
    running = [command(rooms, "--into", database) for _ in range(2)]
    told = [one.communicate(timeout=120) for one in running]
    assert [one.returncode for one in running] == [0, 0], told
    assert sum(int(re.search(r"(\d+) taken", out)[1]) for out, _ in told) == ROOMS
    assert len(Postgres(database).ids()) == ROOMS


def test_a_file_or_a_folder_that_another_program_has_open_is_left_to_it(rooms, tmp_path):
    for into in (tmp_path / "all.duckdb", tmp_path / "parquet"):
        held = destination(str(into), "panel_tui", dry=False)
        other = command(rooms, "--into", into)
        out, told = other.communicate(timeout=120)
        assert other.returncode == 1, out
        assert "Another program has that file or folder open" in told
        held.close()
        assert run(rooms, "--into", into).exit_code == 0


FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
limit = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
sys.argv[1:2] = ["gather"]
from panel_tui.cli import main
main()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is Linux's")
@pytest.mark.parametrize("place", ["duckdb", "parquet"], indirect=True)
@pytest.mark.parametrize("limit", [20_000, 600_000, 2_600_000])
def test_a_disk_without_room_is_said_and_what_was_there_stays(place, rooms, tmp_path, limit):
    import subprocess

    assert run(rooms / "room-00001", "--into", place.into).exit_code == 0
    before = place.tables()
    call = [sys.executable, "-c", FULL, str(limit), str(rooms), "--into", str(place.into)]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    if done.returncode:
        assert re.search("no room left|Nothing could be written|DuckDB cannot use", done.stderr), done.stderr
        assert "Traceback" not in done.stderr
        assert place.tables() == before
    assert run(rooms, "--into", place.into).exit_code == 0
    assert len(place.ids()) == ROOMS
