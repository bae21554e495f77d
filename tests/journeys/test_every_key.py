"""Every key of the contract, pressed in a real terminal on a rehearsed day, the window resized on the way."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.small_session import small_session
from tests.journeys.terminal import Terminal, panel_tui

PRESSES = {  # a key, and what stands on the wall once it has done its work
    "NPage": "Thank you for coming",
    "Right": "Next quiet reading",
    "z": "Thank you for coming",
    "Space": "Next quiet reading",
    "t": "a break Next",
    "BSpace": "a break Next",  # no key of ours: nothing happens
}


@pytest.fixture
def wall(tmp_path: Path) -> Iterator[Terminal]:
    folder = small_session(tmp_path / "panel", seats=6, more="quorum = 1")
    asked = ("--keep", tmp_path / "kept", "--seed", 4, "--speed", 500, "--host", "127.0.0.1", "--port", 0)
    wall = Terminal(*panel_tui("rehearse", folder, *asked), home=tmp_path)
    try:
        wall.wait_for("6 of 6 of us are here")
        yield wall
    finally:
        wall.close()


def resized(wall: Terminal, width: int, height: int) -> None:
    subprocess.run(
        ["tmux", "-L", wall.name, "resize-window", "-x", str(width), "-y", str(height)],
        check=True,
        capture_output=True,
    )


def asked_and_left(wall: Terminal, key: str, title: str, back_to: str) -> None:
    """Press a key that asks something, see that it does, and go back."""
    wall.press(key)
    wall.wait_for(title)
    wall.press("Escape")
    wall.wait_for(back_to, without=title)


def test_every_key_of_the_contract_does_its_work_at_any_size(wall: Terminal) -> None:
    for key, words in PRESSES.items():
        wall.press(key)
        wall.wait_for(words)
    wall.press("NPage")
    wall.wait_for("Next quiet reading")
    wall.press("NPage")
    wall.wait_for("Quiet reading", "3 minutes left")
    wall.press("PPage")
    wall.wait_for("Looking back", "Next quiet reading")
    wall.press("Left")
    wall.wait_for("Looking back", "Thank you for coming")
    wall.press("Right")
    wall.wait_for("Looking back", "Next quiet reading")
    wall.press("Space")
    wall.wait_for("Quiet reading", "3 minutes left")

    resized(wall, 60, 20)
    wall.wait_for("Next scoring opens", without="home by")  # the narrow wall leaves that out
    wall.press("+")
    wall.wait_for("4 minutes left")
    wall.press("-")
    wall.wait_for("3 minutes left")
    for key in (".", "b"):
        wall.press(key)
        wall.wait_for("Press b to")
        wall.press(key)
        wall.wait_for("Next scoring opens", without="Press b to")

    resized(wall, 120, 40)
    wall.wait_for("home by")
    asked_and_left(wall, "x", "Who steps out", "Next scoring opens")
    asked_and_left(wall, "n", "A note for the record", "Next scoring opens")
    asked_and_left(wall, "r", "We decide after that", "Next scoring opens")
    asked_and_left(wall, "m", "agenda", "Next scoring opens")
    asked_and_left(wall, "p", "Paper", "Next scoring opens")
    asked_and_left(wall, "?", "PageDown", "Next scoring opens")
    asked_and_left(wall, "F1", "PageDown", "Next scoring opens")
    asked_and_left(wall, "C-p", "A device to hand round", "Next scoring opens")
    asked_and_left(wall, "v", "nothing here to set aside", "Next scoring opens")

    resized(wall, 80, 24)
    asked_and_left(wall, "q", "Leave the wall?", "Next scoring opens")
    wall.press("q")
    wall.wait_for("Leave the wall?")
    wall.press("Enter")
    wall.wait_gone()
    assert "panel-tui run" in wall.farewell
