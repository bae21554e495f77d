"""What only shows at a terminal: a question asked once, and how far a slow export is."""

import os
import subprocess
import sys

import pytest

from panel_tui.cli.output import Meter
from panel_tui.folder.open_data import open_data_in
from tests.exports.days import MORNING, whole_day
from tests.journeys.terminal import panel_tui

SETTINGS = 'title = "A panel"\npot = 1500\nseats = 6\n\n[[criterion]]\nkey = "c1"\nquestion = "Why?"\n'
ANSWERS = "GB-CHC-7\nA fund\n360G-fund\n"


@pytest.fixture
def folder(tmp_path):
    folder = whole_day().keep(tmp_path / "s")
    (folder / "session.toml").write_text(SETTINGS, encoding="utf-8")
    return folder


def export(folder, *, typed=""):
    """Export for 360Giving from a real terminal, with this typed into it."""
    ours, theirs = os.openpty()
    try:
        os.write(ours, typed.encode())
        return subprocess.run(
            panel_tui("export", folder, "--format", "360giving"),
            stdin=theirs, capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
    finally:
        os.close(ours)
        os.close(theirs)


@pytest.mark.skipif(sys.platform == "win32", reason="terminals are made another way there")
def test_what_360giving_needs_is_asked_for_once_and_remembered(folder):
    first = export(folder, typed=ANSWERS)

    assert first.returncode == 0, first.stderr
    assert "360Giving asks for three things" in first.stdout
    assert (folder / "exports" / "360giving.json").exists()
    assert open_data_in(folder).prefix == "360G-fund"

    again = export(folder)

    assert again.returncode == 0, again.stderr
    assert "asks for three things" not in again.stdout


def test_elsewhere_nothing_is_asked_and_the_setting_is_named(folder):
    command = panel_tui("export", folder, "--format", "360giving")
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "[open_data]" in done.stderr
    assert "session.toml" in done.stderr
    assert not (folder / "exports").exists()


class Hands:
    """A clock that is moved by hand."""

    def __init__(self):
        self.at = MORNING

    def now(self):
        return self.at

    def wait(self, **time):
        import datetime as dt

        self.at += dt.timedelta(**time)


class Screen:
    """A terminal's error stream, or what goes into a file."""

    def __init__(self, *, terminal):
        self.terminal, self.text = terminal, ""

    def isatty(self):
        return self.terminal

    def write(self, text):
        self.text += text

    def flush(self):
        pass


@pytest.fixture
def clock():
    return Hands()


def test_a_quick_export_shows_no_line(clock, monkeypatch):
    screen = Screen(terminal=True)
    monkeypatch.setattr(sys, "stderr", screen)
    meter = Meter(clock)
    for done in range(3):
        clock.wait(milliseconds=300)
        meter(done, 3, "csv")
    meter.clear()

    assert screen.text == ""


def test_a_slow_one_says_how_far_it_is_and_takes_the_line_away(clock, monkeypatch):
    screen = Screen(terminal=True)
    monkeypatch.setattr(sys, "stderr", screen)
    meter = Meter(clock)
    clock.wait(seconds=2)
    meter(1, 7, "xlsx")
    meter(1, 7, "xlsx")
    meter.clear()

    first, *rest = screen.text.lstrip("\r").split("\r")
    assert first == "Making xlsx, 2 of 7 …"
    assert "".join(rest).strip() == ""


def test_nothing_of_it_goes_into_a_file(clock, monkeypatch):
    screen = Screen(terminal=False)
    monkeypatch.setattr(sys, "stderr", screen)
    meter = Meter(clock)
    clock.wait(seconds=2)
    meter(1, 7, "xlsx")

    assert screen.text == ""
