"""A day of 12 members and 19 applications, headless at full speed, and where its time goes.

`python -m tests.bench day`.
"""

from __future__ import annotations

import os
import pstats
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.hall import write_folder
from tests.bench.road import shares
from tests.bench.stage import ROOT
from tests.bench.table import Row

MEMBERS, APPLICATIONS = 12, 19


def rows(folder: Path | None = None) -> list[Row]:
    """Run it once as it is, and once more under the profiler."""
    with tempfile.TemporaryDirectory(dir=folder) as made:
        day = write_folder(Path(made) / "day", seats=MEMBERS, applications=APPLICATIONS)
        program = Path(made) / "program.py"
        program.write_text("from panel_tui.cli import main\nmain()\n", encoding="utf-8")
        command = [str(program), "rehearse", str(day), "--headless", "--seed", "7"]
        began = time.perf_counter()
        run([sys.executable, *command])
        whole = time.perf_counter() - began
        run([sys.executable, "-m", "cProfile", "-o", str(Path(made) / "profile"), *command])
        spent = shares(pstats.Stats(str(Path(made) / "profile")))
    everything = sum(spent.values())
    where = ", ".join(f"{part} {own / everything:.0%}" for part, own in spent.most_common(6))
    print(f"a day's time: {where}")
    return [
        Row(
            f"a day of {MEMBERS} members × {APPLICATIONS} applications, headless",
            "–",
            f"{whole:.1f} s",
            "≤ 10 s",
            met=whole <= 10,
        )
    ]


def run(command: list[str]) -> None:
    """Run it to its end."""
    subprocess.run(
        command,
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
