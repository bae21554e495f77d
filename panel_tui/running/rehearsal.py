"""Rehearse a session on a copy of its folder, and say how it went."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from panel_tui.folder.plan_in_force import as_rehearsal, read_or_refuse
from panel_tui.rehearse import AnswerBook, Members, WrittenLeaning, drive
from panel_tui.room.card_codes import NewCard, draw_card, fast_hash
from panel_tui.room.open_room import live_room
from panel_tui.room.room import Room
from panel_tui.system.clock import Clock
from panel_tui.system.errors import Unable
from panel_tui.web import serve
from sessions.commands import GoAgainstRule, PrintCards, RecordDecision
from sessions.events import Card
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.model.session import Session, StepKind, Value
from sessions.results.budget import pots
from sessions.results.funder_rules import unanswered
from sessions.state import State, scores_of
from sessions.wording import say


class RehearsalVerdict(Value, frozen=True):
    """What a rehearsed day came to; counts of applications scored and of pretend members who scored any.

    `listed` says whether the agenda comes to a list at all, `confirmed` whether it was confirmed; of those on it
    `chosen` were given money, or a place on a shortlist.
    """

    ended: bool
    scored: int
    applications: int
    answered: int
    members: int
    listed: bool = True
    confirmed: bool = False
    chosen: int = 0
    shortlist: bool = False


def verdict(state: State, members: int) -> RehearsalVerdict:
    """Look at a rehearsed day; `members` is how many were to take part."""
    scorings = [scores_of(state, application.ref) for application in state.model.applications]
    answered = {seat for scoring in scorings for seat, cells in scoring.cells.items() if cells}
    scored = sum(any(scoring.cells.values()) for scoring in scorings)
    return RehearsalVerdict(
        state.ended,
        scored,
        len(scorings),
        len(answered),
        members,
        listed=any(step.kind is StepKind.BUDGET for step in state.steps),
        confirmed=state.confirmed,
        chosen=len({ref for pot in pots(state) for ref in pot.funded}) if state.confirmed else 0,
        shortlist=state.model.places is not None,
    )


def verdict_said(came: RehearsalVerdict, kept: Path | None, after: str) -> str:
    """Say it; `kept` is where the session was left, and `after` what to do next."""
    key = "rehearse.verdict-ended" if came.ended else "rehearse.verdict-not-ended"
    how = say(
        key,
        scored=came.scored,
        applications=came.applications,
        answered=came.answered,
        members=came.members,
    )
    what = say(f"rehearse.verdict-{_list_of(came)}", n=came.chosen) if came.ended else ""
    where = say("rehearse.verdict-kept", folder=kept) if kept else say("rehearse.verdict-gone")
    return " ".join(part for part in (how, what, where, after) if part)


def _list_of(came: RehearsalVerdict) -> str:
    """Name what became of the list."""
    if not came.listed:
        return "no-list"
    if not came.confirmed:
        return "not-confirmed"
    return "shortlisted" if came.shortlist else "confirmed"


HERE = "127.0.0.1"


class Rehearsal(Struct, frozen=True):
    """What to rehearse and how; `speed` 1 is a person's pace, None as fast as it goes.

    `session` is the plan, where that is not the folder's own.
    """

    folder: Path
    book: Callable[[Session], AnswerBook]
    seed: int
    speed: float | None = None
    many: int | None = None  # pretend members; all seats where left out
    spare: int = 0  # seats left free for real people
    decisions: Mapping[str, WrittenLeaning] = {}  # what a pretend facilitator writes down
    host: str = "0.0.0.0"  # noqa: S104 - real phones may join in
    port: int = 8765
    session: Session | None = None
    marked: bool = (
        False  # wall, phones and paper say that it is a rehearsal; the demo says what it is by its name
    )


class TooManyMembers(Unable):
    """More pretend members were asked for than the session has seats."""

    def __init__(self, many: int, seats: int) -> None:
        """Say both numbers."""
        super().__init__(say("command.too-many-members", many=many, seats=seats))


class PretendHand:
    """A pretend facilitator's hand on the one key."""

    def __init__(self, room: Room, decisions: Mapping[str, WrittenLeaning] | None = None) -> None:
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
            if refused.code is No.RULE_WHY_NEEDED:
                await self._say_why()
            elif not refused.asks_again:
                raise
            await self.room.press(position=place, sure=True)

    async def _say_why(self) -> None:
        """Say of each of the funder's rules that the list goes against why it does: nobody is there to ask."""
        for one in unanswered(self.room.state):
            why = say("rules.pretend")
            await self.room.do(GoAgainstRule(one.application, one.kind, one.rule, why))

    async def _write_down(self) -> None:
        ref = self.room.state.application
        said = self._decisions.get(ref)
        if (
            said
            and self.room.state.plan.phase is Phase.DECISION
            and ref not in self.room.state.plan.decisions
        ):
            words = (said.conditions, said.reasons)
            order = RecordDecision(ref, said.verdict, said.amount, *words, against=say("rules.pretend"))
            await self.room.do(order)

    def waiting_for(self) -> int:
        """Count who has yet to answer."""
        return self.room.waiting

    def line(self) -> int:
        """Number the line of the agenda where the room stands."""
        return self.room.state.plan.step

    def finished(self) -> bool:
        """Whether the day is over."""
        return self.room.state.ended

    def describe(self) -> str:
        """Say where the room stands."""
        bands = self.room.poster().frame
        return " · ".join(part for part in (bands.title, bands.subtitle, bands.now) if part)


@asynccontextmanager
async def rehearsing(plan: Rehearsal, *, host: str, port: int) -> AsyncIterator[tuple[Room, Members]]:
    """Open the room, serve it, and bring the members in; for as long as the block lasts."""
    # the same seed gives the same order, too
    session = plan.session or read_or_refuse(plan.folder, lambda: plan.seed)
    if plan.marked:
        session = as_rehearsal(session)
    async with (
        live_room(plan.folder, Clock(), session, rehearsal=True) as room,
        serve(room, host, port) as server,
    ):
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


async def rehearse_headless(plan: Rehearsal, tell: Callable[[str], None]) -> RehearsalVerdict:
    """Take the whole day without a terminal, telling how far it is. Gives what it came to."""
    async with rehearsing(plan, host=HERE, port=0) as (room, members):
        await drive(PretendHand(room, plan.decisions), members, tell=tell)
        await asyncio.sleep(0)
        seats = len(room.state.seats)
        return verdict(room.state, seats - plan.spare if plan.many is None else plan.many)
