"""Answers a second over HTTP, all durable, beside an endpoint of the same make that only reads the body and replies.

`python -m tests.bench answers [folder]`. All are loaded in turn from another process; its own share of the machine is
said. The bare endpoint is there twice: read by h11, as it was before anything was made faster, and by whatever reads
the pages. Processor time is the program's, with its wall and its writer. A form's post is answered with "go there"; a
script's post with the next page, drawn.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from tests.bench.crowd import as_fast_as_can_be, post
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


class Load(Struct, frozen=True):
    """What a load came to: answers a second, and the processor time that one cost the program, in seconds."""

    rate: float
    each: float
    own: float


async def loaded(stage: Stage, port: int, request: Callable[[int, int], bytes], seconds: float) -> Load:
    """Load it."""
    before = await stage.asked("cpu")
    taken = await as_fast_as_can_be(port, CONNECTIONS, seconds, request)
    assert taken.refused == 0, f"{taken.refused} answers were refused"
    spent = await stage.asked("cpu") - before
    return Load(taken.rate, spent / len(taken.seconds), taken.own / taken.wall)


async def measured(folder: Path, *, turns: int = TURNS, seconds: float = SECONDS) -> list[Row]:
    """Measure, in turn."""
    cookies = await arrived(folder / "hall", seats=CONNECTIONS)
    stage = await Stage(folder / "hall").ready()
    kinds: dict[str, tuple[int, Callable[[], Callable[[int, int], bytes]]]] = {
        "bare": (stage.bare, lambda: nothing(stage)),
        "alike": (stage.alike, lambda: nothing(stage)),
        "form": (stage.port, lambda: answer(stage, cookies, script=False)),  # each time newer than the last
        "script": (stage.port, lambda: answer(stage, cookies, script=True)),
    }
    try:
        for port, request in kinds.values():
            await loaded(stage, port, request(), 0.5)
        taken: dict[str, list[Load]] = {kind: [] for kind in kinds}
        for _ in range(turns):
            for kind, (port, request) in kinds.items():
                lines = await stage.asked("lines")
                taken[kind].append(await loaded(stage, port, request(), seconds))
            commits = await stage.asked("lines") - lines
        for kind, loads in taken.items():
            rate, each = (statistics.median(getattr(one, what) for one in loads) for what in ("rate", "each"))
            print(f"{kind}: {rate:.0f}/s, {each * 1e6:.0f} µs of processor each")
        own = statistics.median(one.own for one in taken["script"])
        print(
            f"answers to a commit: {taken['script'][-1].rate * seconds / commits:.0f}; of a core: the load {own:.2f}"
        )
        return rows_of(taken)
    finally:
        stage.kill()


def rows_of(taken: dict[str, list[Load]]) -> list[Row]:
    """Compare both kinds of answer with both bare endpoints."""

    def rates(kind: str, beside: str) -> list[float]:
        return [one.rate / bare.rate for one, bare in zip(taken[kind], taken[beside], strict=True)]

    def costs(kind: str) -> list[float]:
        return [one.each / bare.each for one, bare in zip(taken[kind], taken["bare"], strict=True)]

    h11, same = "bare endpoint, h11", "bare endpoint, the same parser"
    form, script = (
        "answers a second, 200 connections, a form's post",
        "… a script's post, the next page in the reply",
    )
    return [
        ratio_row(form, h11, rates("form", "bare"), least=0.8),
        ratio_row(script, h11, rates("script", "bare"), least=0.6),
        ratio_row("… a form's post", same, rates("form", "alike"), least=0.5),
        ratio_row("… a script's post", same, rates("script", "alike"), least=0.4),
        ratio_row("processor an answer, a form's post", h11, costs("form"), most=1.25),
        ratio_row("… a script's post", h11, costs("script"), most=1.25),
    ]


def rows(folder: Path | None = None) -> list[Row]:
    """Run it."""
    with tempfile.TemporaryDirectory(dir=folder) as made:
        return asyncio.run(measured(Path(made)))
