"""The live room: the one place where orders are carried out. Wall, phones, paper and rehearsal all come here.

Between `decide` and the new state there is no await: that is the lock. An order's reply comes only when the
record has it. If the record cannot keep it, the state is built again from what the record holds.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager

from msgspec.structs import replace

from panel_tui.record import Record, RecordError
from panel_tui.record.history import blaming, document, history
from panel_tui.room.adjusted import LiveAdjustments
from panel_tui.room.anonymous_answers import AnonymousAnswers
from panel_tui.room.ballot_box import PollingBox
from panel_tui.room.ballots import Half
from panel_tui.room.budget_table import BudgetTable
from panel_tui.room.card_codes import draw_door_code
from panel_tui.room.holders import Holders
from panel_tui.room.joining import CodeMeaning, TakenSeat, meaning, take
from panel_tui.room.listener_state import ListenerState
from panel_tui.room.notifier import Notifier, Visits, Watch, only_seat
from panel_tui.room.other_screens import OtherScreens
from panel_tui.room.pending_writes import OnTheWay
from panel_tui.room.practice import PracticeGoes
from panel_tui.room.presence import Presence
from panel_tui.room.receipts import Receipts, mine_of
from panel_tui.room.record_watch import Keeping
from panel_tui.room.room_protocol import nothing_more
from panel_tui.room.shared_device import SharedDevice
from panel_tui.room.signals import Reminders, Signals, not_in, unfinished
from panel_tui.system.clock import Clock
from panel_tui.system.hash_pool import Slowly, at_once
from panel_tui.system.network import square_link, wifi_link
from panel_tui.system.process import gc_paused
from sessions import commands as c
from sessions import events as e
from sessions.decide import decide
from sessions.decide.tie_ballots import Order
from sessions.evolve import evolve, fold
from sessions.model.refusals import No, Refused
from sessions.state import State
from sessions.views.earlier import earlier
from sessions.views.phone.current_page import Ask, page, stranger
from sessions.views.phone.mine import my_day
from sessions.views.phone.pages import AnyPage
from sessions.views.wall.current_poster import Outside, poster
from sessions.views.wall.poster_inputs import InBox
from sessions.views.wall.posters import AnyPoster


class Room:
    """A session that runs: its state, its record, its polling place, and who is watching."""

    def __init__(self, record: Record, clock: Clock | None = None) -> None:
        """Take up the session where its record left off."""
        self.record = record
        self.clock = clock or Clock()
        self.address = ""
        self.encrypted, self.undumped = False, True  # until the system has said otherwise
        self.presence = Presence()
        self.visits = Visits(self.clock.now)
        self._notifier = Notifier()
        self.listener = ListenerState(self._notifier.notify)
        self.keeping = Keeping(record, self._notifier.notify)
        self.polling_box = PollingBox(record, self.clock)
        self.ballot_closed_on_phones = self.polling_box.ballot_closed_on_phones
        self.signals = Signals(lambda: self.state, self._notifier.notify)
        self.practice = PracticeGoes(lambda: self.state)
        self._holders = Holders()
        self.lost = self._holders.lost
        self._reminders = Reminders()
        self.table = BudgetTable(self, self._notifier.notify)
        self.hand_round = SharedDevice(self._notifier.notify)
        self.screens = OtherScreens(lambda: self.clock, lambda: self.state, self._notifier)
        self.turn_on: Callable[[str], bool] = nothing_more
        """Let the wall, where one is up, show what it has not shown yet of a place; says whether there was more."""
        self.labels: Callable[[], Mapping[int, str]] = dict
        """What the folder calls the seats: for the desk and for keying, and never for the record."""
        self.door_code = ""
        self.adjusted = LiveAdjustments()
        self._on_the_way = OnTheWay()
        self.settled = self._on_the_way.settled
        record.on_failure = self._not_kept
        self._rebuild()
        self.polling_box.resume(self.state)
        self.anonymous_answers = AnonymousAnswers(lambda: self.state, self._notifier)

    def _not_kept(self, _why: RecordError) -> None:
        self._on_the_way.taken_back += 1
        self._rebuild()
        self.keeping.tell()

    def _rebuild(self) -> None:  # whatever was decided but not kept has not happened
        with gc_paused():
            with blaming(lambda: self.record.entries):
                happened = history(self.record.entries)
                self.state: State = fold(happened)
            self._receipts = Receipts()
            for entry, one in zip(self.record.entries, happened, strict=True):
                self._receipts.note(self.record, entry, one)
        self._holders.begin(self.state)
        self._sync()

    async def do(self, command: c.Command) -> tuple[e.Event, ...]:
        """Carry out an order: decide, keep, tell. Raises Refused, and then nothing has changed."""
        self.keeping.ask()
        if isinstance(command, c.Next | c.Undo):
            await self.polling_box.drain()
        while not (events := decide(self.state, self._filled(command))):
            if await self.settled():  # it had been done before, and that is kept
                return ()
            self.keeping.ask()
        try:
            with self._on_the_way.one_more():
                await self._keep(events)
        except RecordError as problem:
            raise Refused(No.NOT_SAVED) from problem
        finally:
            self._notifier.notify(only_seat(events, self.state.plan.phase))
        return events

    async def _keep(self, events: tuple[e.Event, ...]) -> None:
        """Let these have happened, durably. Raises RecordError, and then they have not."""
        at = self.clock.now()
        new = [e.Stamped(at, event) for event in events]
        documents = self.record.prepared([document(one) for one in new])
        for happened in new:
            self.state = evolve(self.state, happened)
        self._after(events)
        for entry, happened in zip(await self.record.append(documents), new, strict=True):
            self._receipts.note(self.record, entry, happened)
        self.keeping.tell()  # a disk that was full has room again
        await self.polling_box.kept(self.state, events)
        self.anonymous_answers.kept(events)

    def _filled(self, command: c.Command) -> c.Command:
        """Fill in what only the live room knows: what is in the box, and what was given without a name."""
        return self.anonymous_answers.filled(self.polling_box.filled(command, self.state))

    def _after(self, events: tuple[e.Event, ...]) -> None:
        self._holders.follow(events, self.state)
        self.signals.forget(*(event.seat for event in events if isinstance(event, e.MemberLeft)))
        self._sync()

    def _sync(self) -> None:
        """Keep the box, the signals and the door code in step with the state."""
        self.polling_box.follow(self.state)
        self.hand_round.follow(self.state)
        self.screens.follow(self.state)
        self.signals.follow(self.state.step.key if self.state.step else "")
        self._reminders.follow(self.state.plan.position)
        self.practice.follow(self.state.plan.position)
        self.table.follow(self.state.plan.position)
        if not self.state.doors:
            self.door_code = ""
        elif not self.door_code:
            self.door_code = draw_door_code(self.clock)

    def seat_of(self, token: str) -> int | None:
        """Return the seat a cookie holds."""
        return self._holders.seat_of(token)

    async def meaning(self, code: str, slowly: Slowly = at_once) -> CodeMeaning:
        """Say what a code stands for, using nothing up."""
        return await meaning(self.state, code, self.door_code, slowly)

    async def take(self, code: str, slowly: Slowly = at_once, leaving: str = "") -> TakenSeat:
        """Take the seat a code stands for; `leaving` is the cookie of a seat held before. Raises Refused."""
        return await take(self, code, slowly, leaving)

    def page(self, seat: int | None, ask: Ask | None = None) -> AnyPage:
        """Return the page a phone should see, and first what it must know while nothing can be kept."""
        shown = stranger(self.state) if seat is None else self._page_of(seat, ask)
        rehearsal = self.state.session is not None and self.state.model.rehearsal
        return replace(shown, rehearsal=rehearsal, trouble=self.keeping.trouble.said_on_phones)

    def _page_of(self, seat: int, ask: Ask | None) -> AnyPage:
        kept = (self.anonymous_answers, self.signals, self.practice, self.table)
        box, reminded = self.polling_box.box, self.reminded(seat) > 0
        mine = mine_of(seat, self.state, box, self._receipts, *kept, reminded=reminded)
        return self.polling_box.told(self.state, page(self.state, seat, self.clock.now(), ask or Ask(), mine))

    def my_day(self, seat: int) -> AnyPage:
        """Return what this seat gave so far, for its own phone alone."""
        return my_day(self.state, seat, self._receipts.receipts(seat))

    async def cast(
        self, seat: int, application: str, number: int, choice: str | Order, *, keep: bool = True
    ) -> Half | None:
        """Put a ballot in the box; durable on return, and never an event. Raises Refused.

        An order of those that are level is of no one application. Gives the phone's half; a shared device keeps none.
        """
        self.keeping.ask()
        half = await self.polling_box.cast(self.state, seat, application, number, choice, keep=keep)
        self._notifier.notify(seat)
        return half

    def give_reason(self, seat: int, application: str, number: int, text: str) -> None:
        """Keep a reason until the ballot closes: apart from the ballot, in memory only. Raises Refused."""
        self.polling_box.reason(self.state, seat, application, number, text)

    def bring_halves(self, cookies: Mapping[str, str], seat: int | None) -> tuple[str, ...]:
        """Take the ballot halves that a request carries; give the names of those that have served."""
        before = self.polling_box.seen(self.state)
        over = self.polling_box.bring(cookies, seat)
        if self.polling_box.seen(self.state) != before:
            self._notifier.notify()
        return over

    def remind(self) -> bool:
        """Remind those who have not finished, on their own phones only; say whether there is anyone to remind."""
        if not any(unfinished(self.state, self.polling_box.box, seat) for seat in self.state.seats):
            return False
        self._reminders.remind()
        self._notifier.notify()
        return True

    def reminded(self, seat: int) -> int:
        """Say how often this seat was reminded of what is still open."""
        return self._reminders.times if unfinished(self.state, self.polling_box.box, seat) else 0

    async def close_ballot_on_phones(self) -> None:
        """Close the open ballot on phones, so that two members can count the slips. Raises Refused."""
        await self.polling_box.close_ballot_on_phones()
        self._notifier.notify()

    def reopen_ballot_on_phones(self) -> None:
        """Let phones vote again; what was counted of the slips is forgotten."""
        self.polling_box.reopen_ballot_on_phones()
        self._notifier.notify()

    def key_paper(self, first: c.Tally | c.Places, second: c.Tally | c.Places) -> None:
        """Take two members' counts of the slips, which must agree. Never an event. Raises Refused."""
        self.polling_box.key_paper(self.state, first, second)
        self._notifier.notify()

    def in_box(self) -> tuple[InBox, frozenset[int]]:
        """Return what may be known of the ballot box, and which seats' ballots are in by phone; never a choice."""
        return self.polling_box.seen(self.state), self.polling_box.voted

    @property
    def unseen(self) -> bool:
        """Whether no open ballot can come to the disk by a crash, or by the system's lack of memory."""
        return self.undumped and self.polling_box.locked

    def move_to(self, address: str) -> None:
        """Let phones be told another address: the laptop has moved to another network."""
        self.address = address
        self._notifier.notify()

    def poster(self) -> AnyPoster:
        """Return what the wall shows now."""
        return self.table.over(poster(self.state, self.clock.now(), self._outside()))

    async def earlier(self) -> tuple[AnyPoster, ...]:
        """Return what the wall showed before, as the record knows it; phones are answered meanwhile."""
        entries, outside = tuple(self.record.entries), self._outside()
        return await asyncio.to_thread(lambda: earlier(history(entries), outside))

    def _outside(self) -> Outside:
        return Outside(
            address=self.address,
            link=square_link(self.address, self.door_code, encrypted=self.encrypted),
            code=self.door_code,
            wifi_link=wifi_link(wifi) if (wifi := self.state.model.wifi) else "",
            box=self.polling_box.seen(self.state),
            head=self._receipts.head,
            given=self.anonymous_answers.count,
            restarted=self.anonymous_answers.restarted,
            questions_lost=self.anonymous_answers.questions_lost,
            laid=self.table.laid,
        )

    @property
    def waiting(self) -> int:
        """Count who has yet to answer what is open; nought where nothing is."""
        seen = self.polling_box.seen(self.state) if self.polling_box.box is not None else None
        return not_in(self.state, seen) or self.anonymous_answers.waiting

    def position(self) -> str:
        """Name the place where the room stands."""
        return self.state.plan.position

    def ask(self, *, position: str, undo: bool = False) -> None:
        """Raise what a press, or a step back, would be refused with or asked again about now; do nothing."""
        decide(self.state, self._filled(c.Undo(position) if undo else c.Next(position)))

    async def press(self, *, position: str, sure: bool = False) -> None:
        """Do the obvious next thing. Raises Refused; one that asks again wants `sure` the second time."""
        await self.do(c.Next(position, sure))

    def watch(self, seat: int | None = None) -> AbstractContextManager[Watch]:
        """Watch for changes; with a seat, for those alone that its phone may show."""
        return self._notifier.watch(seat)
