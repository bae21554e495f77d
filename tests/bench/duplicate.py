"""What the same answer costs a second time, beside a bare sync: `python -m tests.bench duplicate`."""

import asyncio
import os
import statistics
import tempfile
import time
from pathlib import Path

from panel_tui.room.open_room import live_room
from sessions import commands as c
from sessions.model.answers import score
from sessions.model.phases import Phase
from tests.bench.table import Row
from tests.journeys.small_session import small_session

TIMES = 1_000


async def measured(folder: Path) -> tuple[list[float], list[float], int]:
    """Give the seconds of each bare sync and of each repeat, in turn, and the bytes the repeats wrote."""
    session = small_session(folder / "panel")
    bare, again = [], []
    async with live_room(session) as room:
        for seat in room.state.seats:
            await room.do(c.TakePaperSeat(seat))
        while room.state.plan.phase is not Phase.SCORE:
            await room.press(position=room.position(), sure=True)
        answer = c.GiveAnswer(1, "A01", "reach", score(4), "the-same", 1)
        await room.do(answer)
        before = (session / "record.jsonl").stat().st_size
        with (folder / "bare").open("ab", buffering=0) as file:
            for _ in range(TIMES):
                began = time.perf_counter()
                file.write(b"x" * 400)
                os.fsync(file.fileno())
                bare.append(time.perf_counter() - began)
                began = time.perf_counter()
                await room.do(answer)
                again.append(time.perf_counter() - began)
        return bare, again, (session / "record.jsonl").stat().st_size - before


def rows(folder: Path | None = None) -> list[Row]:
    """Run it."""
    with tempfile.TemporaryDirectory(dir=folder) as made:
        bare, again, written = asyncio.run(measured(Path(made)))
    sync = statistics.median(bare)
    ratio = statistics.median(again) / sync
    spread = f"{statistics.median(again) * 1e6:.0f} µs, {written} bytes written; R {sync * 1e6:.0f} µs"
    return [
        Row("the same answer again", "bare write + fsync", f"{ratio:.3f} R", "≤ 0.2 R", spread, ratio <= 0.2)
    ]
