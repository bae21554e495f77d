"""Scoring opens to five hundred phones, and each fetches its page: `python -m tests.bench opens`.

Every phone has its event stream open. Counted from the facilitator's key, in a real terminal, to the last page; the
bare endpoint replies to as many connections, in turn.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from panel_tui.web.event_streams import LOOK_AGAIN
from sessions.model.phases import Phase
from tests.bench.crowd import Line, address_of, get, line_to
from tests.bench.hall import arrived
from tests.bench.reconnect import ask_bare
from tests.bench.stage import Stage
from tests.bench.table import Row, ratio_row

PHONES = 500
TURNS = 3
PAGE_DOWN = b"\x1b[6~"
PATIENCE = 60  # seconds
SEEN = 1.5  # seconds that the poster before has been up, so that a key is heard


class Stream(asyncio.Protocol):
    """A phone's event stream: `told` is set when it is to look again."""

    def __init__(self, request: bytes) -> None:
        self._request = request
        self.told = asyncio.Event()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        transport.write(self._request)

    def data_received(self, data: bytes) -> None:
        if LOOK_AGAIN.strip() in data:
            self.told.set()


async def stream_to(stage: Stage, who: int, cookie: str) -> Stream:
    """Open a phone's stream."""
    request = get(stage.port, "/live", cookie=cookie)
    loop = asyncio.get_running_loop()
    _, stream = await loop.create_connection(
        lambda: Stream(request), "127.0.0.1", stage.port, local_addr=(address_of(who), 0)
    )
    return stream


async def opened(stage: Stage, cookies: list[str]) -> tuple[float, float]:
    """Press the key; give the seconds until the last phone has its page, and how long the loop was held up at most."""
    lines = [await line_to(stage.port, who) for who in range(len(cookies))]
    streams = [await stream_to(stage, who, cookie) for who, cookie in enumerate(cookies)]
    for line, cookie in zip(lines, cookies, strict=True):
        await line.ask(get(stage.port, "/", cookie=cookie))
    await asyncio.sleep(SEEN)
    for stream in streams:
        stream.told.clear()

    async def one(line: Line, stream: Stream, cookie: str) -> None:
        await stream.told.wait()
        status, _ = await line.ask(get(stage.port, "/", cookie=cookie))
        assert status == 200, status

    await stage.asked("stall")
    began = time.perf_counter()
    stage.press(PAGE_DOWN)
    async with asyncio.timeout(PATIENCE):
        await asyncio.gather(*map(one, lines, streams, cookies))
    took = time.perf_counter() - began
    held = await stage.asked("stall")
    for each in (*lines, *streams):
        each.transport.close()
    return took, held


async def measured(folder: Path, *, phones: int = PHONES, turns: int = TURNS) -> list[Row]:
    """Measure, in turn, in a session made afresh each time."""
    ratios, seconds, stalls = [], [], []
    for turn in range(turns):
        hall = folder / f"hall-{turn}"
        cookies = await arrived(hall, seats=phones, phase=Phase.READ)
        stage = await Stage(hall).ready()
        await asyncio.sleep(1)
        took, held = await opened(stage, cookies)
        stalls.append(held)
        ratios.append(took / statistics.median([await ask_bare(stage, phones) for _ in range(3)]))
        seconds.append(took)
        stage.kill()
    middle, longest = statistics.median(seconds), max(stalls) * 1000
    what = f"scoring opens to {phones} phones: from the key to the last page"
    spread = f"{min(seconds):.2f}–{max(seconds):.2f} s of {turns}; the wall's loop held up at most {longest:.0f} ms"
    return [
        Row(what, "–", f"{middle:.2f} s", "≤ 0.3 s", spread, middle <= 0.3),
        ratio_row("… the same", "bare endpoint", ratios),
    ]


def rows(folder: Path | None = None) -> list[Row]:
    """Run it."""
    with tempfile.TemporaryDirectory(dir=folder) as made:
        return asyncio.run(measured(Path(made)))
