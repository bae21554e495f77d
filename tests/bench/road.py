"""The road of a score inside the program: what each part of it costs, and that a long session makes none dearer.

`python -m tests.bench road`. Requests go to the app itself, without sockets; processor time is counted, not waiting.
"""

from __future__ import annotations

import asyncio
import contextlib
import cProfile
import os
import pstats
import random
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from panel_tui.record.history import document
from panel_tui.room.open_room import live_room
from panel_tui.running.background import rest_the_collector
from panel_tui.web import build_app
from panel_tui.web.request_guard import Hosts
from sessions.commands import GiveAnswer
from sessions.events import Answered, Stamped
from sessions.model.answers import score
from tests.bench.crowd import post
from tests.bench.hall import CRITERIA, arrived
from tests.bench.table import Row, percentile

SEATS = 200
LENGTHS = (1_000, 50_000)
ANSWERS = 4_000
PORT = 8765
_PARTS = {
    "panel_tui/web": "door, form and reply", "panel_tui/record": "record", "panel_tui": "room",
    "sessions/views": "view", "sessions/decide": "rules", "sessions/evolve": "state", "sessions": "rules",
    "screens": "drawing", "jinja2": "drawing", "markupsafe": "drawing", "starlette": "starlette",
}  # fmt: skip


class Client:
    """Sends what a phone would, straight to the app."""

    def __init__(self, app: Any, cookies: list[str]) -> None:
        self.app = app
        self.cookies = cookies
        self.turn = 0
        self.chance = random.Random(7)

    def scope(self, seat: int) -> tuple[dict[str, Any], bytes]:
        fields = {
            "application": "A01", "criterion": CRITERIA[self.turn % len(CRITERIA)], "id": f"r{self.turn}x{seat}",
            "revision": str(10**6 + self.turn), "answer": str(self.chance.randint(1, 5)),
        }  # fmt: skip
        head, _, body = post(PORT, "/answer", fields, cookie=self.cookies[seat - 1], seat=seat).partition(
            b"\r\n\r\n"
        )
        lines = (line.partition(b": ") for line in head.split(b"\r\n")[1:])
        return {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "scheme": "http",
            "path": "/answer", "raw_path": b"/answer", "query_string": b"", "root_path": "", "state": {},
            "headers": [(name.lower(), value) for name, _, value in lines], "client": ("127.0.0.1", 1),
            "server": ("127.0.0.1", PORT),
        }, body  # fmt: skip

    async def one(self, scope: dict[str, Any], body: bytes) -> None:
        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            assert message.get("status", 200) == 200, message

        await self.app(scope, receive, send)

    async def round(self) -> float:
        """Let everybody give an answer at one instant; give the processor seconds of one."""
        asked = [self.scope(seat) for seat in range(1, len(self.cookies) + 1)]
        self.turn += 1
        began = time.process_time()
        await asyncio.gather(*(self.one(*each) for each in asked))
        return (time.process_time() - began) / len(asked)


async def lengthened(folder: Path, length: int) -> list[str]:
    """Make a session with this many answers in its record already."""
    cookies = await arrived(folder, seats=SEATS)
    async with live_room(folder) as room:
        at = room.clock.now()
        given = (Answered(1 + n % SEATS, "A01", "reach", score(1 + n % 5), f"s{n}", n) for n in range(length))
        documents = [document(Stamped(at, one)) for one in given]
        for begin in range(0, length, 100):
            await room.record.append(documents[begin : begin + 100])
    return cookies


async def measured(folder: Path) -> tuple[dict[int, list[float]], pstats.Stats]:
    """Measure both lengths in turn, then profile the longer."""
    cookies = {length: await lengthened(folder / str(length), length) for length in LENGTHS}
    async with live_room(folder / str(LENGTHS[0])) as short, live_room(folder / str(LENGTHS[1])) as long:
        rooms = dict(zip(LENGTHS, (short, long), strict=True))
        clients = {n: Client(build_app(room, hosts=Hosts(PORT)), cookies[n]) for n, room in rooms.items()}
        rest_the_collector()
        taken: dict[int, list[float]] = {length: [] for length in LENGTHS}
        for turn in range(ANSWERS // SEATS):
            for length, client in clients.items():
                cost = await client.round()
                if turn >= len(CRITERIA):
                    taken[length].append(cost)
        profile = cProfile.Profile()
        for _ in range(5):
            profile.enable()
            await clients[LENGTHS[1]].round()
            profile.disable()
    return taken, pstats.Stats(profile)


async def woken(folder: Path, phones: int = 500) -> Row:
    """Count the phones that look again because one has answered."""
    await arrived(folder, seats=phones)
    async with live_room(folder) as room:
        with contextlib.ExitStack() as open_streams:
            streams = [open_streams.enter_context(room.watch(seat)) for seat in room.state.seats]
            await room.do(GiveAnswer(7, "A01", "reach", score(3), "x", 1))
            many = sum(stream.pending for stream in streams)
    return Row(f"views worked out when one of {phones} phones answers", "–", str(many), "1", met=many == 1)


def shares(stats: pstats.Stats) -> Counter[str]:
    """Add up where the time goes, by the part of the program whose own code it is."""
    spent: Counter[str] = Counter()
    for (file, _line, _name), (_, _, own, _, _) in stats.stats.items():  # type: ignore[attr-defined]
        path = file.replace(os.sep, "/")
        part = next((words for piece, words in _PARTS.items() if f"/{piece}/" in path), "Python and asyncio")
        spent[part] += own
    return spent


def rows(folder: Path | None = None) -> list[Row]:
    """Run it."""
    with tempfile.TemporaryDirectory(dir=folder) as made:
        taken, stats = asyncio.run(measured(Path(made)))
        views = asyncio.run(woken(Path(made) / "hall"))
    spent = shares(stats)
    whole = sum(spent.values())
    print(
        "the road of a score: " + ", ".join(f"{part} {own / whole:.0%}" for part, own in spent.most_common())
    )
    short, long = (percentile(taken[length], 0.5) for length in LENGTHS)
    spread = f"{long * 1e6:.0f} µs against {short * 1e6:.0f} µs of processor an answer"
    what = f"an answer's road in a session of {LENGTHS[1]:,} records"
    road = Row(what, f"of {LENGTHS[0]:,}", f"{long / short:.2f} ×", "≤ 1.25", spread, long / short <= 1.25)
    return [road, views]
