"""Killed at any call, a room is there whole or not at all; and the next run puts in what is missing."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gather.generated import keep_rooms
from tests.gather.places import Parquet, run, there

ROOT = Path(__file__).resolve().parents[2]


def killed(at, *words):
    call = [sys.executable, "-m", "tests.gather.killer", str(at), *map(str, words)]
    return subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)


def calls_of(*words) -> int:
    done = killed(0, *words)
    assert done.returncode == 0, done.stderr
    return int(done.stderr.rsplit("calls ", 1)[1])


def points(many: int, tries: int) -> list[int]:
    """Spread the tries over the calls; the last ones are where things are put in their place."""
    return sorted({*(1 + many * n // tries for n in range(tries)), *range(many - 4, many)})


def goes_through(place, folder, tmp_path, *, tries):
    """Kill at each point, with an older version of one room there already; give how many were there after each."""
    rooms = keep_rooms(folder, 3, applications=2)
    assert run(folder / "room-00001", "--into", place.into).exit_code == 0
    older = place.tables()
    rooms[0].do(seal())
    rooms[0].keep(folder / "room-00001")
    whole, copy = reference(folder, tmp_path), backup(place, tmp_path)
    seen = []
    for at in points(calls_of(folder, "--into", place.into), tries):
        restore(place, copy, older)
        assert killed(at, folder, "--into", place.into).returncode == -9
        tables = found(place)
        for key in {row[0] for rows in tables.values() for row in rows}:
            mine = {name: [row for row in rows if row[0] == key] for name, rows in tables.items()}
            assert mine in (only(whole, key), only(older, key)), (at, key)
        assert older["session"][0][0] in {row[0] for row in tables["session"]}
        seen.append(len(tables["session"]))
        done = run(folder, "--into", place.into)
        assert done.exit_code == 0, (at, done.output)
        assert place.tables() == whole, at
    return seen


def seal():
    from sessions import commands as c

    return c.Seal()


def only(tables, key):
    return {name: [row for row in rows if row[0] == key] for name, rows in tables.items()}


def reference(folder, tmp_path):
    from tests.gather.places import Duck

    whole = Duck(tmp_path / "whole.duckdb")
    assert run(folder, "--into", whole.into).exit_code == 0
    return whole.tables()


def backup(place, tmp_path):
    if isinstance(place.into, str):
        return None
    copy = tmp_path / "copy"
    shutil.copytree(place.into, copy) if place.into.is_dir() else shutil.copy(place.into, copy)
    return copy


def restore(place, copy, older):
    """Put the place back to where only the older version of the one room is there."""
    if copy is None:
        place.ask("".join(f"DELETE FROM panel_tui.{name} WHERE session_id <> '';" for name in older))
        for name, rows in older.items():
            if rows:
                place.fill(name, rows)
    elif copy.is_dir():
        shutil.rmtree(place.into)
        shutil.copytree(copy, place.into)
    else:
        place.into.with_suffix(".duckdb.wal").unlink(missing_ok=True)
        shutil.copy(copy, place.into)


def found(place):
    """Read what a kill left; between the two renames the folder has its older name, and is whole."""
    if isinstance(place, Parquet) and "panel_tui" not in there(place.into):
        assert ".panel_tui.older" in there(place.into)
        shutil.copytree(place.into / ".panel_tui.older", place.into / "panel_tui")
        try:
            return place.tables()
        finally:
            shutil.rmtree(place.into / "panel_tui")
    return place.tables()


def test_killed_here_and_there_a_room_is_whole_or_absent(place, tmp_path):
    seen = goes_through(place, tmp_path / "rooms", tmp_path, tries=5)
    assert set(seen) <= {1, 2, 3}


@pytest.mark.slow
def test_killed_at_forty_points_a_room_is_whole_or_absent(place, tmp_path):
    seen = goes_through(place, tmp_path / "rooms", tmp_path, tries=40)
    assert {1, 3} <= set(seen)
