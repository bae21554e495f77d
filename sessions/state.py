"""What the history adds up to. Frozen; `evolve` makes the next one. Maps are never changed in place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from .answers import Answer, Sheets, Source
from .confidence import Confidence
from .consensus import Outcome
from .decisions import Decision
from .events import Declared, Draft, Signing
from .model import Session, Step, Value
from .phases import Phase


class Seat(Value, frozen=True):
    """A seat as the room knows it: hashes of its cookie and card, and how its member takes part."""

    number: int
    label: str = ""
    token: str = ""
    code: str = ""
    key: str = ""
    paper: bool = False
    practised: bool = False
    left: bool = False
    handed_round: bool = False
    slip: bool = (
        False  # on paper by choice, now or earlier in the open ballot: a slip may be in the paper box
    )

    @property
    def taken(self) -> bool:
        """Say whether this is a member's seat, however they take part; it stays theirs when they go home early."""
        return self.paper or bool(self.token) or self.handed_round or self.left

    @property
    def here(self) -> bool:
        """Say whether its member is at the table."""
        return self.taken and not self.left


class HandRound(Value, frozen=True):
    """The device that goes round: hashes of the code that is to make it, and of its cookie once it is made."""

    code: str = ""
    token: str = ""


class Conflict(Value, frozen=True):
    """A seat's conflict with an application, and when its member stepped out and came back."""

    seat: int
    application: str
    declared: Declared
    stepped_out: dt.datetime | None = None
    came_back: dt.datetime | None = None


class Cell(Value, frozen=True):
    """One answer with what is needed to settle repeats and the audit."""

    answer: Answer
    id: str
    revision: int
    source: Source
    helped: bool = False
    corrected: bool = False


class Round(Value, frozen=True):
    """A ballot of one application. `counts` stay away while it is open and when it was too few."""

    number: int
    electorate: tuple[int, ...]
    outcome: Outcome | None = None
    counts: tuple[int, ...] | None = None
    cant_say: int | None = None
    cast: int | None = None
    reasons: tuple[str, ...] = ()
    eligible: int | None = None  # as closed: the electorate, less those who had to step out since
    voters: tuple[int, ...] = ()  # who they were
    void: str = ""
    hidden: frozenset[int] = frozenset()  # the places of reasons that are no longer shown

    @property
    def told(self) -> tuple[str, ...]:
        """Give the reasons that may be shown; their order says nothing of who wrote first."""
        return tuple(text for place, text in enumerate(self.reasons) if place not in self.hidden)

    @property
    def open(self) -> bool:
        """Say whether ballots may still be cast."""
        return self.outcome is None and not self.void


class TieBallot(Value, frozen=True):
    """A ballot to put those level with each other in order. `places` counts, for each of `refs`, first place first.

    They stay away while it is open, and for good when it was too few.
    """

    number: int
    refs: tuple[str, ...]
    electorate: tuple[int, ...]
    closed: bool = False
    places: tuple[tuple[int, ...], ...] | None = None
    cant_say: int | None = None
    cast: int | None = None
    eligible: int | None = None  # as closed: the electorate, less those who had to step out since
    void: str = ""

    @property
    def open(self) -> bool:
        """Say whether ballots may still be cast."""
        return not self.closed and not self.void


class Scoring(Value, frozen=True):
    """One application's scores: the frozen electorate, each sheet, who handed in, whose are set aside."""

    electorate: tuple[int, ...] = ()
    cells: Mapping[int, Mapping[str, Cell]] = {}
    handed_in: frozenset[int] = frozenset()
    aside: frozenset[int] = frozenset()
    revealed: bool = False
    aside_when_shown: frozenset[int] = frozenset()

    @property
    def sheets(self) -> Sheets:
        """Give the answers that count: those of the electorate, less those set aside."""
        return self._without(self.aside)

    @property
    def shown_sheets(self) -> Sheets:
        """Give the answers the revealed shapes were drawn from; they are not redrawn afterwards."""
        return self._without(self.aside_when_shown)

    def _without(self, aside: frozenset[int]) -> Sheets:
        return {
            seat: {key: cell.answer for key, cell in cells.items()}
            for seat, cells in self.cells.items()
            if seat in self.electorate and seat not in aside
        }

    @property
    def voters(self) -> tuple[int, ...]:
        """Give the electorate, less those who had to step out since."""
        return tuple(seat for seat in self.electorate if seat not in self.aside)


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


class Break(Value, frozen=True):
    """A break the agenda did not have; with a `message`, a holding slide that has no planned length."""

    since: dt.datetime
    minutes: int
    message: str = ""


class Signed(Value, frozen=True):
    """When the register of conflicts was signed off, and how many were in it."""

    at: dt.datetime
    when: Signing
    conflicts: int


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


class State(Value, frozen=True):
    """A whole session at one moment."""

    session: Session | None = None
    steps: tuple[Step, ...] = ()
    seats: Mapping[int, Seat] = {}
    doors: bool = False
    hand_round: HandRound = HandRound()
    plan: Plan = Plan()
    trail: tuple[Undoable, ...] = ()
    conflicts: Mapping[tuple[int, str], Conflict] = {}
    scoring: Mapping[str, Scoring] = {}
    rounds: Mapping[str, tuple[Round, ...]] = {}
    by_talking: Mapping[str, bool] = {}
    minority: Mapping[str, tuple[str, ...]] = {}
    minority_hidden: Mapping[str, frozenset[int]] = {}
    confidence: tuple[Confidence, ...] = ()
    tie_ballots: tuple[TieBallot, ...] = ()
    draft: tuple[Draft, ...] = ()  # the criteria workshop's list
    workshops: Mapping[str, tuple[tuple[int, ...], ...] | None] = {}  # that agreed, with what was counted
    notes: tuple[Note, ...] = ()
    timings: tuple[Timing, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    register: tuple[Signed, ...] = ()
    confirmed: bool = False
    ended: bool = False
    sealed: bool = False

    @property
    def model(self) -> Session:
        """Give the model the doors were opened with. Raises LookupError before that."""
        if self.session is None:
            raise LookupError("the doors have not been opened")
        return self.session

    @property
    def step(self) -> Step | None:
        """Give the present line of the agenda; none while people are arriving."""
        return self.steps[self.plan.step] if 0 <= self.plan.step < len(self.steps) else None

    @property
    def application(self) -> str:
        """Give the ref of the application in hand, or nothing."""
        return self.step.ref if self.step else ""

    @property
    def open_round(self) -> Round | None:
        """Give the ballot that is open in the present application, if one is."""
        rounds = self.rounds.get(self.application, ())
        return rounds[-1] if rounds and rounds[-1].open else None

    @property
    def open_tie(self) -> TieBallot | None:
        """Give the tie-break ballot that is open, if one is."""
        return self.tie_ballots[-1] if self.tie_ballots and self.tie_ballots[-1].open else None

    @property
    def taken(self) -> tuple[int, ...]:
        """Give the seats that have a member."""
        return tuple(number for number, seat in self.seats.items() if seat.taken)

    @property
    def here(self) -> tuple[int, ...]:
        """Give the seats whose member has not gone home."""
        return tuple(number for number, seat in self.seats.items() if seat.here)


def scores_of(state: State, ref: str) -> Scoring:
    """Give an application's scoring, an empty one where none has begun."""
    return state.scoring.get(ref, Scoring())
