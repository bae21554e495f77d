"""The lobby's square on a real terminal, photographed and read by a reader that is not ours."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from screens.wall import themes
from tests.wall.posters import LINK

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("Xvfb", "xterm", "import")
PATIENCE = 30
pytestmark = pytest.mark.skipif(not all(map(shutil.which, NEEDED)), reason=f"needs {', '.join(NEEDED)}")


@pytest.fixture(scope="module")
def display():
    """An X display of our own, on a number the server picks."""
    readable, writable = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writable), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=[writable],
        stderr=subprocess.DEVNULL,
    )
    os.close(writable)
    ready, _, _ = select.select([readable], [], [], PATIENCE)
    assert ready, "Xvfb did not start"
    number = os.read(readable, 16).decode().strip()
    yield f":{number}"
    server.terminate()
    server.wait()
    os.close(readable)  # not before: the server still writes to it


def photographed(display: str, to: Path) -> Image.Image:
    subprocess.run(["import", "-display", display, "-window", "root", str(to)], check=True)
    return Image.open(to).convert("L")


@pytest.mark.parametrize("theme", themes.NAMES)
def test_the_square_is_read_from_a_real_terminal(display, theme, tmp_path):
    environment = {**os.environ, "DISPLAY": display, "PYTHONPATH": str(ROOT), "COLORTERM": "truecolor"}
    command = [sys.executable, "-m", "tests.wall.show", "lobby", "--theme", theme]
    look = ["-fa", "DejaVu Sans Mono", "-fs", "12", "-geometry", "80x24+0+0", "-b", "0"]
    terminal = subprocess.Popen(["xterm", *look, "-e", *command], env=environment, cwd=ROOT)
    found: list[str] = []
    try:
        end = time.monotonic() + PATIENCE
        while not found and time.monotonic() < end:
            picture = photographed(display, tmp_path / "wall.png")
            found = [one.text for one in zxingcpp.read_barcodes(picture, try_invert=False)]
    finally:
        terminal.terminate()
        terminal.wait()
    assert found == [LINK]
