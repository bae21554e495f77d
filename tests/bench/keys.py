"""From a key to the drawn wall, while five hundred phones answer and while none does: `python -m tests.bench keys`.

A real terminal: the key goes in as bytes, and the wall counts as drawn when its words have come out as bytes.
"""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from sessions.wording import say
from tests.bench.crowd import line_to, post
from tests.bench.hall import CRITERIA, arrived
from tests.bench.stage import Stage
from tests.bench.table import Row, percentile, ratio_row

PHONES = 500
PRESSES = 15
TURNS = 3
A_SECOND = 100  # answers a second while the wall is pressed: five hundred people scoring in earnest


async def presses(stage: Stage, times: int) -> list[float]:
    """Blank the wall and bring it back; give the seconds of each blanking."""
    words = say("wall.blank").split()[0].encode()
    taken = []
    for _ in range(times):
        stood, began = stage.press(b"b"), asyncio.get_running_loop().time()
        drawn = await asyncio.to_thread(stage.until, words, start=stood)
        taken.append(drawn - began)
        stood = stage.press(b"b")
        await asyncio.to_thread(stage.until, b"Take your", start=stood)
    return taken


async def answering(stage: Stage, cookies: list[str], until: asyncio.Event) -> int:
    """Answer steadily until told to stop; give how many were answered."""
    lines = [await line_to(stage.port, who) for who in range(40)]
    given = 0
    while not until.is_set():
        who, turn = given % len(lines), given // len(cookies)
        fields = {
            "application": "A01", "criterion": CRITERIA[turn % len(CRITERIA)], "id": f"k{given}",
            "revision": str(given + 1), "answer": str(1 + given % 5),
        }  # fmt: skip
        seat = given % len(cookies)
        request = post(stage.port, "/answer", fields, cookie=cookies[seat], seat=seat + 1)
        _, waited = await lines[who].ask(request)
        given += 1
        await asyncio.sleep(max(0.0, 1 / A_SECOND - waited))
    for line in lines:
        line.transport.close()
    return given


async def measured(
    folder: Path, *, phones: int = PHONES, turns: int = TURNS, times: int = PRESSES
) -> list[Row]:
    """Measure, in turn."""
    cookies = await arrived(folder / "hall", seats=phones)
    stage = await Stage(folder / "hall").ready()
    try:
        await asyncio.to_thread(stage.until, b"Take your")
        await presses(stage, 3)
        ratios, idle_times = [], []
        for _ in range(turns):
            idle = await presses(stage, times)
            stop = asyncio.Event()
            load = asyncio.create_task(answering(stage, cookies, stop))
            busy = await presses(stage, times)
            stop.set()
            await load
            idle_times.append(percentile(idle, 0.5))
            ratios.append(percentile(busy, 0.5) / idle_times[-1])
        what = f"key press to the wall drawn, {A_SECOND} answers a second from {phones} phones"
        return [ratio_row(what, f"the same when idle ({idle_times[0] * 1000:.0f} ms)", ratios, most=2)]
    finally:
        stage.kill()


def rows(folder: Path | None = None) -> list[Row]:
    """Run it."""
    with tempfile.TemporaryDirectory(dir=folder) as made:
        return asyncio.run(measured(Path(made)))
