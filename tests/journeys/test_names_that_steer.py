"""A folder or a file may be called anything; none of it steers the terminal that names it."""

import ast
import sys
from pathlib import Path

import pytest

import panel_tui.cli
from panel_tui.cli import panel_tui as commands
from panel_tui.cli.output import cleaned, plainly
from panel_tui.demo import copy_demo
from panel_tui.desk.connection_note import ConnectionNote, leave
from panel_tui.record.sidecar_files import RECORD

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no file can have such a name there")
STEER = "\x1b[2J\x1b]0;taken\x07"


@pytest.fixture(autouse=True)
def ours(tmp_path, monkeypatch):
    """Data and running folders of one's own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))


@pytest.fixture
def said(capfd):
    """Run a command, and give all it says."""

    def said(*words):
        plainly(lambda: commands.main([str(word) for word in words], "panel-tui", standalone_mode=False))
        return "".join(capfd.readouterr())

    return said


def plain(words):
    return words.replace("\n", "").isprintable()


@pytest.mark.parametrize(
    "rows", ["title,asked\nTea,100\n", "title,asked\nTea,many\n"], ids=["made", "refused"]
)
def test_a_spreadsheet_and_the_folder_made_from_it(tmp_path, said, rows):
    sheet = tmp_path / f"a{STEER}.csv"
    sheet.write_text(rows)
    words = said("new", tmp_path / f"day{STEER}", "--from", sheet)
    assert "from a[2J]0;taken.csv" in words
    assert plain(words)


@pytest.mark.parametrize("command", ["check", "export", "verify", "seal", "desk", "run"])
def test_a_folder_that_is_not_there(tmp_path, said, command):
    words = said(command, tmp_path / f"day{STEER}")
    assert "day[2J" in words
    assert plain(words)


def test_a_folder_whose_day_is_checked_and_whose_record_is_not_one(tmp_path, said):
    folder = tmp_path / f"day{STEER}"
    copy_demo(folder)
    assert plain(said("check", folder))
    (folder / RECORD).write_text("{}")
    assert plain(said("verify", folder))


@pytest.mark.parametrize(
    "given", [["--map", f"x{STEER}"], [f"--{STEER}"], [STEER, STEER]], ids=["map", "option", "argument"]
)
def test_a_command_that_is_mistyped(tmp_path, said, given):
    words = said("new", tmp_path / "day", "--from", tmp_path / "a.csv", *given)
    assert "taken" in words
    assert plain(words)


def test_two_sessions_that_the_desk_may_mean(tmp_path, said):
    leave(ConnectionNote(str(tmp_path / f"one{STEER}"), 1, "k"))
    leave(ConnectionNote(str(tmp_path / f"two{STEER}"), 2, "k"))
    words = said("desk")
    assert "one[2J" in words
    assert "two[2J" in words
    assert plain(words)


def test_lines_stay_lines_however_many():
    words = "\n".join(f"line {n}" for n in range(5_000))
    assert cleaned(words) == words


def test_no_command_speaks_past_the_one_door():
    past = [
        f"{file.name}:{node.lineno}"
        for file in Path(panel_tui.cli.__file__).parent.glob("*.py")
        if file.name not in ("output.py", "__init__.py")  # there it is click's own help
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("echo", "prompt", "confirm", "secho")
    ]
    assert past == []
