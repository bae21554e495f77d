"""A table with a ballot open: a real room and record on a pretend disk; a phone is what its cookies are."""

from __future__ import annotations

import asyncio
import copy
from collections.abc import Awaitable, Callable
from functools import cache
from pathlib import Path
from threading import Thread

from panel_tui.record import Record
from panel_tui.room.card_codes import fast_hash
from panel_tui.room.room import Room
from sessions import commands as c
from sessions.decide.paper import few_on_paper
from sessions.events import Card
from sessions.model.answers import PaperWay
from sessions.model.phases import Phase
from sessions.state import scores_of
from tests.secrecy.chance import SetClock
from tests.secrecy.disk import TracedDisk
from tests.sessions.worlds import session

PATH = Path("/session/record.jsonl")
REF, ROUND = "A01", 1
CANT_SAY = "cant-say"
CHOICES = ("1", "2", "3", "4", "5", CANT_SAY)


def seat_key(seat: int) -> str:
    return f"KEY{seat:023d}"


async def begin(room: Room, seats: int, paper: tuple[int, ...] = ()) -> None:
    """Open the doors, seat everyone, and go on until the first ballot is open."""
    await room.do(c.OpenDoors(session(seats=seats, applications=1, criteria=1)))
    await room.do(
        c.PrintCards(tuple(Card(seat, "", fast_hash(seat_key(seat))) for seat in range(1, seats + 1)))
    )
    for seat in range(1, seats + 1):
        if seat in paper:
            await room.do(c.TakePaperSeat(seat))
        else:
            await room.do(c.TakeSeatByCard(fast_hash(seat_key(seat)), fast_hash(f"token-{seat}")))
    while room.state.plan.phase is not Phase.BALLOT:
        if room.state.plan.phase is Phase.TALK and few_on_paper(
            room.state, scores_of(room.state, REF).voters
        ):
            await room.do(c.ChoosePaperWay(PaperWay.TWO_SEE))
        await room.press(position=room.position(), sure=True)


def prepared(opening: Callable[[Room], Awaitable[None]]) -> TracedDisk:
    """Give a disk with the record of a room that has lived through this, beside the test's own loop."""
    disk = TracedDisk()

    async def live() -> None:
        record = Record.open(PATH, disk=disk, program="tests")
        await opening(Room(record, SetClock()))
        await record.close()

    other = Thread(target=lambda: asyncio.run(live()))
    other.start()
    other.join()
    return disk


@cache
def _ballot_open(seats: int, paper: tuple[int, ...]) -> TracedDisk:
    return prepared(lambda room: begin(room, seats, paper))


class Table:
    """A room with its ballot open, and a jar of cookies for each seat's phone; `about` is what the ballot is on."""

    about = REF

    def __init__(
        self,
        seats: int = 7,
        *,
        clock: SetClock | None = None,
        paper: tuple[int, ...] = (),
        disk: TracedDisk | None = None,
    ) -> None:
        self.trace: list[tuple[object, ...]] = []
        self.disk = copy.deepcopy(disk or _ballot_open(seats, paper))
        self.disk.trace = self.trace
        self.disk.log.clear()
        self.disk.calls = 0
        self.clock = clock or SetClock()
        self.seats = tuple(range(1, seats + 1))
        self.jars: dict[int, dict[str, str]] = {seat: {} for seat in self.seats}
        self.acknowledged: dict[int, str] = {}
        self.start()

    def start(self) -> None:
        """Open the session, as `run` does."""
        self.record = Record.open(PATH, disk=self.disk, program="tests")
        self.room = Room(self.record, self.clock)

    def restart(self) -> None:
        """Be killed and come back."""
        self.disk.kill()
        self.start()

    async def leave(self) -> None:
        await self.record.close()

    async def cast(self, seat: int, choice: str, *, lost: bool = False, keep: bool = True) -> None:
        """Send a ballot as a phone does, its cookies with it; a reply may be lost on the way."""
        self.look(seat)
        half = await self.room.cast(seat, self.about, ROUND, choice, keep=keep)
        self.trace.append(("reply", len(half.name), len(half.value)) if half else ("reply",))
        if not lost:
            self.acknowledged[seat] = choice
            if half is not None:
                self.jars[seat][half.name] = half.value

    def look(self, seat: int) -> tuple[str, ...]:
        """Let a phone ask for anything at all."""
        over = self.room.bring_halves(self.jars[seat], seat)
        for name in over:
            del self.jars[seat][name]
        return over

    async def close(self) -> None:
        """Close the ballot, twice pressed."""
        await self.room.press(position=self.room.position(), sure=True)

    @property
    def counts(self) -> tuple[int, ...] | None:
        """Give the counts of the round, with "can't say" last."""
        one = self.room.state.rounds[REF][-1]
        return None if one.counts is None else (*one.counts, one.cant_say)

    @property
    def mark(self) -> str:
        """Give the session's mark in the names of halves."""
        return self.room.polling_box.session

    @property
    def wall(self) -> tuple[str, ...]:
        return self.room.poster().lines


def counted(ballots) -> tuple[int, ...]:
    """Count choices as a round does."""
    given = list(ballots)
    return tuple(given.count(choice) for choice in CHOICES)
