"""What is read in at a start: only what was asked for, so that whoever starts the program need not wait."""

import subprocess
import sys

import pytest

import panel_tui.folder
import panel_tui.record
from panel_tui.cli import PLACES
from panel_tui.cli import panel_tui as commands
from sessions.wording import say
from tests.journeys.small_session import small_session


def read_in(code, *words):
    """Run this with these words on its command line; give the modules that were read in."""
    told = f"import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr))\n{code}"
    done = subprocess.run([sys.executable, "-c", told, *words], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


CLI = "from panel_tui.cli import main; main()"


def test_help_reads_in_no_command_and_nothing_that_one_needs():
    found = read_in(CLI, "--help")
    assert "panel_tui.cli" in found
    assert not found & {
        "asyncio",
        "msgspec",
        "panel_tui.record",
        "panel_tui.cli.export_verify_seal",
        "panel_tui.cli.day",
    }


def test_a_check_reads_in_neither_the_rules_nor_the_record(tmp_path):
    found = read_in(CLI, "check", str(small_session(tmp_path / "day", seats=5, titles=("Warm Lunches",))))
    assert "panel_tui.folder.session_folder" in found
    assert not found & {"asyncio", "sessions.decide", "panel_tui.record.record", "textual"}


def test_a_wall_needs_nothing_that_sheets_are_read_with():
    found = read_in("import panel_tui.running.run")
    assert "panel_tui.facilitator.wall_app" in found
    assert not found & {
        "panel_tui.folder.session_folder",
        "panel_tui.folder.spreadsheet.judge",
        "panel_tui.web.app",
    }


@pytest.mark.parametrize("name", PLACES)
def test_the_list_of_commands_says_what_each_says_itself(name):
    assert (commands.commands[name].name, commands.commands[name].help) == (name, say(PLACES[name].help))


@pytest.mark.parametrize("package", [panel_tui.folder, panel_tui.record])
def test_a_package_has_each_name_it_promises_and_no_other(package):
    assert all(getattr(package, name).__name__ == name for name in package.__all__)
    with pytest.raises(AttributeError):
        _ = package.nothing_of_the_kind
