"""Where the room stands, how it came there, and what the facilitator did by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from sessions.model.decisions import Decision, Why
from sessions.model.phases import Phase
from sessions.model.session import Step, Value


class Break(Value, frozen=True):
    """A break the agenda did not have; with a `message`, a holding slide that has no planned length."""

    since: dt.datetime
    minutes: int
    message: str = ""


class Interview(Value, frozen=True):
    """An interview as it goes: what is asked, and which seat's turn each question is, in that order.

    `passed` holds the numbers, from 1, of questions whose seat passed its turn on; `follow_ups` counts what was
    asked besides, by number; 0 is the applicants' own questions.
    """

    questions: tuple[str, ...]
    asking: tuple[int, ...]
    passed: frozenset[int] = frozenset()
    follow_ups: Mapping[int, int] = {}


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
    placed: tuple[
        tuple[str, str], ...
    ] = ()  # what is not ranked, and above which the panel moved it; "" is last
    paid_from: Mapping[str, str] = {}  # as confirmed: the strand that pays, or "" the whole
    why: Mapping[str, Why] = {}  # as confirmed
    unsaid: frozenset[str] = frozenset()  # decided by a confirmed list alone: the panel recorded nothing
    first_words: tuple[int, ...] = ()  # the seats that had the first word, a talk each
    question: int = 0  # of an interview, from 1, while ours are asked
    interviews: Mapping[str, Interview] = {}  # by step
    turns: tuple[int, ...] = ()  # the seats that were to ask, a question each

    @property
    def position(self) -> str:
        """Name this place, for orders and pages that belong to it."""
        number = self.question if self.phase is Phase.INTERVIEW_ASK else self.round
        return f"{self.step}.{self.phase}.{number}" + (".break" if self.pause else "")


class Morning(Value, frozen=True):
    """How the present day began, where it is not the first: after which line, and with which before us.

    `first` is the place of its first timing; `before` are the lines that were done on the days before.
    """

    after: str
    agreed: tuple[Step, ...]
    first: int
    before: frozenset[str]


class Undoable(Value, frozen=True):
    """A step that can be taken back: what it was (a wording key), the plan before it, and the agenda then."""

    what: str
    before: Plan
    steps: tuple[Step, ...] = ()


BREAK_ENDED = "break-ended"


def taken_back(trail: tuple[Undoable, ...], what: str) -> tuple[Undoable, ...]:
    """Return the trail up to the step that is taken back.

    In a record of an earlier version undo went on past breaks that were over.
    """
    while trail and trail[-1].what != what and trail[-1].what in (BREAK_ENDED, "break"):
        trail = trail[:-1]
    return trail


class Timing(Value, frozen=True):
    """When a phase of a step began and ended; `planned` in minutes."""

    step: str
    phase: Phase
    planned: int
    started: dt.datetime
    ended: dt.datetime | None = None
    added: int = 0  # minutes the facilitator gave, or took, while it ran
    question: int = 0  # of an interview, while ours are asked


class Intervention(Value, frozen=True):
    """Something the facilitator did by hand, as the panel will be shown it. `what` is a wording key.

    Where something agreed was put right, `was` and `now` say what it was and what it is, as written in the record.
    """

    at: dt.datetime
    what: str
    application: str
    why: str = ""
    strand: str = ""  # of money moved over: whose it was, and how much
    amount: Decimal | None = None
    was: str = ""
    now: str = ""


class Note(Value, frozen=True):
    """A note by the facilitator."""

    at: dt.datetime
    application: str
    text: str
