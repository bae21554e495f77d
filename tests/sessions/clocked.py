"""A world whose clock is set by hand: `at("10:12")`, then orders."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal

from sessions import commands as c
from sessions.model.session import Application, Criterion, Joining, Member, Scale, Session, Step, StepKind
from sessions.schedule.forecast import finish
from tests.sessions.worlds import MORNING, World

AGREED = c.Tally((0, 0, 0, 0, 6), 0)
DAY = MORNING.replace(hour=0, minute=0)


def time(clock: str) -> dt.datetime:
    """Read 10:12, or 10:12:30."""
    hours, minutes, *seconds = map(int, clock.split(":"))
    return DAY + dt.timedelta(hours=hours, minutes=minutes, seconds=sum(seconds))


@dataclass(frozen=True)
class Clocked(World):
    """A world and what its clock says."""

    now: dt.datetime = MORNING

    @property
    def clock(self) -> dt.datetime:
        return self.now

    def at(self, clock: str) -> Clocked:
        return replace(self, now=time(clock))

    def on_to(self, key: str) -> Clocked:
        """Press the one key until the room has come to a step."""
        world = self
        for _ in range(40):
            if world.state.step and world.state.step.key == key:
                return world
            world = world.press(tally=AGREED)
            assert world.refused is None, world.refused
        raise AssertionError(f"never came to {key}")

    def through(self, key: str) -> Clocked:
        """Press on within a step until its last phase, so that the next press leaves it."""
        world = self
        for _ in range(20):
            further = world.press(tally=AGREED)
            if further.state.step is None or further.state.step.key != key:
                return world
            world = further
        raise AssertionError(f"never came through {key}")

    @property
    def home(self) -> str:
        """Say when everybody is expected to go home."""
        return f"{finish(self.state, self.clock):%H:%M}"


def day(*lines: str, applications: int = 3, start: str = "10:00", seats: int = 6) -> Session:
    """Make a session of lines such as `welcome 10`, `A01 15`, `break 10`, named by their first word."""
    steps = []
    for line in lines:
        name, minutes = line.split()
        kind = StepKind.APPLICATION if name.startswith("A") else StepKind(name.rstrip("0123456789"))
        ref = name if kind is StepKind.APPLICATION else ""
        steps.append(Step(name, kind, int(minutes), ref=ref))
    return Session(
        title="A panel",
        pot=Decimal(1500),
        members=tuple(Member(n) for n in range(1, seats + 1)),
        criteria=(Criterion("c1", "Question 1?", Scale()),),
        applications=tuple(
            Application(f"A{n:02d}", f"Title {n}", Decimal(1000)) for n in range(1, applications + 1)
        ),
        steps=tuple(steps),
        joining=Joining.CARDS,
        start=time(start).time(),
    )


def arriving(model: Session, clock: str = "09:50") -> Clocked:
    """Open the doors, with everybody on paper."""
    world = Clocked(now=time(clock)).when(c.OpenDoors(model))
    for member in model.members:
        world = world.when(c.TakePaperSeat(member.seat))
    return world


SHORT = day(
    "welcome 10", "A01 15", "A02 15", "break1 10", "A03 15", "budget 30", "closing 15"
)  # 10:00 to 11:50
