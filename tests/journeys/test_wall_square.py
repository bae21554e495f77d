"""The lobby's squares on a real terminal, photographed and read by three readers that are none of ours.

The terminal is an xterm, with nothing between it and the wall: tmux would draw the cells its own way.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from screens.wall import themes
from tests.journeys.decoders import DECODERS
from tests.journeys.display import Display
from tests.needs import needs
from tests.wall.posters import LINK, WIFI

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60  # seconds; a busy machine takes some of them to start the terminal and the wall
SIZES = {"80x24": 12, "120x40": 14}  # cells, and the size of the letters that fits the screen
pytestmark = needs("Xvfb", "xterm", "import")


@pytest.fixture(scope="module")
def display():
    """A screen that nobody looks at."""
    screen = Display()
    yield screen.name
    screen.close()


@contextmanager
def lobby(display: str, size: str, theme: str, *more: str) -> Iterator[None]:
    """Show the lobby in an xterm of this size."""
    environment = {**os.environ, "DISPLAY": display, "PYTHONPATH": str(ROOT), "COLORTERM": "truecolor"}
    command = [sys.executable, "-m", "tests.wall.show", "lobby", "--theme", theme, *more]
    look = ["-fa", "DejaVu Sans Mono", "-fs", str(SIZES[size]), "-geometry", f"{size}+0+0", "-b", "0"]
    terminal = subprocess.Popen(["xterm", *look, "-e", *command], env=environment, cwd=ROOT)
    try:
        yield
    finally:
        terminal.terminate()
        terminal.wait()


def photographed(display: str, to: Path) -> Image.Image:
    subprocess.run(["import", "-display", display, "-window", "root", str(to)], check=True)
    return Image.open(to).convert("L")


def read_by_all(display: str, kept: Path, wanted: set[str]) -> dict[str, set[str]]:
    """Photograph until the wall is drawn; give what each reader read of what was wanted."""
    end = time.monotonic() + PATIENCE
    found: dict[str, set[str]] = {}
    while found != dict.fromkeys(DECODERS, wanted) and time.monotonic() < end:
        picture = photographed(display, kept / "wall.png")
        found = {name: decode(picture) & wanted for name, decode in DECODERS.items()}
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", themes.NAMES)
def test_three_readers_read_the_square_to_join(display, theme, size, tmp_path):
    with lobby(display, size, theme):
        assert read_by_all(display, tmp_path, {LINK}) == {name: {LINK} for name in DECODERS}


@pytest.mark.parametrize("size", SIZES)
def test_three_readers_read_the_wi_fi_s_square(display, size, tmp_path):
    with lobby(display, size, themes.NAMES[0], "--wifi-first"):
        assert read_by_all(display, tmp_path, {WIFI}) == {name: {WIFI} for name in DECODERS}
