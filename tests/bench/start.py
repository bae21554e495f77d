"""How soon it is there: the wall beside an empty Textual app, the commands beside `import click`.

`python -m tests.bench start`. Whole processes, in turn, in a real terminal where something is drawn.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sessions.model.phases import Phase
from tests.bench.hall import TITLE, arrived, write_folder
from tests.bench.stage import ROOT, Terminal, free_port
from tests.bench.table import Row, ratio_row

TURNS = 9
EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("an empty wall")
Empty().run()
"""
CLI = "import sys; from panel_tui.cli import main; sys.argv[0] = 'panel-tui'; main()"


def until_drawn(command: list[str], words: bytes) -> float:
    """Start a program in a terminal; give the seconds until it has drawn these words."""
    terminal = Terminal(command)
    try:
        return terminal.until(words) - terminal.began
    finally:
        terminal.kill()


def until_done(command: list[str]) -> float:
    """Run a program; give its seconds."""
    began = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    return time.perf_counter() - began


def in_turn(ours: Callable[[], float], theirs: Callable[[], float]) -> list[float]:
    """Take both in turn; give the ratios, the first pair left out as a warm-up."""
    return [ours() / theirs() for _ in range(TURNS + 1)][1:]


def measured(folder: Path) -> list[Row]:
    """Measure. The warm-up leaves our modules compiled, as pip leaves everyone's."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    day = write_folder(folder / "day", seats=12, applications=11)
    asyncio.run(arrived(folder / "begun", seats=12, applications=11, phase=Phase.INTRODUCE))
    python = sys.executable

    def run(which: str) -> Callable[[], float]:
        port = str(free_port())
        command = [python, "-c", CLI, "run", str(folder / which), "--host", "127.0.0.1", "--port", port]
        return lambda: until_drawn(command, TITLE.encode() if which == "day" else b"Application number 1")

    empty = lambda: until_drawn([python, "-c", EMPTY], b"an empty wall")  # noqa: E731 - one of a row of such
    click = lambda: until_done([python, "-c", "import click"])  # noqa: E731
    return [
        ratio_row("`run` to the first drawn wall", "an empty Textual app", in_turn(run("begun"), empty), most=1.4),
        ratio_row(
            "`panel-tui --help`", "python -c \"import click\"",
            in_turn(lambda: until_done([python, "-c", CLI, "--help"]), click), most=1.4,
        ),
        ratio_row(
            "`panel-tui check`", "python -c \"import click\"",
            in_turn(lambda: until_done([python, "-c", CLI, "check", str(day)]), click), most=2.5,
        ),
    ]  # fmt: skip


def rows(folder: Path | None = None) -> list[Row]:
    """Run it."""
    with tempfile.TemporaryDirectory(dir=folder) as made:
        return measured(Path(made))
