"""Many rounds, and all that a holder of every version of the box file learns of each: bytes, and nothing of memory."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from panel_tui.room.ballots import Ballots
from panel_tui.room.ballots.box_file import BoxSlots
from panel_tui.room.ballots.shares import SIZE
from tests.secrecy.chance import SetClock

SEATS = 9
SLOT = 2 * SIZE


class Versions:
    """A box file that forgets nothing."""

    def __init__(self):
        self.all = []

    def write(self, data):
        self.all.append(data)

    def read(self, whole):
        return None

    def remove(self):
        pass


@dataclass
class Round:
    """What was cast, and every version of the file."""

    ballots: dict[int, int | None] = field(default_factory=dict)
    versions: list[bytes] = field(default_factory=list)

    @property
    def counts(self) -> dict[int | None, int]:
        given = list(self.ballots.values())
        return {choice: given.count(choice) for choice in given}


async def hold(
    many: int, *, seed: int, kind: type[Ballots] = Ballots, again: int = SEATS // 3
) -> list[Round]:
    """Hold many rounds; the panel leans one way or the other, and `again` seats change or repeat their ballot."""
    chance = random.Random(seed)
    clock = SetClock(seed)
    return [await _one(number, chance, clock, kind, again) for number in range(many)]


async def _one(
    number: int, chance: random.Random, clock: SetClock, kind: type[Ballots], repeats: int
) -> Round:
    file, one = Versions(), Round()
    ballots = kind(file, clock)
    ballots.follow(BoxSlots("session", f"A{number}", 1, tuple(range(1, SEATS + 1))), 1)
    weights = [chance.random() ** 2 for _ in range(6)]
    order = [*range(1, SEATS + 1), *chance.sample(range(1, SEATS + 1), repeats)]
    chance.shuffle(order)
    for seat in order:
        again = one.ballots.get(seat, "new")
        fresh = chance.choices([0, 1, 2, 3, 4, None], weights)[0]
        choice = fresh if again == "new" or chance.random() < 0.5 else again
        await ballots.cast(seat, choice)
        one.ballots[seat] = choice
    one.versions = file.all
    return one


def slots(data: bytes) -> list[bytes]:
    """Cut a version into what looks like slots, whatever its length."""
    return [data[SIZE + SLOT * n : SIZE + SLOT * (n + 1)] for n in range(SEATS)]
