"""Facts about the agenda, about time and about the days."""

from __future__ import annotations

from sessions.events.moving import Fact
from sessions.model.session import Step


class StepAdded(Fact, frozen=True):
    """A line was put into the agenda, after the line `after`."""

    step: Step
    after: str


class StepMoved(Fact, frozen=True):
    """A line to come was put after the line `after`."""

    step: str
    after: str


class StepSkipped(Fact, frozen=True):
    """A line to come was left out; it can still be gone to."""

    step: str


class AgendaRetimed(Fact, frozen=True):
    """Lines to come got other minutes, by key; never a break."""

    minutes: dict[str, int]


class StartMoved(Fact, frozen=True):
    """The present phase, or break, really began this many minutes ago."""

    minutes: int


class Held(Fact, frozen=True):
    """The room stopped for a moment, with a message on the wall; the present phase waits."""

    message: str


class ClockChanged(Fact, frozen=True):
    """The laptop's clock was moved by this many seconds; all times before are to be read by the new clock."""

    seconds: int


class MemberBack(Fact, frozen=True):
    """After a night, the member of a seat is here again."""

    seat: int
