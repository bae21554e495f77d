"""What has happened, in the past tense. A record line holds these; none ever holds a ballot's value."""

from __future__ import annotations

import datetime as dt

from ..model import Value
from .agenda import AgendaRetimed, StepAdded, StepMoved, StepSkipped
from .deciding import DecisionRecorded, LineMoved, ListConfirmed, ListReopened
from .fact import Fact
from .hand_round import HandRoundMade, HandRoundTaken, SeatHandedRound
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
from .rounds import (
    AgreedByTalking,
    RankingClosed,
    ReasonHidden,
    RoundClosed,
    RoundOpened,
    RoundVoided,
    TieOpened,
    TieVoided,
)
from .scoring import Answered, Corrected, HandedIn, Practised, RevealVoided, ScoringClosed, ScoringOpened
from .sealing import Sealed
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
    RegisterSigned,
    SeatAdded,
    SeatOnPaper,
    SeatTaken,
    Signing,
)
from .timing import ClockChanged, Held, StartMoved
from .unsigned import ConfidenceClosed, MinorityRecorded
from .workshop import CriteriaAgreed, CriteriaListed, Draft, SuggestionsClosed

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
    | HandRoundMade
    | HandRoundTaken
    | SeatHandedRound
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
    | RevealVoided
    | RoundVoided
    | MinorityRecorded
    | ConfidenceClosed
    | SuggestionsClosed
    | CriteriaListed
    | CriteriaAgreed
    | ReasonHidden
    | AgreedByTalking
    | TieOpened
    | RankingClosed
    | TieVoided
    | DecisionRecorded
    | LineMoved
    | ListConfirmed
    | ListReopened
    | RegisterSigned
    | StepAdded
    | StepMoved
    | StepSkipped
    | AgendaRetimed
    | StartMoved
    | Held
    | ClockChanged
    | Sealed
)


class Stamped(Value, frozen=True):
    """An event with the clock's time when it happened, time zone included."""

    at: dt.datetime
    event: Event


__all__ = [
    "AgendaRetimed",
    "AgreedByTalking",
    "Answered",
    "BreakEnded",
    "BreakTaken",
    "Card",
    "CardReissued",
    "CardsPrinted",
    "ClockChanged",
    "ConfidenceClosed",
    "ConflictDeclared",
    "ConflictLifted",
    "Corrected",
    "CriteriaAgreed",
    "CriteriaListed",
    "DecisionRecorded",
    "Declared",
    "DoorsOpened",
    "DoorsReopened",
    "DoorsShut",
    "Draft",
    "Event",
    "Fact",
    "HandRoundMade",
    "HandRoundTaken",
    "HandedIn",
    "Held",
    "LineMoved",
    "ListConfirmed",
    "ListReopened",
    "MemberLeft",
    "MinorityRecorded",
    "MinutesAdded",
    "Noted",
    "PhaseStarted",
    "Practised",
    "RankingClosed",
    "ReasonHidden",
    "RegisterSigned",
    "RevealVoided",
    "RoundClosed",
    "RoundOpened",
    "RoundVoided",
    "ScoringClosed",
    "ScoringOpened",
    "Sealed",
    "SeatAdded",
    "SeatHandedRound",
    "SeatOnPaper",
    "SeatTaken",
    "SessionEnded",
    "Signing",
    "Stamped",
    "StartMoved",
    "StepAdded",
    "StepMoved",
    "StepSkipped",
    "StepStarted",
    "SuggestionsClosed",
    "TieOpened",
    "TieVoided",
    "Undone",
]
