"""What a session weighs: the memory of a hall of phones, and the opening of a long record.

`python -m tests.bench size`.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.hall import arrived
from tests.bench.rush import rush, streams
from tests.bench.stage import ROOT, Stage
from tests.bench.table import Row, ratio_row

PHONES = 500
MOST = 30  # megabytes
RECORDS = 50_000
TURNS = 5
EMPTY = """
import asyncio, sys, uvicorn, gc
from pathlib import Path
from starlette.applications import Starlette
from textual.app import App
class Empty(App):
    async def on_ready(self):
        server = uvicorn.Server(uvicorn.Config(Starlette(), port=0, log_config=None))
        self.serving = asyncio.create_task(server.serve())
        while not server.started:
            await asyncio.sleep(0.01)
        gc.collect()
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        Path(sys.argv[1]).write_text(str(pages * 4096 / 2**20))
        server.should_exit = True
        await self.serving
        self.exit()
Empty().run(headless=True)
"""
FILL = """
import asyncio, sys
from pathlib import Path
from panel_tui.record.history import document
from panel_tui.room.open_room import live_room
from sessions.events import Answered, Stamped
from sessions.model.answers import score
async def main(folder, many):
    async with live_room(Path(folder)) as room:
        at = room.clock.now()
        given = (Answered(1 + n % 500, "A01", "reach", score(1 + n % 5), f"s{n}", n) for n in range(many))
        new = [document(Stamped(at, one)) for one in given]
        for begin in range(0, many, 50):
            await room.record.append(new[begin:begin + 50])
asyncio.run(main(sys.argv[1], int(sys.argv[2])))
"""
OPEN = """
import asyncio, sys, time
from pathlib import Path
from panel_tui.room.open_room import live_room
from panel_tui.system.process import gc_paused
async def main(folder):
    began = time.perf_counter()
    async with live_room(Path(folder)) as room:
        print(time.perf_counter() - began)
with gc_paused():  # as `run` does
    asyncio.run(main(sys.argv[1]))
"""
PARSE = """
import json, sys, time
began = time.perf_counter()
kept = [json.loads(line.partition(b" ")[2]) for line in open(sys.argv[1], "rb")]
print(time.perf_counter() - began)
"""


def said(program: str, *arguments: str) -> float:
    """Run a program of its own and read the figure it says."""
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return float(done.stdout or "0")


async def memory(folder: Path) -> Row:
    """Measure the memory with every phone's stream open and every phone's answers in."""
    kept = folder / "empty"
    said(EMPTY, str(kept))
    empty = float(kept.read_text())
    cookies = await arrived(folder / "hall", seats=PHONES)
    stage = await Stage(folder / "hall").ready()
    try:
        waiting = await streams(stage, cookies)
        for turn in range(4):
            await rush(stage, cookies, turn, set())
        held = await stage.asked("memory")
        for line in waiting:
            line.transport.close()
    finally:
        stage.kill()
    more = held - empty
    spread = f"{held:.0f} MB against {empty:.0f} MB"
    against = "an empty Textual app + uvicorn"
    return Row(
        f"memory with {PHONES} phones", against, f"+{more:.0f} MB", f"≤ +{MOST} MB", spread, more <= MOST
    )


def opening(folder: Path) -> Row:
    """Measure the opening of a record of so many answers."""
    asyncio.run(arrived(folder / "long", seats=PHONES))
    said(FILL, str(folder / "long"), str(RECORDS))
    record = folder / "long" / "record.jsonl"
    said(OPEN, str(folder / "long"))
    ratios = [said(OPEN, str(folder / "long")) / said(PARSE, str(record)) for _ in range(TURNS)]
    return ratio_row(
        f"open a session of {RECORDS:,} records", "json.loads of the same lines", ratios, most=1.5
    )


def rows(folder: Path | None = None) -> list[Row]:
    """Run it."""
    with tempfile.TemporaryDirectory(dir=folder) as made:
        return [asyncio.run(memory(Path(made))), opening(Path(made))]
