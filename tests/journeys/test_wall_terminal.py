"""The wall on a real terminal: 80 by 24 under tmux, keys sent as a keyboard sends them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from panel_tui.facilitator.step_keys import SEEN
from tests.needs import needs
from tests.wall.big import drawn_words
from tests.wall.posters import POSTERS

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30  # seconds a slow machine may take for one screen
pytestmark = needs("tmux")


class Terminal:
    """A tmux server of its own, with the wall in it."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.socket = str(folder / "tmux")
        self.raw = folder / "raw"
        command = [sys.executable, "-m", "tests.wall.show", *arguments]
        self.tmux("new-session", "-d", "-x", "80", "-y", "24", "-s", "wall", "cat")
        self.tmux("set-option", "-g", "remain-on-exit", "on")
        self.tmux("pipe-pane", "-t", "wall", f"cat > '{self.raw}'")
        self.tmux("respawn-pane", "-k", "-t", "wall", "-c", str(ROOT), *command)

    def tmux(self, *arguments: str) -> str:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLORTERM": "truecolor"}
        done = subprocess.run(
            ["tmux", "-f", "/dev/null", "-S", self.socket, *arguments],
            capture_output=True,
            check=True,
            env=environment,
        )
        return done.stdout.decode()

    def press(self, *keys: str) -> None:
        if keys[0] == "PageDown":
            select_for(SEEN + 0.1)  # a step is for what has been up to be seen
        self.tmux("send-keys", "-t", "wall", *keys)

    def screen(self, *, escapes: bool = False) -> str:
        return self.tmux("capture-pane", "-p", *(["-e"] if escapes else []), "-t", "wall")

    def until(self, words: str) -> str:
        """Wait for words to be on the screen."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            screen = self.screen()
            if words in screen or words in " ".join(drawn_words(screen.splitlines())):
                return screen
            select_for(0.05)
        raise AssertionError(f"never saw {words!r}:\n{screen}")

    def close(self) -> None:
        self.tmux("kill-server")


def select_for(seconds: float) -> None:
    """Let the terminal draw; there is no event to wait for on a screen."""
    import select

    select.select([], [], [], seconds)


@pytest.fixture
def terminal(tmp_path):
    opened = []

    def start(*arguments: str) -> Terminal:
        opened.append(Terminal(tmp_path, *arguments))
        return opened[-1]

    yield start
    for one in opened:
        one.close()


def test_a_clicker_alone_takes_the_room_through_the_day(terminal):
    wall = terminal("lobby", "practice", "scoring", "reveal", "ballot", "outcome", "thanks")
    wall.until("9 of 12 of us are here")
    for words in (
        "Have a go",
        "Scoring is open",
        "On one question we are split",
        "A secret ballot is open",
        "We agree: yes",
    ):
        wall.press("PageDown")
        if words == "A secret ballot is open":
            wall.press("PageDown")  # the first one showed the rest of the questions
        wall.until(words)
    wall.press("PageUp")
    wall.until("Looking back")
    wall.press("PageDown")
    wall.until("We agree: yes")
    for _ in range(8):  # the outcome has further pages
        if "Thank you" not in wall.screen():
            wall.press("PageDown")
            select_for(0.4)
    wall.until("Thank you")


def test_leaving_gives_the_terminal_back(terminal):
    wall = terminal("scoring")
    wall.until("Scoring is open")
    wall.press("q")
    wall.until("Leave the wall?")
    wall.press("Enter")
    wall.until("left")
    assert "Take your time." not in wall.screen()


def test_what_is_typed_for_a_paper_slip_never_reaches_the_terminal(terminal):
    wall = terminal("scoring")
    wall.until("Scoring is open")
    wall.press("p", "Down", "Down", "Down", "Enter")
    wall.until("First reading")
    before = wall.raw.stat().st_size
    wall.press("5", "4")
    wall.until("•")
    wall.press("2", "9", "Enter")
    wall.until("Second reading")
    sent = wall.raw.read_bytes()[before:].decode()
    shown = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", sent)
    assert "•" in shown
    assert not re.search(r"\b(5|29)\b", shown.replace("1 to 5", "")), shown


def test_hostile_words_send_no_control_byte_to_the_terminal(terminal):
    wall = terminal("--hostile")
    wall.until("[@click=app.quit]x[/]")
    for _ in POSTERS:
        wall.press("PageDown")
        select_for(0.15)
        assert not set(wall.screen()) & set("\x1b\x07\x85\x9b\u202e\u2066\u2069\u200f\u061c")
    # Textual itself asks for the plain mouse pointer, once; nothing else may ring or rename the terminal
    sent = wall.raw.read_bytes().decode().replace("\x1b]22;default\x07", "")
    assert "\x1b]0;owned" not in sent
    assert "\x07" not in sent
    assert not re.search("[\x80-\x9f\u202a-\u202e\u2066-\u2069]", sent)
    assert "\x1b[31mred" not in sent
    wall.press("q")
    wall.until("Leave the wall?")
