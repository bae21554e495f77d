"""Two worlds in which the same ballots were cast by other people, and all that can be seen of each.

The ballots of the second world are the first one's, permuted; its pads are shifted so that the halves match. Whatever
then differs between what was seen gives somebody's ballot away.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Sequence
from contextlib import contextmanager

from panel_tui.room.ballots.shares import SlotPlace, mixed, slip
from tests.secrecy.chance import SetClock
from tests.secrecy.table import CANT_SAY, CHOICES, REF, ROUND, Table

Step = tuple[int, str]


def schedule(seed: int, *, seats: int = 7, casts: int = 12) -> tuple[list[Step], list[Step]]:
    """Draw two scripts with the same seats in the same order, unlike ballots on the way, and the same count."""
    chance = random.Random(seed)
    order = [*range(1, seats + 1), *(chance.randint(1, seats) for _ in range(casts - seats))]
    chance.shuffle(order)
    finals = [chance.choice(CHOICES) for _ in range(seats - 2)] + [CANT_SAY, "5"]
    while True:
        one, other = (_script(order, dict(enumerate(chance.sample(finals, seats), 1)), chance) for _ in "ab")
        if telling(one, other):
            return one, other


def _script(order: Sequence[int], finals: dict[int, str], chance: random.Random) -> list[Step]:
    left = {seat: order.count(seat) for seat in finals}
    steps = []
    for seat in order:
        left[seat] -= 1
        # half of those who vote again had voted the same before
        changed = left[seat] and chance.random() < 0.5
        steps.append((seat, chance.choice(CHOICES) if changed else finals[seat]))
    return steps


def telling(one: list[Step], other: list[Step]) -> bool:
    """Say whether the two scripts differ in all that a leak might show: who, when, rare ones, votes sent again."""
    return (
        one != other
        and [n for n, step in enumerate(one) if step[1] == CANT_SAY]
        != [n for n, step in enumerate(other) if step[1] == CANT_SAY]
        and _again(one) != _again(other)
        and list(dict(one).values()) != list(dict(other).values())
    )


def _again(steps: list[Step]) -> list[int]:
    last: dict[int, str] = {}
    same = []
    for number, (seat, choice) in enumerate(steps):
        if last.get(seat) == choice:
            same.append(number)
        last[seat] = choice
    return same


class Ear(logging.Handler):
    """Hears every line that anything logs."""

    def __init__(self, trace):
        super().__init__(level=0)
        self.trace = trace

    def emit(self, record):
        if record.name != "asyncio":
            self.trace.append(("log", record.name, record.getMessage()))


@contextmanager
def hearing(trace):
    ear, root = Ear(trace), logging.getLogger()
    level = root.level
    root.addHandler(ear)
    root.setLevel(0)
    try:
        yield
    finally:
        root.removeHandler(ear)
        root.setLevel(level)


async def lived(steps: list[Step], clock: SetClock, *, seats: int = 7) -> Table:
    """Live through one world; its `trace` holds all that was written, said and shown, in order."""
    return await lived_at(Table(seats, clock=clock), steps)


async def lived_at(table, steps):
    """Cast the ballots at a table, in order, and close; all that could be seen on the way is in its `trace`."""
    with hearing(table.trace):
        for seat, choice in steps:
            await table.cast(seat, choice)
            table.trace.append(("wall", table.room.poster()))
            for other in table.seats:
                table.trace.append(("phone", table.room.page(other)))
        await table.close()
        table.trace.append(("wall", table.room.poster()))
        table.trace.append(("names", table.disk.names()))
    return table


def shifts(one: list[Step], other: list[Step], table: Table) -> list[bytes]:
    """Work out what turns the first world's pads into the second's."""
    found = []
    for (seat, first), (_, second), fill in zip(one, other, table.clock.fills, strict=False):
        place = SlotPlace(table.mark, REF, ROUND, seat)
        found.append(mixed(slip(_place(first), place, fill), slip(_place(second), place, fill)))
    return found


def _place(choice: str) -> int | None:
    return None if choice == CANT_SAY else int(choice) - 1


async def two_worlds(seed: int) -> tuple[Table, Table]:
    one, other = schedule(seed)
    first = await lived(one, SetClock(seed))
    second = await lived(other, SetClock(seed, shifts(one, other, first)))
    return first, second


def first_difference(first: Table, second: Table) -> object:
    """Give the first thing that differs between two worlds; None where nothing does."""
    for one, other in zip(first.trace, second.trace, strict=False):
        if one != other:
            return one, other
    return None if len(first.trace) == len(second.trace) else "one world has more in it"
