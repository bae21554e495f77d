"""Whatever befalls an export of everything, each file is there whole, old or new, and the session is unharmed."""

import errno
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from panel_tui.exports import ExportRefused, placing
from panel_tui.exports import letter_files as letters_module
from panel_tui.exports.placing import UNFINISHED
from sessions.model.session import OpenData
from tests.exports.days import Day, everyone, panel, whole_day
from tests.exports.made import exported
from tests.journeys.terminal import panel_tui

IDS = OpenData("GB-CHC-1", "360G-x", "A fund")
TEXT_FORMATS = ["csv", "xlsx", "json", "html", "360giving", "pabulib", "letters"]


def a_day(**more):
    day = Day(panel(open_data=IDS, **more)).score("A01", everyone(6, c1=4, c2=5)).reveal("A01")
    return day.end()


def files(folder):
    """Give every whole file of a folder by name, what is unfinished left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not any(part.startswith(UNFINISHED) for part in path.relative_to(folder).parts)
    }


@pytest.fixture
def session(tmp_path):
    return a_day().keep(tmp_path / "s")


def test_a_disk_that_fills_up_at_any_file_leaves_all_as_it_was(session, tmp_path, monkeypatch):
    monkeypatch.setattr(letters_module, "can_press", lambda: False)  # its many pages are pressed elsewhere
    where = exported(session, tmp_path / "out", TEXT_FORMATS).folder
    before, record = files(where), (session / "record.jsonl").read_bytes()
    assert len(before) > 14
    write = placing._write
    for full_at in range(len(before)):
        count = iter(range(len(before)))

        def fills_up(one, desk, count=count, full_at=full_at):
            if next(count) == full_at:
                parts = iter(one.parts)
                (desk / "half").write_bytes(next(parts, b""))
                raise OSError(errno.ENOSPC, "No space left on device")
            return write(one, desk)

        monkeypatch.setattr(placing, "_write", fills_up)
        with pytest.raises(ExportRefused, match="no room left"):
            exported(session, where, TEXT_FORMATS, seed=2)
        assert files(where) == before
        assert [path.name for path in where.iterdir() if path.name.startswith(UNFINISHED)] == []
    assert (session / "record.jsonl").read_bytes() == record


@pytest.mark.skipif(sys.platform == "win32", reason="such a limit is set another way there")
def test_a_real_limit_on_what_may_be_written_is_said_in_plain_words(session):
    """The laptop itself refuses the bytes: the largest file that may be written is two kilobytes."""

    def little_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (2048, 2048))

    record = (session / "record.jsonl").read_bytes()
    bare = {
        **os.environ,
        "PYTHONDONTWRITEBYTECODE": "1",
    }  # Python itself would leave modules cut to two kilobytes
    done = subprocess.run(
        panel_tui("export", session),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=little_room,
        env=bare,
    )

    assert done.returncode == 1
    assert "no room left" in done.stderr
    assert "Traceback" not in done.stderr
    assert files(session / "exports") == {}
    assert (session / "record.jsonl").read_bytes() == record


DIES = """
import os, random, signal, sys
from pathlib import Path
from panel_tui.exports import export_all, placing

session, where, step, at = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
real, calls = getattr(placing, step), iter(range(1000))

def dies(*how):
    if next(calls) == at:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*how)

setattr(placing, step, dies)
export_all(session, where, sys.argv[5].split(","), seats=False, public=False, draw=random.Random(2))
"""
POINTS = [("_write", 0), ("_write", 8), ("_write", 14), ("_move_in", 0), ("_move_in", 7), ("_sync_folder", 0)]
EVERY_POINT = [(step, n) for step in ("_write", "_move_in") for n in range(14)]


def killed(session, where, step, at):
    """Kill an export at a point, and hold what it leaves against what was there and what was to come."""
    old = files(exported(session, where, TEXT_FORMATS, seed=1).folder)
    new = files(exported(session, where.with_name("new"), TEXT_FORMATS, seed=2).folder)
    arguments = [str(session), str(where), step, str(at), ",".join(TEXT_FORMATS)]
    died = subprocess.run([sys.executable, "-c", DIES, *arguments], check=False, cwd=Path.cwd())
    assert died.returncode == -9

    left = files(where)
    assert set(left) <= set(old)
    for name, bytes_ in left.items():
        assert bytes_ in (old[name], new[name]), name
    assert {name for name in old if "/" not in name} <= set(left)

    again = exported(session, where, TEXT_FORMATS, seed=2)
    assert files(where) == new
    assert not [path for path in where.iterdir() if path.name.startswith(UNFINISHED)]
    assert again.left_out == ()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal there")
@pytest.mark.parametrize(("step", "at"), POINTS)
def test_killed_in_the_middle_every_file_is_whole_and_the_next_export_puts_all_right(
    session, tmp_path, step, at
):
    killed(session, tmp_path / "out", step, at)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal there")
@pytest.mark.parametrize(("step", "at"), EVERY_POINT)
def test_killed_at_every_point(session, tmp_path, step, at):
    killed(session, tmp_path / "out", step, at)


def test_an_export_changes_nothing_in_the_session(tmp_path):
    folder = whole_day().keep(tmp_path / "s")
    before = files(folder)

    exported(folder, tmp_path / "out")

    assert files(folder) == before
