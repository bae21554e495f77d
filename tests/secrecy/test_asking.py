"""The exact swap test for a question of the moment: ballots permuted, pads shifted to match, and no byte differs."""

from __future__ import annotations

import random
from functools import cache

import pytest

from panel_tui.room.ballot_box import BY_THE_WAY
from panel_tui.room.ballots.shares import SlotPlace, mixed, slip
from panel_tui.room.room import Room
from sessions import commands as c
from sessions.events import Card
from sessions.model.phases import Phase
from tests.secrecy.chance import SetClock
from tests.secrecy.disk import TracedDisk
from tests.secrecy.swap import first_difference, lived_at
from tests.secrecy.table import CANT_SAY, Table, prepared
from tests.sessions.worlds import session

SEATS, ANSWERS = 7, ("Go on", "A break", "Stop for today")
CHOICES = ("1", "2", "3", CANT_SAY)
Script = list[tuple[int, str]]


@cache
def _asked() -> TracedDisk:
    """A disk with a record whose room has a question open."""

    async def opening(room: Room) -> None:
        await room.do(c.OpenDoors(session(seats=SEATS, applications=1, criteria=1)))
        for seat in range(1, SEATS + 1):
            await room.do(c.TakeFreeSeat(f"token-{seat}", Card(0, "", "key")))
        while room.state.plan.phase is not Phase.TALK:
            await room.press(position=room.position(), sure=True)
        await room.do(c.AskRoom(room.position(), "Go on, or a break?", ANSWERS))

    return prepared(opening)


class AskedTable(Table):
    """The table of the other tests, with a question open in place of a consensus round."""

    about = BY_THE_WAY

    def __init__(self, clock: SetClock) -> None:
        super().__init__(SEATS, clock=clock, disk=_asked())


def scripts(seed: int) -> tuple[Script, Script]:
    """Two scripts with the same seats in the same order and the same answers in the end, held by others."""
    chance = random.Random(seed)
    turns = [*range(1, SEATS + 1), *(chance.randint(1, SEATS) for _ in range(4))]
    chance.shuffle(turns)
    finals = [CANT_SAY, "1", "1", *(chance.choice(CHOICES[:3]) for _ in range(SEATS - 3))]
    while True:
        one, other = (_script(turns, chance.sample(finals, SEATS), chance) for _ in "ab")
        if one != other:
            return one, other


def _script(turns, finals, chance) -> Script:
    left = {seat: turns.count(seat) for seat in range(1, SEATS + 1)}
    steps = []
    for seat in turns:
        left[seat] -= 1
        steps.append((seat, chance.choice(CHOICES) if left[seat] else finals[seat - 1]))
    return steps


def place(choice: str) -> int | None:
    return None if choice == CANT_SAY else int(choice) - 1


async def two_worlds(seed: int) -> tuple[AskedTable, AskedTable]:
    one, other = scripts(seed)
    first = await lived_at(AskedTable(SetClock(seed)), one)
    shifts = []
    for (seat, before), (_, after), fill in zip(one, other, first.clock.fills, strict=False):
        where = SlotPlace(first.mark, BY_THE_WAY, 1, seat)
        shifts.append(mixed(slip(place(before), where, fill), slip(place(after), where, fill)))
    return first, await lived_at(AskedTable(SetClock(seed, shifts)), other)


@pytest.mark.parametrize("seed", range(12))
async def test_who_answered_what_changes_no_byte_anywhere(seed):
    first, second = await two_worlds(seed)
    assert first_difference(first, second) is None
    kept = first.room.state.asked[0]
    assert (kept.cast, sum(kept.counts)) == (SEATS, SEATS - 1)
    assert first.disk.calls > 80


async def test_without_the_shift_of_the_pads_the_test_would_see_a_difference():
    one, other = scripts(1)
    first = await lived_at(AskedTable(SetClock(1)), one)
    second = await lived_at(AskedTable(SetClock(1)), other)
    assert first_difference(first, second) is not None


async def test_every_half_is_of_one_length_whatever_the_answer():
    lengths = set()
    for choice in CHOICES:
        table = AskedTable(SetClock(2))
        await table.cast(1, choice)
        lengths.add(tuple(len(value) for value in table.jars[1].values()))
        await table.leave()
    assert len(lengths) == 1
