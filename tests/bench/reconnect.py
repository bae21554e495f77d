"""The laptop is killed and started again, and five hundred phones come back at once: `python -m tests.bench reconnect`.

Each asks for its page and opens its event stream, as our script does on waking; the same number of connections asks the
bare endpoint, in turn. Counted from the moment the port answers to the last page.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from tests.bench.crowd import Line, get, line_to
from tests.bench.hall import arrived
from tests.bench.stage import Stage
from tests.bench.table import Row, ratio_row

PHONES = 500
TURNS = 3


async def come_back(stage: Stage, cookies: list[str]) -> tuple[float, list[Line]]:
    """Let every phone come back; give the seconds until the last had its page, and the streams to close."""
    began = time.perf_counter()

    async def one(who: int, cookie: str) -> Line:
        page = await line_to(stage.port, who)
        status, _ = await page.ask(get(stage.port, "/", cookie=cookie))
        assert status == 200, status
        page.transport.write(get(stage.port, "/live", cookie=cookie))
        return page

    lines = await asyncio.gather(*(one(who, cookie) for who, cookie in enumerate(cookies)))
    return time.perf_counter() - began, list(lines)


async def ask_bare(stage: Stage, phones: int) -> float:
    """Let as many ask the endpoint that only replies."""
    began = time.perf_counter()

    async def one(who: int) -> None:
        line = await line_to(stage.bare, who)
        await line.ask(get(stage.bare, "/bare"))
        line.transport.close()

    await asyncio.gather(*(one(who) for who in range(phones)))
    return time.perf_counter() - began


async def measured(folder: Path, *, phones: int = PHONES, turns: int = TURNS) -> list[Row]:
    """Measure, in turn, over a program started afresh each time."""
    cookies = await arrived(folder / "hall", seats=phones)
    ratios, seconds = [], []
    for _ in range(turns):
        stage = await Stage(folder / "hall").ready()
        took, lines = await come_back(stage, cookies)
        least = [await ask_bare(stage, phones) for _ in range(3)]
        seconds.append(took)
        ratios.append(took / statistics.median(least))
        stage.kill()
        for line in lines:
            line.transport.close()
    longest = max(seconds)
    spread = f"{min(seconds):.2f}–{longest:.2f} s of {turns}"
    return [
        Row(f"{phones} phones back after a restart", "–", f"{longest:.2f} s", "≤ 3 s", spread, longest <= 3),
        ratio_row("… the same", "bare endpoint", ratios, most=3),
    ]


def rows(folder: Path | None = None) -> list[Row]:
    """Run it."""
    with tempfile.TemporaryDirectory(dir=folder) as made:
        return asyncio.run(measured(Path(made)))
