"""Where the room stands, how it came there, and what the facilitator did by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from ..decisions import Decision
from ..model import Step, Value
from ..phases import Phase


class Break(Value, frozen=True):
    """A break the agenda did not have; with a `message`, a holding slide that has no planned length."""

    since: dt.datetime
    minutes: int
    message: str = ""


class Plan(Value, frozen=True):
    """All that undo may take back: where the room stands and what was decided so far."""

    step: int = -1  # an index into the steps; before the first, people are arriving
    phase: Phase = Phase.ARRIVING
    round: int = 0
    since: dt.datetime | None = None
    added: int = 0
    pause: Break | None = None
    decisions: Mapping[str, Decision] = {}
    line: int | None = None
    began: dt.datetime | None = None  # when the room came to the present step
    visited: frozenset[str] = frozenset()  # the steps the room has come to
    skipped: frozenset[str] = frozenset()  # those left out, or passed over
    strand_lines: Mapping[str, int] = {}

    @property
    def position(self) -> str:
        """Name this place, for orders and pages that belong to it."""
        return f"{self.step}.{self.phase}.{self.round}" + (".break" if self.pause else "")


class Undoable(Value, frozen=True):
    """A step that can be taken back: what it was (a wording key), the plan before it, and the agenda then."""

    what: str
    before: Plan
    steps: tuple[Step, ...] = ()


class Timing(Value, frozen=True):
    """When a phase of a step began and ended; `planned` in minutes."""

    step: str
    phase: Phase
    planned: int
    started: dt.datetime
    ended: dt.datetime | None = None
    added: int = 0  # minutes the facilitator gave, or took, while it ran


class Intervention(Value, frozen=True):
    """Something the facilitator did by hand, as the panel will be shown it. `what` is a wording key."""

    at: dt.datetime
    what: str
    application: str
    why: str = ""


class Note(Value, frozen=True):
    """A note by the facilitator."""

    at: dt.datetime
    application: str
    text: str
