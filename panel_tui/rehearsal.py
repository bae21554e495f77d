"""Rehearse a session on a copy of its folder: real pages, real record, pretend members."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from sessions.commands import PrintCards, RecordDecision
from sessions.events import Card
from sessions.model import Session
from sessions.phases import Phase
from sessions.refusals import Refused
from sessions.wording import say

from .clock import Clock
from .codes import NewCard, draw_card, fast_hash
from .live import live_room, read_or_refuse
from .rehearse import AnswerBook, Members, Written, drive
from .room import Room
from .unable import Unable
from .verdict import Verdict, verdict
from .web import serve

HERE = "127.0.0.1"


class Rehearsal(Struct, frozen=True):
    """What to rehearse and how; `speed` 1 is a person's pace, None as fast as it goes."""

    folder: Path
    book: Callable[[Session], AnswerBook]
    seed: int
    speed: float | None = None
    many: int | None = None  # pretend members; all seats where left out
    spare: int = 0  # seats left free for real people
    decisions: Mapping[str, Written] = {}  # what a pretend facilitator writes down
    host: str = "0.0.0.0"  # noqa: S104 - real phones may join in
    port: int = 8765


class TooManyMembers(Unable):
    """More pretend members were asked for than the session has seats."""

    def __init__(self, many: int, seats: int) -> None:
        """Say both numbers."""
        super().__init__(say("command.too-many-members", many=many, seats=seats))


class PretendHand:
    """A pretend facilitator's hand on the one key."""

    def __init__(self, room: Room, decisions: Mapping[str, Written] | None = None) -> None:
        """Stand at this room's laptop, with what the panel will have said."""
        self.room = room
        self._decisions = decisions or {}

    async def press(self) -> None:
        """Write down what was decided; then press, and once more where it asks."""
        await self._write_down()
        place = self.room.position()
        try:
            await self.room.press(position=place)
        except Refused as refused:
            if not refused.asks_again:
                raise
            await self.room.press(position=place, sure=True)

    async def _write_down(self) -> None:
        ref = self.room.state.application
        said = self._decisions.get(ref)
        if (
            said
            and self.room.state.plan.phase is Phase.DECISION
            and ref not in self.room.state.plan.decisions
        ):
            await self.room.do(RecordDecision(ref, said.verdict, said.amount, said.conditions, said.reasons))

    def waiting_for(self) -> int:
        """Count who has yet to answer."""
        return self.room.waiting

    def finished(self) -> bool:
        """Say whether the day is over."""
        return self.room.state.ended

    def describe(self) -> str:
        """Say where the room stands."""
        bands = self.room.poster().frame
        return " · ".join(part for part in (bands.title, bands.subtitle, bands.now) if part)


@asynccontextmanager
async def rehearsing(plan: Rehearsal, *, host: str, port: int) -> AsyncIterator[tuple[Room, Members]]:
    """Open the room, serve it, and bring the members in; for as long as the block lasts."""
    session = read_or_refuse(plan.folder, lambda: plan.seed)  # the same seed gives the same order, too
    async with live_room(plan.folder, Clock(), session) as room, serve(room, host, port) as server:
        cards = [draw_card(room.clock, seat, seats=len(room.state.seats)) for seat in room.state.seats]
        # keys only: a pretend member scans its card, so no slow hash of a typed code is needed
        await room.do(PrintCards(tuple(Card(card.seat, "", fast_hash(card.key)) for card in cards)))
        model = room.state.model
        many = len(cards) - plan.spare if plan.many is None else plan.many
        if many > len(cards):
            raise TooManyMembers(many, len(cards))
        members = Members(
            f"http://{HERE}:{server.port}",
            model,
            plan.book(replace(model, members=model.members[:many])),  # nobody speaks for an empty seat
            door=_doors(cards),
            speed=plan.speed,
            seed=plan.seed,
            many=many,
        )
        room.address = f"{HERE}:{server.port}"
        async with members:
            yield room, members


def _doors(cards: list[NewCard]) -> Callable[[int], str]:
    keys = {card.seat: card.key for card in cards}
    return lambda seat: f"/J/{keys[seat]}"


async def rehearse_headless(plan: Rehearsal, tell: Callable[[str], None]) -> Verdict:
    """Take the whole day without a terminal, telling how far it is. Gives what it came to."""
    async with rehearsing(plan, host=HERE, port=0) as (room, members):
        await drive(PretendHand(room, plan.decisions), members, tell=tell)
        await asyncio.sleep(0)
        seats = len(room.state.seats)
        return verdict(room.state, seats - plan.spare if plan.many is None else plan.many)
