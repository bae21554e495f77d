"""Answers a second over HTTP, all durable, beside an endpoint of the same make that only reads the body and replies.

`python -m tests.bench answers [folder]`. Both are loaded in turn from another process; its own share of the machine is
said. A form's post is answered with "go there"; a script's post with the next page, drawn.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench.crowd import Taken, as_fast_as_can_be, post
from tests.bench.hall import CRITERIA, arrived
from tests.bench.stage import Stage
from tests.bench.table import Row, ratio_row

CONNECTIONS = 200
SECONDS = 3.0
TURNS = 5


def answer(stage: Stage, cookies: list[str], *, script: bool) -> Callable[[int, int], bytes]:
    """Give each phone's next answer: another question each time, a newer revision each round."""
    from time import time

    begin = int(time() * 1000)

    def one(who: int, turn: int) -> bytes:
        fields = {
            "application": "A01", "criterion": CRITERIA[turn % len(CRITERIA)], "id": f"s{who}x{turn}",
            "revision": str(begin + turn), "answer": str(1 + turn % 5),
        }  # fmt: skip
        return post(stage.port, "/answer", fields, cookie=cookies[who], seat=who + 1 if script else None)

    return one


def nothing(stage: Stage) -> Callable[[int, int], bytes]:
    """Give the same body for the bare endpoint."""
    fields = {
        "application": "A01",
        "criterion": "reach",
        "id": "s1x1",
        "revision": "1764230400000",
        "answer": "3",
    }
    request = post(stage.bare, "/bare", fields, cookie="x" * 22)
    return lambda _who, _turn: request


async def loaded(
    stage: Stage, port: int, request: Callable[[int, int], bytes], seconds: float
) -> tuple[Taken, float]:
    """Load it; give what came of it and the processor time of the program itself."""
    before = await stage.asked("cpu")
    taken = await as_fast_as_can_be(port, CONNECTIONS, seconds, request)
    return taken, (await stage.asked("cpu") - before) / taken.wall


async def measured(folder: Path, *, turns: int = TURNS, seconds: float = SECONDS) -> list[Row]:
    """Measure, in turn."""
    cookies = await arrived(folder / "hall", seats=CONNECTIONS)
    stage = await Stage(folder / "hall").ready()
    try:
        ratios: dict[str, list[float]] = {"form": [], "script": []}
        rates: dict[str, list[float]] = {"bare": [], "form": [], "script": []}
        shares: list[float] = []
        await loaded(stage, stage.bare, nothing(stage), 0.5)
        await loaded(stage, stage.port, answer(stage, cookies, script=True), 0.5)
        for _ in range(turns):
            least, _ = await loaded(stage, stage.bare, nothing(stage), seconds)
            rates["bare"].append(least.rate)
            for kind in ratios:
                lines = await stage.asked("lines")
                taken, busy = await loaded(
                    stage, stage.port, answer(stage, cookies, script=kind == "script"), seconds
                )
                assert taken.refused == 0, f"{taken.refused} answers were refused"
                rates[kind].append(taken.rate)
                ratios[kind].append(taken.rate / least.rate)
                shares.append(taken.own / taken.wall)
                commits = await stage.asked("lines") - lines
        middle = {kind: statistics.median(taken) for kind, taken in rates.items()}
        print(
            f"bare {middle['bare']:.0f}/s, a form's post {middle['form']:.0f}/s, a script's {middle['script']:.0f}/s"
        )
        each = middle["script"] * seconds / commits
        load = statistics.median(shares)
        print(f"answers to a commit: {each:.0f}; of a core: the program {busy:.2f}, the load {load:.2f}")
        return [
            ratio_row(
                "answers a second, 200 connections, a form's post", "bare endpoint", ratios["form"], least=0.6
            ),
            ratio_row(
                "… a script's post, the next page in the reply", "bare endpoint", ratios["script"], least=0.6
            ),
        ]
    finally:
        stage.kill()


def rows(folder: Path | None = None) -> list[Row]:
    """Run it."""
    with tempfile.TemporaryDirectory(dir=folder) as made:
        return asyncio.run(measured(Path(made)))
