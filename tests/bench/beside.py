"""Does the wall of a running session stall while its folder is exported beside it? `python -m tests.bench beside`.

A real terminal, a real second process: `panel-tui export` of the very folder that runs, in all formats. All the while
the wall is blanked and brought back, phones answer, and the wall's loop says how long it was held up. The same for
as long without an export, in turn: what is compared was measured a minute apart on the same machine.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from msgspec import Struct, field

from panel_tui.room.card_codes import fast_hash
from sessions import commands as c
from sessions.events import Card
from sessions.model.phases import Phase
from sessions.wording import say
from tests.bench.crowd import line_to, post
from tests.bench.exports import IDS, SIZE, gone_through
from tests.bench.stage import ROOT, Stage
from tests.bench.table import Row, percentile, ratio_row
from tests.exports.days import Day, panel
from tests.journeys.terminal import panel_tui

PHONES = 20
TURNS = 2
WARM = 2.0
BETWEEN = 0.1  # seconds between two answers of the phones, and between two presses: a room that is at work
TAKEN = 303
SCORING = b"Take your"  # what the wall says while it is scored, and is not blank
TARGET = 1.5  # times what it is without the export, on a machine that may be doing other things besides


class Lived(Struct):
    """What a stretch of a session's life was like, in seconds: keys, answers, how long the loop was held up."""

    keys: list[float] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)
    stalls: list[float] = field(default_factory=list)
    long: float = 0.0

    @property
    def stood_still(self) -> bool:
        """Say whether anything waited for most of what went on beside: so it does not hang on the machine's speed."""
        return max(self.keys + self.answers + self.stalls) > self.long / 2

    def add(self, other: Lived) -> None:
        self.keys += other.keys
        self.answers += other.answers
        self.stalls += other.stalls
        self.long += other.long


def at_the_last(folder: Path, seats: int, applications: int, criteria: int) -> tuple[str, list[str]]:
    """Make a folder whose session scores its last application; give its ref and the cookies of the phones in it."""
    phones = min(PHONES, seats)
    day = Day(
        panel(seats=seats, applications=applications, criteria=criteria, open_data=IDS), here=seats - phones
    )
    chance = random.Random(1)
    cards = tuple(Card(n, f"code{n}", fast_hash(f"key{n}")) for n in range(seats - phones + 1, seats + 1))
    day.do(c.PrintCards(cards))
    cookies = [f"{chance.getrandbits(128):032x}" for _ in cards]
    for card, cookie in zip(cards, cookies, strict=True):
        day.do(c.TakeSeatByCard(card.key, fast_hash(cookie)))
    *scored, last = day.state.model.applications
    gone_through(day, scored, chance)
    day.until(Phase.SCORE, ref=last.ref).keep(folder)
    return last.ref, cookies


async def pressing(stage: Stage, lived: Lived, until: asyncio.Event) -> None:
    """Blank the wall and bring it back until told to stop."""
    blank = say("wall.blank").split()[0].encode()
    while not until.is_set():
        for seen in (blank, SCORING):
            began = time.perf_counter()
            stood = stage.press(b"b")
            lived.keys.append(await asyncio.to_thread(stage.until, seen, start=stood) - began)
            await asyncio.sleep(BETWEEN)


async def answering(
    stage: Stage, room: tuple[str, Sequence[str]], lived: Lived, until: asyncio.Event
) -> None:
    """Answer, a phone after another, until told to stop. Each answer is a new one, so each is written and synced."""
    ref, cookies = room
    lines = [await line_to(stage.port, who) for who in range(len(cookies))]
    given = 0
    try:
        while not until.is_set():
            which = (
                time.monotonic_ns() // 1_000_000
            )  # the next stretch of this session must not send an older one
            fields = {
                "application": ref, "criterion": "c1", "id": f"b{which}", "revision": str(which),
                "answer": str(1 + given % 5),
            }  # fmt: skip
            who = given % len(lines)
            status, took = await lines[who].ask(post(stage.port, "/answer", fields, cookie=cookies[who]))
            assert status == TAKEN, f"an answer was not taken: {status}"
            lived.answers.append(took)
            given += 1
            await asyncio.sleep(BETWEEN)
    finally:
        for line in lines:
            line.transport.close()


async def listening(stage: Stage, lived: Lived, until: asyncio.Event) -> None:
    """Ask the program, a few times a second, how long its loop was held up since."""
    await stage.asked("stall")
    while not until.is_set():
        await asyncio.sleep(BETWEEN)
        lived.stalls.append(await stage.asked("stall"))


async def lived_through(stage: Stage, room: tuple[str, Sequence[str]], meanwhile: Awaitable[object]) -> Lived:
    """Press, answer and listen for as long as something else takes."""
    lived, until = Lived(), asyncio.Event()
    began = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        group.create_task(pressing(stage, lived, until))
        group.create_task(answering(stage, room, lived, until))
        group.create_task(listening(stage, lived, until))
        try:
            await meanwhile
        finally:
            until.set()
    lived.long = time.perf_counter() - began
    return lived


async def export(command: Sequence[str]) -> None:
    """Export, in a process and a session of its own, as in another terminal."""
    quiet = asyncio.subprocess.DEVNULL
    running = await asyncio.create_subprocess_exec(
        *command, stdin=quiet, stdout=quiet, cwd=ROOT, start_new_session=True
    )
    assert await running.wait() == 0, "the export failed"


def as_it_is(folder: Path, to: Path) -> list[str]:
    """Export as staff do."""
    return panel_tui("export", folder, "--to", to)


def pushing(folder: Path, to: Path) -> list[str]:
    """Export at the wall's own priority, which `export` gives up."""
    return [sys.executable, "-m", "tests.bench.exports", str(folder), str(to), "all"]


async def compared(
    folder: Path,
    *,
    size: tuple[int, int, int] = SIZE,
    turns: int = TURNS,
    ways: Sequence[Callable[[Path, Path], list[str]]] = (as_it_is, pushing),
) -> list[Lived]:
    """Live with an export beside made in each of these ways, and as long without any, in turn.

    Gives what it was like without, then with each of them.
    """
    room = await asyncio.to_thread(at_the_last, folder / "s", *size)
    stage = await Stage(folder / "s").ready()
    alone, *beside = [Lived() for _ in range(1 + len(ways))]
    try:
        await asyncio.to_thread(stage.until, SCORING)
        await lived_through(stage, room, asyncio.sleep(WARM))  # what is done once is done
        for turn in range(turns):
            for number, way in enumerate(ways):
                to = folder / f"out-{number}-{turn}"
                beside[number].add(await lived_through(stage, room, export(way(folder / "s", to))))
            alone.add(await lived_through(stage, room, asyncio.sleep(beside[0].long / (turn + 1))))
    finally:
        stage.kill()
    return [alone, *beside]


def told(times: Sequence[float]) -> str:
    """Say the middle, the slow end and the worst of some times."""
    figures = (statistics.median(times), percentile(times, 0.99), max(times))
    return " / ".join(f"{1000 * one:.1f}" for one in figures)


def rows(on: Path | None) -> list[Row]:
    """Measure."""
    with tempfile.TemporaryDirectory(dir=on) as made:
        alone, beside, pushed = asyncio.run(compared(Path(made)))
    seats, applications, criteria = SIZE
    lines = [
        Row(
            f"{seats} members × {applications} applications × {criteria} criteria exported beside a running session",
            "as long without",
            f"{beside.long:.0f} s in {TURNS} turns",
            "–",
            "below: median / p99 / worst, ms",
        )
    ]
    for what, kind in (
        ("… a key to the drawn wall", "keys"),
        ("… a phone's answer to its reply", "answers"),
        ("… the longest the wall's loop was held up, each tenth of a second", "stalls"),
    ):
        without, with_it, at_par = (getattr(one, kind) for one in (alone, beside, pushed))
        spread = f"{told(at_par)} at the wall's own priority; {len(with_it):,} of them"
        lines.append(Row(what, told(without), told(with_it), "–", spread))
    ratio = percentile(beside.stalls, 0.99) / percentile(alone.stalls, 0.99)
    lines.append(ratio_row("… its p99", "the same without", [ratio], most=TARGET))
    return lines
