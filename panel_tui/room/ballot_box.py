"""The polling place of the live room: what may be cast, brought back and counted, by the rules and in the box.

The state says which ballot is open and who may vote; the box holds what was cast. The two meet here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec.structs import replace

from panel_tui.record import Record
from panel_tui.room.ballots import Ballots, BoxFile, Half
from panel_tui.room.ballots.box_file import BoxSlots
from panel_tui.room.card_codes import fast_hash
from panel_tui.system.clock import Clock
from sessions import commands as c
from sessions import events as e
from sessions.decide.asking import may_answer
from sessions.decide.paper import may_count_slips
from sessions.decide.rounds import (
    CANT_SAY,
    asks_why,
    by_slip_alone,
    left_out,
    may_cast,
    may_key_paper,
    on_paper,
    voters_of,
)
from sessions.decide.tie_ballots import Order, may_key_places, may_rank
from sessions.model.answers import PaperWay
from sessions.model.refusals import No, Refused
from sessions.model.text import clean
from sessions.secret.ballot_box import BallotBox
from sessions.state import State
from sessions.views.phone import pages as p
from sessions.views.phone.rounds import ballot_by_slip, ballot_shut
from sessions.views.wall.poster_inputs import InBox
from sessions.wording import say

BY_THE_WAY = "?"
"""Stands for the application of a ballot on a question of the moment; no ref is written so."""

_APART = 999  # its place in the names of halves: no session has as many applications


class PollingBox:
    """One room's polling place. Every method that needs the rules is given the room's state as it is then."""

    def __init__(self, record: Record, clock: Clock) -> None:
        """Stand beside a record."""
        self._record, self._name = record, ""
        self._ballots = Ballots(BoxFile(record.path, record.disk), clock, record.check, record.met)

    @property
    def box(self) -> BallotBox | None:
        """Return the open round's box; nothing where no round is open."""
        return self._ballots.box

    @property
    def held(self) -> bytes | None:
        """Return the open round's box as its file should hold it; nothing where no round is open."""
        return self._ballots.held

    @property
    def locked(self) -> bool:
        """Whether the system keeps the open box in memory alone."""
        return self._ballots.locked

    # the room's history

    def resume(self, state: State) -> None:
        """Take up what a crash has left of an open round; whatever else is left over goes."""
        self._ballots.resume(*self._sheet(state))

    def follow(self, state: State) -> None:
        """Notice which round is open."""
        self._ballots.follow(*self._sheet(state))

    async def kept(self, state: State, events: tuple[e.Event, ...]) -> None:
        """Do what follows from events once the record has them; before, it might have to be undone."""
        for event in events:
            match event:
                case e.SeatTaken(seat=seat) | e.SeatHandedRound(seat=seat) if self.box is not None:
                    self.box.settle(seat)
                case e.ConflictDeclared(seat=seat, application=ref) if self.box and ref in _voted_on(state):
                    if by_slip_alone(state, seat, self.box.phones):
                        self._forget_slips()  # their slip is in a count that cannot be taken apart
                    await self._ballots.take_out(seat)
                case (
                    e.RoundClosed()
                    | e.RoundVoided()
                    | e.RankingClosed()
                    | e.TieVoided()
                    | e.RoomAnswered()
                    | e.AskingVoided()
                ):
                    await self._ballots.tidy()
                case _:
                    pass

    async def drain(self) -> None:
        """Wait for the ballots that are on their way to the disk: whoever has sent one is counted."""
        await self._ballots.drain()

    def filled(self, command: c.Command, state: State) -> c.Command:
        """Fill in what the box holds, where an order asks about it."""
        match command:
            case c.Next():
                return self._closing(command, state)
            case c.Undo():
                return self.undoing(command, state)
            case _:
                return command

    def undoing(self, command: c.Undo, state: State) -> c.Undo:
        """Fill in how many ballots would go, those that a crash has left unread among them."""
        seen = self.seen(state)
        return replace(command, cast=seen.ballots + len(seen.awaited))

    def _closing(self, command: c.Next, state: State) -> c.Next:
        """Fill in what closing wants. The only tally there ever is lives in the call that closes."""
        box = self.box
        if box is None:
            return command
        voters, seen, tie = voters_of(state), self.seen(state), state.open_tie
        filled = replace(
            command,
            cast=seen.ballots,
            awaited=seen.awaited,
            on_paper=0 if box.paper or box.paper_places else seen.on_paper,
            voted=tuple(seat for seat in voters if seat in box),
            writing=_some_write(state, box, voters),
        )
        closes = command.sure or left_out(filled, len(voters)) is None
        if not closes or command.position != state.plan.position:
            return filled
        if tie:
            return replace(filled, places=box.places(len(tie.refs), voters))
        asked = state.open_question
        options = asked.answers if asked else state.model.consensus.options
        return replace(filled, tally=box.tally(len(options), voters))

    # phones

    async def cast(
        self, state: State, seat: int, application: str, number: int, choice: str | Order, *, keep: bool
    ) -> Half | None:
        """Put a ballot in; durable on return. Raises Refused."""
        if isinstance(choice, str) and application == BY_THE_WAY:
            place = may_answer(state, seat, number, choice)
        elif isinstance(choice, str) and application:
            place = may_cast(state, seat, application, number, choice)
        else:  # of no one application: an order of those that are level
            place = may_rank(state, seat, number, None if isinstance(choice, str) else choice)
        self._open_to(state, seat)
        return await self._ballots.cast(seat, place, keep=keep)

    def reason(self, state: State, seat: int, application: str, number: int, text: str) -> None:
        """Keep a reason, apart from the ballot. Raises Refused."""
        may_cast(state, seat, application, number, CANT_SAY)
        if not asks_why(state):
            raise Refused(No.NOT_NOW)
        self._open_to(state, seat).add_reason(seat, clean(text))

    def bring(self, cookies: Mapping[str, str], seat: int | None) -> tuple[str, ...]:
        """Take the halves a request carries; give the names of those that have served."""
        return self._ballots.bring(cookies, seat, self.session)

    def told(self, state: State, page: p.AnyPage) -> p.AnyPage:
        """Tell a phone what a crash, or the count of the slips, changes for it."""
        box, seat = self.box, page.seat or 0
        if box is not None and box.shut:
            return ballot_shut(page)
        if (
            box is not None
            and isinstance(page, p.BallotPage | p.Rank | p.AskTheRoom)
            and by_slip_alone(state, seat, box.phones)
        ):
            return ballot_by_slip(page, everyone=state.paper_way is PaperWay.EVERYONE)
        if box is not None and seat in box.awaited and isinstance(page, p.BallotPage | p.Rank | p.AskTheRoom):
            return replace(page, message=say("views.ballot.again-please"))
        if box is not None and box.found and isinstance(page, p.Reason):
            return replace(page, message=say("people.reason.lost"))
        return page

    def _open_to(self, state: State, seat: int) -> BallotBox:
        box = self.box
        if box is None or box.shut:
            raise Refused(No.BALLOT_CLOSED)
        if box.settled(seat):
            raise Refused(No.BALLOT_STANDS)
        if by_slip_alone(state, seat, box.phones):
            raise Refused(No.ON_PAPER_NOW, seat=seat)
        return box

    # paper

    def ballot_closed_on_phones(self) -> bool:
        """Whether the open ballot is closed on phones, while slips are counted."""
        return self.box is not None and self.box.shut

    async def close_ballot_on_phones(self) -> None:
        """Close the ballot on phones, so that the slips can be counted. Raises Refused."""
        await self.drain()
        if self.box is None:
            raise Refused(No.BALLOT_CLOSED)
        self.box.shut = True

    def reopen_ballot_on_phones(self) -> None:
        """Let phones vote again; what was counted of the slips is forgotten."""
        if self.box is not None:
            self.box.shut = False
            self._forget_slips()

    def _forget_slips(self) -> None:
        if self.box is not None:
            self.box.paper, self.box.paper_places = None, None

    def key_paper(self, state: State, first: c.Tally | c.Places, second: c.Tally | c.Places) -> None:
        """Take two members' counts of the slips, in memory only. Raises Refused."""
        if self.box is None:
            raise Refused(No.BALLOT_CLOSED)
        if not self.box.shut:
            raise Refused(No.PHONES_OPEN)
        seats, tie = self.seen(state).on_paper, state.open_tie
        may_count_slips(state, seats)
        if tie and isinstance(first, c.Places) and isinstance(second, c.Places):
            self.box.paper_places = may_key_places(tie, first, second, seats=seats)
        elif not tie and isinstance(first, c.Tally) and isinstance(second, c.Tally):
            self.box.paper = may_key_paper(state, first, second, seats=seats)
        else:
            raise Refused(No.BALLOT_CLOSED)

    # the wall

    def seen(self, state: State) -> InBox:
        """Return what the wall may know of the box."""
        box = self.box
        if box is None:
            return InBox()
        voters = voters_of(state)
        return InBox(
            ballots=box.count(voters),
            found=box.found,
            awaited=tuple(seat for seat in box.awaited if seat in voters),
            on_paper=len(on_paper(state, box.phones)),
            shut=box.shut,
            way=state.paper_way,
        )

    @property
    def voted(self) -> frozenset[int]:
        """Name the seats whose ballots are in by phone and can be read; never what is in them."""
        return self.box.phones - set(self.box.awaited) if self.box is not None else frozenset()

    @property
    def session(self) -> str:
        """Name the session in a few letters that hang on its record's first line; nothing before there is one."""
        if not self._name and self._record.entries:
            first = self._record.entries[0]
            self._name = fast_hash(f"{first.receipt} {first.doc.get('at')}")[:8]
        return self._name

    def _sheet(self, state: State) -> tuple[BoxSlots | None, int]:
        tie = state.open_tie
        if tie is not None:  # of no one application: its halves are named by 0
            return BoxSlots(self.session, "", tie.number, tuple(sorted(tie.electorate))), 0
        asked = state.open_question
        if asked is not None:
            return BoxSlots(self.session, BY_THE_WAY, asked.number, tuple(sorted(asked.electorate))), _APART
        opened = state.open_round
        if opened is None:
            return None, 0
        # also those set aside: a place, once given, is never another's
        refs = [application.ref for application in state.model.every_application]
        sheet = BoxSlots(self.session, state.application, opened.number, tuple(sorted(opened.electorate)))
        return sheet, refs.index(state.application) + 1


def _voted_on(state: State) -> tuple[str, ...]:
    """Name the applications that the open ballot is about; a question of the moment is about none."""
    if state.open_question is not None:
        return ()
    return state.open_tie.refs if state.open_tie is not None else (state.application,)


def _some_write(state: State, box: BallotBox, voters: Collection[int]) -> bool:
    """Whether some who voted may still be writing why; where too few are asked, it is not to be known."""
    asked = state.open_round is not None and asks_why(state)
    return asked and any(seat in box and not box.asked_why(seat) for seat in voters)
