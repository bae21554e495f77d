"""What a running program holds, over time, and whether any of it was left behind by those who came and went."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

# Two things are held in memory by design, so their share is taken off before anything is called a leak. Both were
# measured in a running soak by walking over what hangs on them; a test holds the first to a record of its own.
KEPT = 6.0  # kilobytes of memory for a kilobyte of the record: its documents, and the state made of them
POSTER = 4.0  # kilobytes for each press of the one key: the poster that was up is kept for looking back
CLIMB = 1.0  # megabytes a minute that memory, the record's share taken off, may climb in the second half
GROWN = 30.0  # megabytes over the level before anybody came that may be left when all have gone
SLACK = {
    "tasks": 2,
    "widgets": 40,  # one screen of the wall has more than another
    "sockets": 1,
    "files": 2,
    "threads": 4 + (os.cpu_count() or 1),  # asyncio's own pool, which starts them once and keeps them
}


class Level(Struct, frozen=True):
    """What was held at one time: `at` in seconds, memory in megabytes, the record's size in kilobytes.

    `presses` counts how often the one key was pressed until then.
    """

    at: float
    memory: float
    tasks: int
    widgets: int
    sockets: int
    files: int
    threads: int
    record: float = 0.0
    visits: int = 0
    presses: int = 0

    @property
    def beside(self) -> float:
        """Give the memory without the share of the record and of the posters, in megabytes."""
        return self.memory - (KEPT * self.record + POSTER * self.presses) / 1024

    def __str__(self) -> str:
        counted = "".join(
            f" {many:7}" for many in (self.tasks, self.widgets, self.sockets, self.files, self.threads)
        )
        return f"{self.at / 60:8.1f} {self.memory:8.1f} {self.beside:8.1f}{counted} {self.record:9.0f} {self.visits:7,}"


HEAD = (
    f"{'minute':>8} {'MB':>8} {'beside':>8} {'tasks':>7} {'widgets':>7} {'sockets':>7} {'files':>7} {'threads':>7} "
    f"{'record kB':>9} {'visits':>7}"
)


def climb(levels: Sequence[Level]) -> float:
    """Give the least-squares slope of the memory beside record and posters, in megabytes a minute."""
    assert len(levels) > 2, "too few to draw a line through"
    assert all(a.at < b.at for a, b in pairwise(levels))
    at = [one.at / 60 for one in levels]
    held = [one.beside for one in levels]
    middle, mean = sum(at) / len(at), sum(held) / len(held)
    steep = sum((x - middle) * (y - mean) for x, y in zip(at, held, strict=True))
    return steep / sum((x - middle) ** 2 for x in at)


def left_behind(
    before: Level, during: Sequence[Level], after: Level, *, may_climb: float = CLIMB
) -> list[str]:
    """Name what is left behind; nothing where all is level."""
    found = []
    for name, slack in SLACK.items():
        had, has = getattr(before, name), getattr(after, name)
        if has > had + slack:
            found.append(f"{name}: {had} before anybody came, {has} when all had gone")
    if after.beside > before.beside + GROWN:
        found.append(
            f"memory: {before.beside:.1f} MB before anybody came, {after.beside:.1f} when all had gone"
        )
    steep = climb(during[len(during) // 2 :])
    if steep > may_climb:
        found.append(f"memory climbs by {steep:.2f} MB a minute")
    return found
