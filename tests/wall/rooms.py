"""A room of our own making: scripted posters, refusals to order, and every command kept to be looked at."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

from panel_tui.room.anonymous_answers import AnonymousAnswers
from panel_tui.room.listener_state import ListenerState
from panel_tui.room.notifier import Notifier, Visits
from panel_tui.room.other_screens import OtherScreens
from panel_tui.system.clock import Clock as RealClock
from sessions.commands import Command, Next, Tally
from sessions.model.phases import Phase
from sessions.model.refusals import Refused
from sessions.model.session import Application, Criterion, Member, Scale, Session, Step, StepKind
from sessions.results.what_if import Supposed
from sessions.state import Plan, ScoringState, Seat, State
from sessions.views.trouble import Trouble
from sessions.views.wall.posters import AnyPoster
from tests.wall.posters import NOW, POSTERS

_SCORED = (Phase.SCORE, Phase.REVEAL, Phase.TALK)


def table(phase: Phase = Phase.SCORE, *, step: int = 1, **plan: object) -> State:
    """A panel of five with two applications, somewhere in its day."""
    scale = Scale()
    session = Session(
        "Connecting Neighbours",
        Decimal(200_000),
        tuple(Member(seat) for seat in range(1, 6)),
        (
            Criterion("reach", "Will this reach older people who feel cut off?", scale),
            Criterion("able", "Can they do what they say?", scale),
            Criterion("value", "Is the money well spent?", Scale(0, 40, words=())),
        ),
        (
            Application(
                "A01", "Warm Welcome Lunches", Decimal(148_900), "Bramley Elderly Action", Decimal(90_000)
            ),
            Application("A02", "Tea and Tablets", Decimal(51_000)),
        ),
        (
            Step("welcome", StepKind.WELCOME, 10),
            Step("A01", StepKind.APPLICATION, 15, ref="A01"),
            Step("A02", StepKind.APPLICATION, 15, ref="A02"),
            Step("budget", StepKind.BUDGET, 30),
            Step("closing", StepKind.CLOSING, 15),
        ),
    )
    seats = {n: Seat(n, token="t" * (n < 4), paper=n == 4, slip=n == 4) for n in range(1, 6)}
    opened = (
        {"A01": ScoringState((1, 2, 3, 4), revealed=phase is not Phase.SCORE)} if phase in _SCORED else {}
    )
    return State(session, session.steps, seats, plan=Plan(step, phase, **plan), scoring=opened)


LEAP = 60.0  # seconds


class Unhurried(RealClock):
    """The laptop's clock, for tests that press keys as fast as they can: none of them comes too soon."""

    leapt = 0.0

    def elapsed(self) -> float:
        self.leapt += LEAP
        return self.leapt


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.time = NOW
        self.drawn = 0
        self.leapt = 0.0

    def now(self) -> dt.datetime:
        return self.time

    def elapsed(self) -> float:
        """Leap ahead at each look, so that no key that is pressed comes too soon."""
        self.leapt += LEAP
        return self.leapt

    def token(self) -> str:
        self.drawn += 1
        return f"token-{self.drawn}"

    def letters(self, alphabet: str, length: int) -> str:
        return (alphabet * length)[:length]


class Stopwatch(Clock):
    """A clock for keys that are pressed at times of their own: it goes on only when it is told to."""

    seconds = 0.0

    def elapsed(self) -> float:
        return self.seconds


class Watch:
    def __init__(self) -> None:
        self.bell = asyncio.Event()

    async def changed(self) -> None:
        await self.bell.wait()
        self.bell.clear()

    async def pause(self, seconds: float) -> None:
        """Wait for nobody: here every change is one for all."""


class Record:
    """A record that is whole."""

    path = Path("record.jsonl")
    cut = None
    reserve = True
    entries = ()


class FakeKeeping:
    """Says what is wrong where the room was told to; looks as often as it is asked to."""

    def __init__(self, room: FakeRoom) -> None:
        self.room = room
        self.trouble = Trouble()
        self.found = Trouble()
        self.looked: list[bool] = []

    def say(self, trouble: Trouble) -> None:
        self.trouble = self.found = trouble
        self.room.notify()

    async def look(self, *, whole: bool = False) -> Trouble:
        self.looked.append(whole)
        self.trouble = self.found
        return self.trouble


class FakeTable:
    """Keeps what was laid; says no where the room was told to."""

    def __init__(self, room: FakeRoom) -> None:
        self.room = room
        self.laid: list[tuple[str, Supposed | None]] = []

    async def lay(self, sheet: str, supposed: Supposed | None = None) -> None:
        if self.room.refusals:
            raise self.room.refusals.pop(0)
        self.laid.append((sheet, supposed))

    def next_list(self) -> None:
        self.laid.append(("next list", None))

    def against(self) -> tuple[str, ...]:
        return ()

    async def accept(self, against: str = "") -> None:
        self.laid.append(("accept", None))


class FakeRoom:
    """Goes through its posters a press at a time; says no where it was told to."""

    def __init__(
        self,
        *names: str,
        posters: Sequence[AnyPoster] = (),
        state: State | None = None,
        clock: Clock | None = None,
    ) -> None:
        self.posters = list(posters) or [POSTERS[name] for name in names]
        self.at = 0
        self.state = state or State()
        self.clock = clock or Clock()
        self.door_code = "K7QF3TM4W"
        self.address = "10.0.0.7:8765"
        self.encrypted = False
        self.visits = Visits(self.clock.now, lambda: ("10.0.0.7",))
        self.record = Record()
        self.labels = dict
        self.keeping = FakeKeeping(self)
        self.anonymous_answers = AnonymousAnswers(lambda: self.state, Notifier())
        self.listener = ListenerState(lambda: None)
        self.screens = OtherScreens(lambda: self.clock, lambda: self.state, Notifier())
        self.done: list[Command] = []
        self.refusals: list[Refused] = []
        self.asks: Refused | None = None
        self.drawn = 0
        self.phones: list[str] = []
        self.raised: dict[str, int] = {}
        self.some_left = True
        self.counted: list[tuple[Tally, Tally]] = []
        self.table = FakeTable(self)
        self.before: tuple[AnyPoster, ...] = ()
        self.watches: list[Watch] = []

    async def do(self, command: Command) -> tuple[()]:
        if self.refusals and not (isinstance(command, Next) and command.sure):
            raise self.refusals.pop(0)
        self.done.append(command)
        if isinstance(command, Next):
            self.at = min(self.at + 1, len(self.posters) - 1)
        self.notify()
        return ()

    async def press(self, *, position: str, sure: bool = False) -> None:
        self.asks = self.refusals[0] if self.refusals and not sure else None
        await self.do(Next(position, sure))

    def ask(self, *, position: str, undo: bool = False) -> None:
        if self.asks is not None:
            raise self.asks

    async def close_ballot_on_phones(self) -> None:
        self.phones.append("shut")

    def ballot_closed_on_phones(self) -> bool:
        return next((told == "shut" for told in reversed(self.phones) if told != "reminded"), False)

    def reopen_ballot_on_phones(self) -> None:
        self.phones.append("open")

    def key_paper(self, first: Tally, second: Tally) -> None:
        if self.refusals:
            raise self.refusals.pop(0)
        self.counted.append((first, second))

    @property
    def signals(self) -> SimpleNamespace:
        return SimpleNamespace(counts=self.raised)

    def remind(self) -> bool:
        self.phones.append("reminded")
        return self.some_left

    def poster(self) -> AnyPoster:
        self.drawn += 1
        return self.posters[self.at]

    async def earlier(self) -> tuple[AnyPoster, ...]:
        return self.before

    def position(self) -> str:
        return self.posters[self.at].frame.position

    def show(self, poster: AnyPoster) -> None:
        self.posters[self.at] = poster
        self.notify()

    def notify(self) -> None:
        for watch in self.watches:
            watch.bell.set()

    @contextmanager
    def watch(self) -> Iterator[Watch]:
        watch = Watch()
        self.watches.append(watch)
        try:
            yield watch
        finally:
            self.watches.remove(watch)

    def move_to(self, address: str) -> None:
        self.address = address
        self.notify()
