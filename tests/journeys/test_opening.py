"""The program started alone, in a real terminal: a spreadsheet becomes a day, the day is checked and run, and left."""

import subprocess
from pathlib import Path

import pytest

from tests.journeys.terminal import Terminal, panel_tui


@pytest.fixture
def home(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    (home / "Our asks.csv").write_text('Name,Amount Requested\n"Tea \x1b]0;owned\x07[/]",500\nLunch,700\n')
    return home


@pytest.fixture
def terminal(home):
    start = f"cd {home} && exec {' '.join(panel_tui())}"
    terminal = Terminal("sh", "-c", start, home=home)
    yield terminal
    terminal.close()


def test_from_a_spreadsheet_to_a_day_that_runs(terminal, home):
    terminal.wait_for("Panel days on this laptop", "None yet.")
    terminal.press("n")
    terminal.wait_for("Which spreadsheet?", "Our asks.csv")
    terminal.press("Enter")
    terminal.wait_for("What shall the day's folder be called?", "our-asks")
    terminal.press("Enter")
    terminal.wait_for("Which column holds the title of each application?")
    terminal.press("Enter")
    terminal.wait_for("2 applications, £1,200 asked. Make the folder like this?")
    terminal.press("Enter")
    terminal.wait_for("The day is made", "our-asks")
    terminal.press("Escape")
    terminal.wait_for("~/our-asks", "not begun")
    terminal.press("c")
    terminal.wait_for("What we found in the folder", "Applications: 2.")
    terminal.press("Escape")
    terminal.wait_for("Try the ready-made day")
    terminal.press("r")
    terminal.wait_for("0 of 12 of us are here")
    terminal.press("q")
    terminal.wait_for("Everything is kept")
    terminal.press("Enter")
    terminal.wait_for("Panel days on this laptop", "not begun", "Everything is kept.")
    terminal.press("q")
    terminal.wait_gone()
    assert (home / "our-asks" / "record.jsonl").exists()
    assert "\x1b" not in terminal.screen


def test_elsewhere_than_at_a_terminal_it_prints_the_help(tmp_path):
    done = subprocess.run(panel_tui(), capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0
    assert "Usage: panel-tui" in done.stdout
    assert "rehearse" in done.stdout


@pytest.mark.parametrize("words", [("--help",), ("check", "FOLDER")])
def test_what_needs_no_screen_never_loads_one(tmp_path, words):
    from tests.journeys.small_session import small_session

    folder = small_session(tmp_path / "panel")
    asked = [str(folder) if word == "FOLDER" else word for word in words]
    script = (
        f"import sys; sys.argv = ['panel-tui', *{asked!r}]\n"
        "from panel_tui.cli import main\n"
        "try:\n    main()\nexcept SystemExit as done:\n    assert not done.code\n"
        "heavy = {'textual', 'starlette', 'uvicorn', 'httpx'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    python = Path(panel_tui()[0]).with_name("python")
    done = subprocess.run(
        [python, "-c", script], capture_output=True, text=True, check=False, env={"HOME": str(tmp_path)}
    )
    assert done.returncode == 0, done.stderr
