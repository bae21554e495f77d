"""The exact swap test for tie-break ballots: orders permuted, pads shifted to match, and no byte differs anywhere."""

from __future__ import annotations

import random
from functools import cache

import pytest

from panel_tui.room.ballots.shares import SlotPlace, mixed, slip
from panel_tui.room.room import Room
from sessions import commands as c
from sessions.events import Card
from sessions.model.answers import score
from sessions.model.phases import Phase
from sessions.results.tie_ballots import order_number
from tests.secrecy.chance import SetClock
from tests.secrecy.disk import TracedDisk
from tests.secrecy.swap import first_difference, lived_at
from tests.secrecy.table import CANT_SAY, Table, prepared
from tests.sessions.dividing import a_panel, application

REFS = ("A01", "A02", "A03")
SEATS = 7
ORDERS = [dict(zip(REFS, places, strict=True)) for places in ((1, 2, 3), (1, 3, 2), (2, 3, 1), (3, 2, 1))]
Script = list[tuple[int, object]]


@cache
def _tie_open() -> TracedDisk:
    """A disk with a record whose room has a tie-break ballot open."""

    async def opening(room: Room) -> None:
        model = a_panel(*(application(ref, 500) for ref in REFS), pot=1000, seats=SEATS, ties=("ballot",))
        await room.do(c.OpenDoors(model))
        for seat in range(1, SEATS + 1):
            await room.do(c.TakeFreeSeat(f"token-{seat}", Card(0, "", "key")))
        while room.state.plan.phase is not Phase.BUDGET:
            await room.press(position=room.position(), sure=True)
            ref = room.state.application
            if room.state.plan.phase is Phase.SCORE:
                for seat in room.state.taken:
                    await room.do(c.GiveAnswer(seat, ref, "c1", score(4), f"{seat}-{ref}", 1))
        await room.do(c.BreakTie(room.position(), REFS))

    return prepared(opening)


class TieTable(Table):
    """The table of the other tests, with a tie-break ballot open in place of a consensus round."""

    about = ""

    def __init__(self, clock: SetClock) -> None:
        super().__init__(SEATS, clock=clock, disk=_tie_open())


def scripts(seed: int) -> tuple[Script, Script]:
    """Two scripts with the same seats in the same order and the same orders in the end, held by others."""
    chance = random.Random(seed)
    turns = [*range(1, SEATS + 1), *(chance.randint(1, SEATS) for _ in range(4))]
    chance.shuffle(turns)
    finals = [CANT_SAY, *(chance.choice(ORDERS) for _ in range(SEATS - 1))]
    while True:
        one, other = (_script(turns, chance.sample(finals, SEATS), chance) for _ in "ab")
        if one != other:
            return one, other


def _script(turns, finals, chance) -> Script:
    left = {seat: turns.count(seat) for seat in range(1, SEATS + 1)}
    steps = []
    for seat in turns:
        left[seat] -= 1
        steps.append((seat, chance.choice([*ORDERS, CANT_SAY]) if left[seat] else finals[seat - 1]))
    return steps


def number(choice) -> int | None:
    return None if choice == CANT_SAY else order_number([choice[ref] - 1 for ref in REFS])


async def lived(steps: Script, clock: SetClock) -> TieTable:
    return await lived_at(TieTable(clock), steps)


async def two_worlds(seed: int) -> tuple[TieTable, TieTable]:
    one, other = scripts(seed)
    first = await lived(one, SetClock(seed))
    shifts = []
    for (seat, before), (_, after), fill in zip(one, other, first.clock.fills, strict=False):
        place = SlotPlace(first.mark, "", 1, seat)
        shifts.append(mixed(slip(number(before), place, fill), slip(number(after), place, fill)))
    return first, await lived(other, SetClock(seed, shifts))


@pytest.mark.parametrize("seed", range(12))
async def test_who_put_them_in_which_order_changes_no_byte_anywhere(seed):
    first, second = await two_worlds(seed)
    assert first_difference(first, second) is None
    kept = first.room.state.tie_ballots[0]
    assert kept.cast == SEATS
    assert sum(kept.places[0]) == SEATS - 1
    assert first.disk.calls > 80


@pytest.mark.slow
async def test_a_hundred_pairs_of_worlds():
    for seed in range(100, 200):
        first, second = await two_worlds(seed)
        assert first_difference(first, second) is None, seed


async def test_without_the_shift_of_the_pads_the_test_would_see_a_difference():
    one, other = scripts(1)
    first, second = await lived(one, SetClock(1)), await lived(other, SetClock(1))
    assert first_difference(first, second) is not None


async def test_every_half_is_of_one_length_whatever_the_order():
    lengths = set()
    for choice in [*ORDERS, CANT_SAY]:
        table = TieTable(SetClock(2))
        await table.cast(1, choice)
        lengths.add(tuple(len(value) for value in table.jars[1].values()))
        await table.leave()
    assert len(lengths) == 1
