"""Facts about the agenda: lines added, moved, left out, re-timed. What was agreed in the morning stays in the model."""

from __future__ import annotations

from ..model import Step
from .fact import Fact


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
