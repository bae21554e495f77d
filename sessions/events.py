"""What has happened, in the past tense. A record line holds these; none ever holds a ballot's value."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from .answers import Answer, Source
from .consensus import Outcome
from .decisions import Decision
from .model import Session, Value
from .phases import Phase


class Fact(Struct, frozen=True, tag_field="fact", tag=True, forbid_unknown_fields=True):
    """Something that happened; its class name is its kind in the record."""


class Card(Value):
    """A seat's card as the record knows it: hashes only, of the code typed and of the key in its QR."""

    seat: int
    code: str
    key: str


class Declared(StrEnum):
    """When a conflict was declared: before the day, on the day, or after its scoring had opened."""

    BEFORE = "before"
    ON_THE_DAY = "on the day"
    LATE = "late"


class CardsPrinted(Fact):
    """New cards were printed for every seat; all older cards ended."""

    cards: tuple[Card, ...]


class DoorsOpened(Fact):
    """The session began, by this model and these rules; from here on the record rules."""

    session: Session


class DoorsShut(Fact):
    """Free seats can no longer be taken without a card."""


class DoorsReopened(Fact):
    """Free seats can be taken again."""


class SeatTaken(Fact):
    """A phone took a seat; `token` is its hash. `card` is the seat's new card, where it got one."""

    seat: int
    token: str
    card: Card | None = None


class SeatOnPaper(Fact):
    """A member sat down with paper."""

    seat: int


class SeatAdded(Fact):
    """The facilitator added a seat."""

    seat: int
    label: str = ""


class CardReissued(Fact):
    """A seat got a new card; its old card and its old device stopped working."""

    card: Card


class StepStarted(Fact):
    """The room came to this line of the agenda."""

    step: str


class PhaseStarted(Fact):
    """The present step came to this phase."""

    phase: Phase


class Practised(Fact):
    """A seat tried the practice question. What it said is not kept."""

    seat: int


class ConflictDeclared(Fact):
    """A seat has a conflict with an application and steps out for it."""

    seat: int
    application: str
    declared: Declared


class ConflictLifted(Fact):
    """A conflict was a mistake: the seat came back before scoring opened."""

    seat: int
    application: str


class ScoringOpened(Fact):
    """Scoring opened for these seats; they stay the application's electorate for all its rounds."""

    application: str
    electorate: tuple[int, ...]


class Answered(Fact):
    """A member answered one criterion; `id` names the sending, `revision` its place in that member's own order."""

    seat: int
    application: str
    criterion: str
    answer: Answer
    id: str
    revision: int
    source: Source = Source.PHONE
    helped: bool = False


class HandedIn(Fact):
    """A member said: these are my scores. They can be changed until scoring closes."""

    seat: int
    application: str


class ScoringClosed(Fact):
    """Scoring closed."""

    application: str


class Corrected(Fact):
    """An answer was corrected after scoring had closed, with a reason."""

    seat: int
    application: str
    criterion: str
    answer: Answer
    why: str


class RoundOpened(Fact):
    """A secret ballot opened for these seats."""

    application: str
    round: int
    electorate: tuple[int, ...]


class RoundClosed(Fact):
    """A ballot closed. With fewer than five ballots nothing but that is kept: no count, not even of ballots."""

    application: str
    round: int
    eligible: int
    outcome: Outcome
    counts: tuple[int, ...] | None = None
    cant_say: int | None = None
    cast: int | None = None
    reasons: tuple[str, ...] = ()


class RoundVoided(Fact):
    """A ballot was set aside, with a reason."""

    application: str
    round: int
    why: str


class AgreedByTalking(Fact):
    """A panel too small for a secret ballot agreed by talking."""

    application: str
    yes: bool


class DecisionRecorded(Fact):
    """The panel decided about an application; provisional until the whole list is confirmed."""

    application: str
    decision: Decision


class LineMoved(Fact):
    """The funding line was put below this many applications of the ranked list."""

    funded: int


class ListConfirmed(Fact):
    """The whole list was confirmed together."""

    decisions: dict[str, Decision]


class BreakTaken(Fact):
    """A break began that the agenda did not have; the present phase waits."""

    minutes: int


class BreakEnded(Fact):
    """That break ended."""


class MinutesAdded(Fact):
    """The present phase got minutes more, or fewer."""

    minutes: int


class Noted(Fact):
    """The facilitator noted something about the present application, or the day."""

    application: str
    text: str


class Undone(Fact):
    """The last step was taken back; `what` names it."""

    what: str


class SessionEnded(Fact):
    """The day is over."""


Event = (
    CardsPrinted | DoorsOpened | DoorsShut | DoorsReopened | SeatTaken | SeatOnPaper | SeatAdded | CardReissued
    | StepStarted | PhaseStarted | Practised | ConflictDeclared | ConflictLifted | ScoringOpened | Answered | HandedIn
    | ScoringClosed | Corrected | RoundOpened | RoundClosed | RoundVoided | AgreedByTalking | DecisionRecorded
    | LineMoved | ListConfirmed | BreakTaken | BreakEnded | MinutesAdded | Noted | Undone | SessionEnded
)  # fmt: skip


class Stamped(Value):
    """An event with the clock's time when it happened, time zone included."""

    at: dt.datetime
    event: Event
