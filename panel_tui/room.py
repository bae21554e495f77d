"""The live room: the one place where orders are carried out. Wall, phones, paper and rehearsal all come here.

Between `decide` and the new state there is no await: that is the lock. An order's reply comes only when the
record has it. If the record cannot keep it, the state is built again from what the record holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager

from sessions import commands as c
from sessions import events as e
from sessions.decide import decide
from sessions.decide.tie_ballots import Order
from sessions.evolve import evolve, fold
from sessions.refusals import No, Refused
from sessions.state import State
from sessions.views.box import InBox
from sessions.views.pages import AnyPage
from sessions.views.phone import Ask, Mine, page, stranger
from sessions.views.phone_mine import my_day
from sessions.views.posters import AnyPoster
from sessions.views.wall import Outside, poster

from .ballots import Half
from .clock import Clock
from .codes import draw_door_code, fast_hash
from .collector import collector_at_rest
from .door import Door, Taken, meaning, take
from .gathering import Gathering
from .hand_round import HandRound
from .history import document, history
from .keepsakes import Keepsakes
from .network import square_link, wifi_link
from .nudge import Nudge, not_in, unfinished
from .polling import Polling
from .ready.visits import Visits
from .record import Record, RecordError
from .signals import Signals
from .table import Table
from .waking import only_seat
from .watch import Presence, Watch, Watchers


class Room:
    """A session that runs: its state, its record, its polling place, and who is watching."""

    def __init__(self, record: Record, clock: Clock | None = None) -> None:
        """Take up the session where its record left off."""
        self.record = record
        self.clock = clock or Clock()
        self.address = ""
        self.encrypted = False
        self.presence = Presence()
        self.visits = Visits(self.clock.now)
        self._watchers = Watchers()
        self._polling = Polling(record, self.clock)
        self.phones_shut = self._polling.phones_shut
        self._signals = Signals()
        self._nudge = Nudge()
        self.table = Table(self, self._watchers.ring)
        self.hand_round = HandRound(self._watchers.ring)
        self.door_code = ""
        record.on_failure = self._rebuild
        self._rebuild()
        self._polling.resume(self.state)
        self.gathering = Gathering(lambda: self.state, self._watchers)

    def _rebuild(self, _why: RecordError | None = None) -> None:
        # whatever was decided but not kept has not happened
        with collector_at_rest():
            happened = history(self.record.entries)
            self.state: State = fold(happened)
            self._keepsakes = Keepsakes()
            for entry, one in zip(self.record.entries, happened, strict=True):
                self._keepsakes.note(self.record, entry, one)
        self._tokens = {seat.token: seat.number for seat in self.state.seats.values() if seat.token}
        self._sync()

    async def do(self, command: c.Command) -> tuple[e.Event, ...]:
        """Carry out an order: decide, keep, tell. Raises Refused, and then nothing has changed."""
        if isinstance(command, c.Next):
            await self._polling.drain()
            command = self._polling.filled(command, self.state)
        command = self.gathering.filled(command)
        events = decide(self.state, command)
        if not events:
            return ()
        at = self.clock.now()
        new = [e.Stamped(at, event) for event in events]
        documents = [document(one) for one in new]
        try:
            for one in documents:
                self.record.encode(one)
            for happened in new:
                self.state = evolve(self.state, happened)
            self._after(events)
            for entry, happened in zip(await self.record.append(documents), new, strict=True):
                self._keepsakes.note(self.record, entry, happened)
            await self._polling.kept(self.state, events)
            self.gathering.kept(events)
        except RecordError as problem:
            raise Refused(No.NOT_SAVED) from problem
        finally:
            self._watchers.ring(only_seat(events, self.state.plan.phase))
        return events

    def _after(self, events: tuple[e.Event, ...]) -> None:
        for event in events:
            match event:
                case e.SeatTaken(seat=seat, token=token):
                    self._forget(seat)
                    self._tokens[token] = seat
                case e.CardReissued(card=card):
                    self._forget(card.seat)
                case e.SeatOnPaper(seat=seat):
                    self._forget(seat)
                case e.MemberLeft(seat=seat):
                    self._forget(seat)
                    self._signals.forget(seat)
                case e.Sealed():
                    self._tokens = {}
                case _:
                    pass
        self._sync()

    def _forget(self, seat: int) -> None:
        self._tokens = {token: number for token, number in self._tokens.items() if number != seat}

    def _sync(self) -> None:
        """Keep the box, the signals and the door code in step with the state."""
        self._polling.follow(self.state)
        self.hand_round.follow(self.state)
        self._signals.follow(self.state.step.key if self.state.step else "")
        self._nudge.follow(self.state.plan.position)
        self.table.follow(self.state.plan.position)
        if not self.state.doors:
            self.door_code = ""
        elif not self.door_code:
            self.door_code = draw_door_code(self.clock)

    # seats

    def seat_of(self, token: str) -> int | None:
        """Give the seat a cookie holds."""
        return self._tokens.get(fast_hash(token))

    async def meaning(self, code: str) -> Door:
        """Say what a code stands for, using nothing up."""
        return await meaning(self.state, code, self.door_code)

    async def take(self, code: str) -> Taken:
        """Take the seat a code stands for. Raises Refused."""
        return await take(self, code)

    # phones

    def page(self, seat: int | None, ask: Ask | None = None) -> AnyPage:
        """Give the page a phone should see."""
        if seat is None:
            return stranger(self.state)
        box = self._polling.box
        receipt, at = self._keepsakes.receipt(seat, self.state.application)
        mine = Mine(
            ballot_in=box is not None and seat in box,
            ballot_settled=box is not None and box.settled(seat),
            asked_why=box is not None and box.asked_why(seat),
            given=self.gathering.given(seat),
            receipt=receipt,
            received_at=at,
            head=self._keepsakes.head,
            signals=self._signals.of(seat),
            reminded=self.reminded(seat) > 0,
        )
        return self._polling.told(self.state, page(self.state, seat, self.clock.now(), ask or Ask(), mine))

    def my_day(self, seat: int) -> AnyPage:
        """Give what this seat gave so far, for its own phone alone."""
        return my_day(self.state, seat, self._keepsakes.receipts(seat))

    async def cast(
        self, seat: int, application: str, number: int, choice: str | Order, *, keep: bool = True
    ) -> Half | None:
        """Put a ballot in the box; durable on return. Raises Refused. It is never an event.

        An order of those that are level is of no one application. Gives the phone's half to keep; a device
        that goes round keeps none.
        """
        half = await self._polling.cast(self.state, seat, application, number, choice, keep=keep)
        self._watchers.ring(seat)
        return half

    def give_reason(self, seat: int, application: str, number: int, text: str) -> None:
        """Keep a reason until the ballot closes: apart from the ballot, in memory only. Raises Refused."""
        self._polling.reason(self.state, seat, application, number, text)

    def bring_halves(self, cookies: Mapping[str, str], seat: int | None) -> tuple[str, ...]:
        """Take the ballot halves that a request carries; give the names of those that have served."""
        before = self._polling.seen(self.state)
        over = self._polling.bring(cookies, seat)
        if self._polling.seen(self.state) != before:
            self._watchers.ring()
        return over

    def signal(self, seat: int, kind: str) -> None:
        """Tell the facilitator something, without saying who. Never an event, never kept. Raises Refused."""
        if self.state.ended:
            raise Refused(No.ENDED)
        self._signals.put_up(seat, kind)
        self._watchers.ring(seat)

    def take_back(self, seat: int, kind: str) -> None:
        """Take a signal back."""
        self._signals.take_back(seat, kind)
        self._watchers.ring(seat)

    def signals(self) -> Mapping[str, int]:
        """Count the signals that are up, by their kind."""
        return self._signals.counts

    def remind(self) -> bool:
        """Remind those who have not finished, on their own phones only; say whether there is anyone to remind."""
        if not any(unfinished(self.state, self._polling.box, seat) for seat in self.state.seats):
            return False
        self._nudge.remind()
        self._watchers.ring()
        return True

    def reminded(self, seat: int) -> int:
        """Say how often this seat was reminded of what is still open."""
        return self._nudge.times if unfinished(self.state, self._polling.box, seat) else 0

    async def shut_phones(self) -> None:
        """Close the open ballot on phones, so that two members can count the slips. Raises Refused."""
        await self._polling.shut_phones()
        self._watchers.ring()

    def reopen_phones(self) -> None:
        """Let phones vote again; what was counted of the slips is forgotten."""
        self._polling.reopen_phones()
        self._watchers.ring()

    def key_paper(self, first: c.Tally | c.Places, second: c.Tally | c.Places) -> None:
        """Take two members' counts of the slips, which must agree. Never an event. Raises Refused."""
        self._polling.key_paper(self.state, first, second)
        self._watchers.ring()

    def in_box(self) -> tuple[InBox, frozenset[int]]:
        """Give what may be known of the ballot box, and which seats' ballots are in by phone; never a choice."""
        return self._polling.seen(self.state), self._polling.voted

    def move_to(self, address: str) -> None:
        """Let phones be told another address: the laptop has moved to another network."""
        self.address = address
        self._watchers.ring()

    def poster(self) -> AnyPoster:
        """Give what the wall shows now."""
        wifi = self.state.model.wifi
        outside = Outside(
            address=self.address,
            link=square_link(self.address, self.door_code, encrypted=self.encrypted),
            code=self.door_code,
            wifi_link=wifi_link(wifi) if wifi else "",
            box=self._polling.seen(self.state),
            head=self._keepsakes.head,
            given=self.gathering.count,
            restarted=self.gathering.restarted,
            laid=self.table.laid,
        )
        return self.table.over(poster(self.state, self.clock.now(), outside))

    @property
    def waiting(self) -> int:
        """Count who has yet to answer what is open; nought where nothing is."""
        seen = self._polling.seen(self.state) if self._polling.box is not None else None
        return not_in(self.state, seen) or self.gathering.waiting

    def position(self) -> str:
        """Name the place where the room stands."""
        return self.state.plan.position

    def ask(self, *, position: str) -> None:
        """Raise what a press would be refused with, or asked again about, now; do nothing."""
        decide(self.state, self.gathering.filled(self._polling.filled(c.Next(position), self.state)))

    async def press(self, *, position: str, sure: bool = False) -> None:
        """Do the obvious next thing. Raises Refused; one that asks again wants `sure` the second time."""
        await self.do(c.Next(position, sure))

    def watch(self, seat: int | None = None) -> AbstractContextManager[Watch]:
        """Watch for changes; with a seat, for those alone that its phone may show."""
        return self._watchers.watch(seat)
