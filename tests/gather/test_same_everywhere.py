"""PostgreSQL, DuckDB and Parquet hold the same rooms, and give equal answers to every view."""

from panel_tui.gather.tables import TABLES
from panel_tui.gather.views import NAMES as VIEWS
from tests.gather.conftest import ROOMS
from tests.gather.places import Duck, Parquet, Postgres, run


def test_every_table_and_every_view_is_the_same_in_all_three(rooms, database, tmp_path):
    places = [Postgres(database), Duck(tmp_path / "all.duckdb"), Parquet(tmp_path / "parquet")]
    for place in places:
        done = run(rooms, "--into", place.into)
        assert done.exit_code == 0, done.output + str(done.exception)
        assert f"{ROOMS} taken, 0 unchanged, 0 refused." in done.output
    server, file, folder = ({**place.tables(), **place.views()} for place in places)
    for name in (*(table.name for table in TABLES), *VIEWS):
        assert server[name], name
        assert server[name] == file[name], name
        assert file[name] == folder[name], name


def test_gathering_twice_changes_nothing(place, rooms):
    assert run(rooms, "--into", place.into).exit_code == 0
    before = place.checksum()
    done = run(rooms, "--into", place.into)
    assert done.exit_code == 0
    assert f"0 taken, {ROOMS} unchanged, 0 refused." in done.output
    assert place.checksum() == before
