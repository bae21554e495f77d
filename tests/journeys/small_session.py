"""A session folder of five seats and two applications, and the keys of its printed cards."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tests.journeys.terminal import panel_tui

SESSION = """
title = "A small panel"
pot = 1000
seats = {seats}
{more}

[[criterion]]
key = "reach"
question = "Will it reach people?"

[[criterion]]
key = "able"
question = "Can they do it?"

[[step]]
kind = "welcome"
minutes = 5

[[step]]
kind = "applications"
minutes = 15

[[step]]
kind = "budget"
minutes = 10

[[step]]
kind = "closing"
minutes = 5
"""


def small_session(
    folder: Path, *, seats: int = 5, titles=("Warm Lunches", "Doorstep Choirs"), more: str = ""
) -> Path:
    folder.mkdir()
    (folder / "session.toml").write_text(SESSION.format(seats=seats, more=more), encoding="utf-8")
    rows = "".join(f'"{title}",{500 + n}\n' for n, title in enumerate(titles))
    (folder / "applications.csv").write_text(f"title,asked\n{rows}", encoding="utf-8")
    return folder


def card_keys(folder: Path, to: Path, port: int) -> list[str]:
    """Print the cards and read each one's typed code off the sheet, as a member would."""
    command = panel_tui("print", folder, "--to", to, "--host", "127.0.0.1", "--port", port)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    sheet = (to / "cards.html").read_text(encoding="utf-8")
    codes = re.findall(r'<p class="code">([A-Z0-9-]+)</p>', sheet)
    assert codes, "the cards have codes to type"
    return codes
