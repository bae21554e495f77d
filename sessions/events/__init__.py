"""What has happened, in the past tense. A record line holds these; none ever holds a ballot's value."""

from __future__ import annotations

import datetime as dt

from ..model import Value
from .deciding import DecisionRecorded, LineMoved, ListConfirmed
from .fact import Fact
from .moving import (
    BreakEnded,
    BreakTaken,
    MinutesAdded,
    Noted,
    PhaseStarted,
    SessionEnded,
    StepStarted,
    Undone,
)
from .rounds import AgreedByTalking, RoundClosed, RoundOpened, RoundVoided
from .scoring import Answered, Corrected, HandedIn, Practised, ScoringClosed, ScoringOpened
from .seats import (
    Card,
    CardReissued,
    CardsPrinted,
    ConflictDeclared,
    ConflictLifted,
    Declared,
    DoorsOpened,
    DoorsReopened,
    DoorsShut,
    MemberLeft,
    SeatAdded,
    SeatOnPaper,
    SeatTaken,
)

Event = (
    CardsPrinted
    | DoorsOpened
    | DoorsShut
    | DoorsReopened
    | SeatTaken
    | SeatOnPaper
    | SeatAdded
    | MemberLeft
    | CardReissued
    | ConflictDeclared
    | ConflictLifted
    | StepStarted
    | PhaseStarted
    | BreakTaken
    | BreakEnded
    | MinutesAdded
    | Noted
    | Undone
    | SessionEnded
    | Practised
    | ScoringOpened
    | Answered
    | HandedIn
    | ScoringClosed
    | Corrected
    | RoundOpened
    | RoundClosed
    | RoundVoided
    | AgreedByTalking
    | DecisionRecorded
    | LineMoved
    | ListConfirmed
)


class Stamped(Value, frozen=True):
    """An event with the clock's time when it happened, time zone included."""

    at: dt.datetime
    event: Event


__all__ = [
    "AgreedByTalking",
    "Answered",
    "BreakEnded",
    "BreakTaken",
    "Card",
    "CardReissued",
    "CardsPrinted",
    "ConflictDeclared",
    "ConflictLifted",
    "Corrected",
    "DecisionRecorded",
    "Declared",
    "DoorsOpened",
    "DoorsReopened",
    "DoorsShut",
    "Event",
    "Fact",
    "HandedIn",
    "LineMoved",
    "ListConfirmed",
    "MemberLeft",
    "MinutesAdded",
    "Noted",
    "PhaseStarted",
    "Practised",
    "RoundClosed",
    "RoundOpened",
    "RoundVoided",
    "ScoringClosed",
    "ScoringOpened",
    "SeatAdded",
    "SeatOnPaper",
    "SeatTaken",
    "SessionEnded",
    "Stamped",
    "StepStarted",
    "Undone",
]
