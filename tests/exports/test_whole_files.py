"""An export is there whole, or not at all; what was there before stays until then."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from panel_tui.exports import ExportRefused
from panel_tui.exports.material import File
from panel_tui.exports.placing import UNFINISHED, place
from tests.exports.days import whole_day
from tests.exports.made import exported


def failing(problem):
    """Give half a file, then fail."""
    yield b"half of "
    raise problem


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_files_are_moved_in_whole(tmp_path):
    assert place([File("a.csv", [b"1", b"2"]), File("letters/A01.html", [b"3"])], tmp_path / "out") == (
        "a.csv",
        "letters/A01.html",
    )
    assert (tmp_path / "out" / "a.csv").read_bytes() == b"12"
    assert (tmp_path / "out" / "letters" / "A01.html").read_bytes() == b"3"
    assert names(tmp_path / "out") == ["a.csv", "letters"]


@pytest.mark.parametrize(
    "problem", [OSError(errno.ENOSPC, "full"), OSError(errno.EIO, "broken"), ValueError("a bug")]
)
def test_a_writer_that_fails_in_the_middle_leaves_what_was_there(tmp_path, problem):
    place([File("a.csv", [b"old"]), File("b.csv", [b"old"])], tmp_path)

    with pytest.raises((ExportRefused, ValueError)):
        place([File("a.csv", [b"new"]), File("b.csv", failing(problem))], tmp_path)

    assert names(tmp_path) == ["a.csv", "b.csv"]
    assert [(tmp_path / name).read_bytes() for name in names(tmp_path)] == [b"old", b"old"]


def test_a_full_disk_is_said_in_plain_words(tmp_path):
    with pytest.raises(ExportRefused, match="no room left"):
        place([File("a.csv", failing(OSError(errno.ENOSPC, "full")))], tmp_path)


KILLED = """
import os, signal, sys
from pathlib import Path
from panel_tui.exports.material import File
from panel_tui.exports.placing import place

def parts():
    yield b"new " * 100_000
    os.kill(os.getpid(), signal.SIGKILL)

place([File("a.csv", [b"new"]), File("b.csv", parts())], Path(sys.argv[1]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal there")
def test_a_program_killed_in_the_middle_leaves_only_whole_files_and_the_next_export_tidies_up(tmp_path):
    place([File("a.csv", [b"old"]), File("b.csv", [b"old"])], tmp_path)

    died = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False, cwd=Path.cwd())

    assert died.returncode == -9
    seen = [name for name in names(tmp_path) if not name.startswith(UNFINISHED)]
    assert [(name, (tmp_path / name).read_bytes()) for name in seen] == [("a.csv", b"old"), ("b.csv", b"old")]
    place([File("a.csv", [b"newer"])], tmp_path)
    assert names(tmp_path) == ["a.csv", "b.csv"]


def test_a_folder_of_files_is_replaced_as_one(tmp_path):
    place([File("letters/A01.html", [b"old"]), File("letters/A02.html", [b"old"])], tmp_path)

    place([File("letters/A01.html", [b"new"])], tmp_path)

    assert names(tmp_path / "letters") == ["A01.html"]
    assert names(tmp_path) == ["letters"]


def test_no_link_is_followed(tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"precious")
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.csv").symlink_to(elsewhere)
    (tmp_path / "link").symlink_to(out)

    place([File("a.csv", [b"new"])], out)
    with pytest.raises(ExportRefused, match="link"):
        place([File("a.csv", [b"new"])], tmp_path / "link")

    assert elsewhere.read_bytes() == b"precious"
    assert not (out / "a.csv").is_symlink()


def test_other_files_in_the_folder_stay(tmp_path):
    folder = whole_day().keep(tmp_path / "s")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "holiday.txt").write_text("sun")

    exported(folder, tmp_path / "mine")

    assert (tmp_path / "mine" / "holiday.txt").read_text() == "sun"


@pytest.mark.skipif(sys.platform == "win32", reason="modes are another thing there")
def test_files_are_their_owners_alone(tmp_path):
    where = exported(whole_day().keep(tmp_path / "s")).folder

    modes = {(path.is_dir(), path.stat().st_mode & 0o777) for path in where.rglob("*")}
    assert modes == {(False, 0o600), (True, 0o700)}


def test_a_place_that_cannot_be_written_is_refused(tmp_path):
    (tmp_path / "a-file").write_bytes(b"1")

    with pytest.raises(ExportRefused, match="could not be written"):
        place([File("a.csv", [b"1"])], tmp_path / "a-file" / "out")


def test_a_file_in_the_folders_place_is_refused(tmp_path):
    (tmp_path / "out").write_bytes(b"1")

    with pytest.raises(ExportRefused, match="not a folder"):
        place([File("a.csv", [b"1"])], tmp_path / "out")
