"""The polling place of the live room: what may be cast, brought back and counted, by the rules and in the box.

The state says which ballot is open and who may vote; the box holds what was cast. The two meet here.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from sessions import commands as c
from sessions import events as e
from sessions.ballots import BallotBox
from sessions.decide.rounds import CANT_SAY, by_slip_alone, may_cast, may_key_paper, on_paper, voters_of
from sessions.decide.tie_ballots import Order, may_key_places, may_rank
from sessions.refusals import No, Refused
from sessions.state import State
from sessions.text import clean
from sessions.views import pages as p
from sessions.views.box import InBox
from sessions.views.phone_ballot import ballot_by_slip, ballot_shut
from sessions.wording import say

from .ballots import Ballots, BoxFile, Half
from .ballots.sheet import Sheet
from .clock import Clock
from .codes import fast_hash
from .record import Record


class Polling:
    """One room's polling place. Every method that needs the rules is given the room's state as it is then."""

    def __init__(self, record: Record, clock: Clock) -> None:
        """Stand beside a record."""
        self._record = record
        self._ballots = Ballots(BoxFile(record.path, record.disk), clock)

    @property
    def box(self) -> BallotBox | None:
        """Give the open round's box; nothing where no round is open."""
        return self._ballots.box

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
                case e.RoundClosed() | e.RoundVoided() | e.RankingClosed() | e.TieVoided():
                    await self._ballots.tidy()
                case _:
                    pass

    async def drain(self) -> None:
        """Wait for the ballots that are on their way to the disk: whoever has sent one is counted."""
        await self._ballots.drain()

    def filled(self, command: c.Next, state: State) -> c.Next:
        """Fill in what the box holds. The only tally there ever is lives in the call that closes."""
        box = self.box
        if box is None:
            return command
        voters = voters_of(state)
        closing = command.sure and command.position == state.plan.position
        seen, tie = self.seen(state), state.open_tie
        return replace(
            command,
            cast=seen.ballots,
            tally=box.tally(len(state.model.consensus.options), voters) if closing and not tie else None,
            awaited=seen.awaited,
            on_paper=0 if box.paper or box.paper_places else seen.on_paper,
            places=box.places(len(tie.refs), voters) if closing and tie else None,
        )

    # phones

    async def cast(
        self, state: State, seat: int, application: str, number: int, choice: str | Order, *, keep: bool
    ) -> Half | None:
        """Put a ballot in; durable on return. Raises Refused."""
        if isinstance(choice, str) and application:
            place = may_cast(state, seat, application, number, choice)
        else:  # of no one application: an order of those that are level
            place = may_rank(state, seat, number, None if isinstance(choice, str) else choice)
        self._open_to(state, seat)
        return await self._ballots.cast(seat, place, keep=keep)

    def reason(self, state: State, seat: int, application: str, number: int, text: str) -> None:
        """Keep a reason, apart from the ballot. Raises Refused."""
        may_cast(state, seat, application, number, CANT_SAY)
        self._open_to(state, seat).add_reason(seat, clean(text))

    def bring(self, cookies: Mapping[str, str], seat: int | None) -> tuple[str, ...]:
        """Take the halves a request carries; give the names of those that have served."""
        return self._ballots.bring(cookies, seat, self._session)

    def told(self, state: State, page: p.AnyPage) -> p.AnyPage:
        """Tell a phone what a crash, or the count of the slips, changes for it."""
        box, seat = self.box, page.seat or 0
        if box is not None and box.shut:
            return ballot_shut(page)
        if box is not None and isinstance(page, p.Ballot | p.Rank) and by_slip_alone(state, seat, box.phones):
            return ballot_by_slip(page)
        if box is not None and seat in box.awaited and isinstance(page, p.Ballot | p.Rank):
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

    def phones_shut(self) -> bool:
        """Say whether the open ballot is closed on phones, while slips are counted."""
        return self.box is not None and self.box.shut

    async def shut_phones(self) -> None:
        """Close the ballot on phones, so that the slips can be counted. Raises Refused."""
        await self.drain()
        if self.box is None:
            raise Refused(No.BALLOT_CLOSED)
        self.box.shut = True

    def reopen_phones(self) -> None:
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
        if tie and isinstance(first, c.Places) and isinstance(second, c.Places):
            self.box.paper_places = may_key_places(tie, first, second, seats=seats)
        elif not tie and isinstance(first, c.Tally) and isinstance(second, c.Tally):
            self.box.paper = may_key_paper(state, first, second, seats=seats)
        else:
            raise Refused(No.BALLOT_CLOSED)

    # the wall

    def seen(self, state: State) -> InBox:
        """Give what the wall may know of the box."""
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
        )

    @property
    def voted(self) -> frozenset[int]:
        """Name the seats whose ballots are in by phone and can be read; never what is in them."""
        return self.box.phones - set(self.box.awaited) if self.box is not None else frozenset()

    @property
    def _session(self) -> str:
        """Name the session in a few letters that hang on its record's first line; nothing before there is one."""
        if not self._record.entries:
            return ""
        first = self._record.entries[0]
        return fast_hash(f"{first.receipt} {first.doc.get('at')}")[:8]

    def _sheet(self, state: State) -> tuple[Sheet | None, int]:
        tie = state.open_tie
        if tie is not None:  # of no one application: its halves are named by 0
            return Sheet(self._session, "", tie.number, tuple(sorted(tie.electorate))), 0
        opened = state.open_round
        if opened is None:
            return None, 0
        refs = [application.ref for application in state.model.applications]
        sheet = Sheet(self._session, state.application, opened.number, tuple(sorted(opened.electorate)))
        return sheet, refs.index(state.application) + 1


def _voted_on(state: State) -> tuple[str, ...]:
    """Name the applications that the open ballot is about."""
    return state.open_tie.refs if state.open_tie is not None else (state.application,)
