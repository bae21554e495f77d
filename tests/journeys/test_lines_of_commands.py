"""What commands say, in a narrow terminal: lines break between words, and a command to copy stays whole."""

import subprocess

from tests.journeys.small_session import small_session
from tests.journeys.terminal import Terminal, panel_tui

WIDE = 50


def test_lines_break_between_words_and_another_program_gets_them_whole(tmp_path):
    folder = small_session(tmp_path / "panel")
    whole = subprocess.run(panel_tui("check", folder), capture_output=True, text=True, check=True).stdout
    assert max(map(len, whole.splitlines())) > WIDE, "there is something to break"

    lines = printed(tmp_path, "check", folder)
    assert " ".join(lines).split() == whole.split()
    assert max(map(len, lines)) < WIDE


def test_a_command_to_copy_stands_on_a_line_of_its_own(tmp_path):
    source = tmp_path / "applications.csv"
    source.write_text("ref,title,asked\nA1,Warm Lunches,500\n")
    lines = printed(tmp_path, "new", tmp_path / "our-panel", "--from", source)
    assert [line for line in lines if "panel-tui check" in line] == ["  panel-tui check our-panel"]


def printed(home, *words):
    """Run a command in a terminal, and give the lines it leaves there."""
    terminal = Terminal(*panel_tui(*words), home=home, size=(WIDE, 40))
    try:
        terminal.wait_gone()
        return terminal.farewell.partition("Pane is dead")[0].rstrip().splitlines()
    finally:
        terminal.close()
