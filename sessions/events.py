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


class Card(Value, frozen=True):
    """A seat's card as the record knows it: hashes only, of the code typed and of the key in its QR."""

    seat: int
    code: str
    key: str


class Declared(StrEnum):
    """When a conflict was declared: before the day, on the day, or after its scoring had opened."""

    BEFORE = "before"
    ON_THE_DAY = "on the day"
    LATE = "late"


class CardsPrinted(Fact, frozen=True):
    """New cards were printed for every seat; all older cards ended."""

    cards: tuple[Card, ...]


class DoorsOpened(Fact, frozen=True):
    """The session began, by this model and these rules; from here on the record rules."""

    session: Session


class DoorsShut(Fact, frozen=True):
    """Free seats can no longer be taken without a card."""


class DoorsReopened(Fact, frozen=True):
    """Free seats can be taken again."""


class SeatTaken(Fact, frozen=True):
    """A phone took a seat; `token` is its hash. `card` is the seat's new card, where it got one."""

    seat: int
    token: str
    card: Card | None = None


class SeatOnPaper(Fact, frozen=True):
    """A member sat down with paper."""

    seat: int


class SeatAdded(Fact, frozen=True):
    """The facilitator added a seat."""

    seat: int
    label: str = ""


class CardReissued(Fact, frozen=True):
    """A seat got a new card; its old card and its old device stopped working."""

    card: Card


class StepStarted(Fact, frozen=True):
    """The room came to this line of the agenda."""

    step: str


class PhaseStarted(Fact, frozen=True):
    """The present step came to this phase."""

    phase: Phase


class Practised(Fact, frozen=True):
    """A seat tried the practice question. What it said is not kept."""

    seat: int


class ConflictDeclared(Fact, frozen=True):
    """A seat has a conflict with an application and steps out for it."""

    seat: int
    application: str
    declared: Declared


class ConflictLifted(Fact, frozen=True):
    """A conflict was a mistake: the seat came back before scoring opened."""

    seat: int
    application: str


class ScoringOpened(Fact, frozen=True):
    """Scoring opened for these seats; they stay the application's electorate for all its rounds."""

    application: str
    electorate: tuple[int, ...]


class Answered(Fact, frozen=True):
    """A member answered one criterion; `id` names the sending, `revision` its place in that member's own order."""

    seat: int
    application: str
    criterion: str
    answer: Answer
    id: str
    revision: int
    source: Source = Source.PHONE
    helped: bool = False


class HandedIn(Fact, frozen=True):
    """A member said: these are my scores. They can be changed until scoring closes."""

    seat: int
    application: str


class ScoringClosed(Fact, frozen=True):
    """Scoring closed."""

    application: str


class Corrected(Fact, frozen=True):
    """An answer was corrected after scoring had closed, with a reason."""

    seat: int
    application: str
    criterion: str
    answer: Answer
    why: str


class RoundOpened(Fact, frozen=True):
    """A secret ballot opened for these seats."""

    application: str
    round: int
    electorate: tuple[int, ...]


class RoundClosed(Fact, frozen=True):
    """A ballot closed. With fewer than five ballots nothing but that is kept: no count, not even of ballots.

    `unread` counts ballots that a crash had left unread and that the room chose to go on without.
    """

    application: str
    round: int
    eligible: int
    outcome: Outcome
    counts: tuple[int, ...] | None = None
    cant_say: int | None = None
    cast: int | None = None
    reasons: tuple[str, ...] = ()
    unread: int = 0


class RoundVoided(Fact, frozen=True):
    """A ballot was set aside, with a reason."""

    application: str
    round: int
    why: str


class AgreedByTalking(Fact, frozen=True):
    """A panel too small for a secret ballot agreed by talking."""

    application: str
    yes: bool


class DecisionRecorded(Fact, frozen=True):
    """The panel decided about an application; provisional until the whole list is confirmed."""

    application: str
    decision: Decision


class LineMoved(Fact, frozen=True):
    """The funding line was put below this many applications of the ranked list."""

    funded: int


class ListConfirmed(Fact, frozen=True):
    """The whole list was confirmed together."""

    decisions: dict[str, Decision]


class BreakTaken(Fact, frozen=True):
    """A break began that the agenda did not have; the present phase waits."""

    minutes: int


class BreakEnded(Fact, frozen=True):
    """That break ended."""


class MinutesAdded(Fact, frozen=True):
    """The present phase got minutes more, or fewer."""

    minutes: int


class Noted(Fact, frozen=True):
    """The facilitator noted something about the present application, or the day."""

    application: str
    text: str


class Undone(Fact, frozen=True):
    """The last step was taken back; `what` names it."""

    what: str


class SessionEnded(Fact, frozen=True):
    """The day is over."""


Event = (
    CardsPrinted | DoorsOpened | DoorsShut | DoorsReopened | SeatTaken | SeatOnPaper | SeatAdded | CardReissued
    | StepStarted | PhaseStarted | Practised | ConflictDeclared | ConflictLifted | ScoringOpened | Answered | HandedIn
    | ScoringClosed | Corrected | RoundOpened | RoundClosed | RoundVoided | AgreedByTalking | DecisionRecorded
    | LineMoved | ListConfirmed | BreakTaken | BreakEnded | MinutesAdded | Noted | Undone | SessionEnded
)  # fmt: skip


class Stamped(Value, frozen=True):
    """An event with the clock's time when it happened, time zone included."""

    at: dt.datetime
    event: Event
