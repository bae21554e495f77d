"""Five hundred phones answer within one second, in a running wall: `python -m tests.bench rush`.

The same rush goes to the bare endpoint in turn. Every phone has its event stream open, as in the room; how long the
wall's loop was held up at most is asked of the program itself. At the end it is killed, and the record is read: not
one answer that was replied to may be missing.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import tempfile
import time
from pathlib import Path

from panel_tui.record import Record
from panel_tui.record.history import history
from sessions.events import Answered
from tests.bench.crowd import Line, Taken, get, line_to, post, within_a_second
from tests.bench.hall import CRITERIA, arrived
from tests.bench.stage import Stage
from tests.bench.table import Row, percentile, ratio_row

PHONES = 500
TURNS = 5


async def streams(stage: Stage, cookies: list[str]) -> list[Line]:
    """Open every phone's event stream, over a connection of its own."""
    lines = [await line_to(stage.port, who) for who in range(len(cookies))]
    for line, cookie in zip(lines, cookies, strict=True):
        line.transport.write(get(stage.port, "/live", cookie=cookie))
    return lines


def syncs(folder: Path, times: int = 200) -> float:
    """Measure a bare write and sync of a line's bytes."""
    taken = []
    with (folder / "bare").open("ab", buffering=0) as file:
        for _ in range(times):
            began = time.perf_counter()
            file.write(b"x" * 400)
            os.fsync(file.fileno())
            taken.append(time.perf_counter() - began)
    return statistics.median(taken)


async def rush(stage: Stage, cookies: list[str], turn: int, sent: set[str]) -> Taken:
    """Let every phone give an answer to the question of this turn."""
    lines = [await line_to(stage.port, who) for who in range(len(cookies))]
    for who, line in enumerate(lines):  # the phone has shown its page: the connection has served a request
        await line.ask(get(stage.port, "/health", cookie=cookies[who]))

    def answer(who: int) -> bytes:
        sending = f"rush{turn}x{who}"
        sent.add(f"{sending}.{turn + 1}.{1 + turn % 5}.")
        fields = {
            "application": "A01", "criterion": CRITERIA[turn % len(CRITERIA)], "id": sending,
            "revision": str(turn + 1), "answer": str(1 + turn % 5),
        }  # fmt: skip
        return post(stage.port, "/answer", fields, cookie=cookies[who], seat=who + 1)

    taken = await within_a_second(lines, answer)
    for line in lines:
        line.transport.close()
    return taken


async def bare_rush(stage: Stage, phones: int) -> Taken:
    """Send as many posts to the endpoint that only replies."""
    lines = [await line_to(stage.bare, who) for who in range(phones)]
    fields = {"application": "A01", "criterion": "reach", "id": "rush1x100", "revision": "1", "answer": "3"}
    request = post(stage.bare, "/bare", fields, cookie="x" * 22)
    for line in lines:
        await line.ask(request)
    taken = await within_a_second(lines, lambda _who: request)
    for line in lines:
        line.transport.close()
    return taken


def missing(folder: Path, sent: set[str]) -> int:
    """Count the answers that were replied to and are not in the record."""
    kept = {
        one.event.id
        for one in history(Record.read(folder / "record.jsonl").entries)
        if isinstance(one.event, Answered)
    }
    return len(sent - kept)


async def measured(folder: Path, *, phones: int = PHONES, turns: int = TURNS) -> list[Row]:
    """Measure, in turn; then kill the program and count."""
    cookies = await arrived(folder / "hall", seats=phones)
    stage = await Stage(folder / "hall").ready()
    ratios, stalls, in_syncs, tails = [], [], [], []
    sent: set[str] = set()
    waiting = await streams(stage, cookies)
    await bare_rush(stage, phones)
    await rush(stage, cookies, 0, sent)
    for turn in range(1, turns + 1):
        least = await bare_rush(stage, phones)
        await stage.asked("stall")
        taken = await rush(stage, cookies, turn, sent)
        stalls.append(await stage.asked("stall"))
        assert taken.refused == 0, f"{taken.refused} answers were refused"
        tails.append(percentile(taken.seconds, 0.99))
        ratios.append(tails[-1] / percentile(least.seconds, 0.99))
        in_syncs.append(tails[-1] / syncs(folder))
    stage.kill()
    for line in waiting:
        line.transport.close()
    lost = missing(folder / "hall", sent)
    longest = max(stalls) * 1000
    waited = f"p99 {min(tails) * 1000:.0f}–{max(tails) * 1000:.0f} ms"
    held = f"{min(stalls) * 1000:.0f}–{longest:.0f} ms of {turns}"
    synced = f"{statistics.median(in_syncs):.0f} R"
    return [
        ratio_row(
            f"{phones} phones answer in one second: p99 of the reply", "bare endpoint's p99", ratios, most=3
        ),
        Row("… the same p99", "bare write + fsync", synced, "–", waited),
        Row(
            "… the wall's loop was held up at most",
            "–",
            f"{longest:.0f} ms",
            "≤ 30 ms",
            held,
            longest <= 30,
        ),
        Row(
            "… killed after the last reply: answers lost", "–", f"{lost} of {len(sent):,}", "0", met=lost == 0
        ),
    ]


def rows(folder: Path | None = None) -> list[Row]:
    """Run it."""
    with tempfile.TemporaryDirectory(dir=folder) as made:
        return asyncio.run(measured(Path(made)))
