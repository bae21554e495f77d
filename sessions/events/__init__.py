"""What has happened, in the past tense. A record line holds these; none ever holds a ballot's value."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from msgspec import Meta

from sessions.events.agenda import (
    AgendaRetimed,
    ClockChanged,
    Held,
    MemberBack,
    StartMoved,
    StepAdded,
    StepMoved,
    StepSkipped,
)
from sessions.events.anonymous import ConfidenceClosed, FeltTotal, MinorityRecorded, QuestionsShown
from sessions.events.asking import (
    AnswerPutAway,
    AskingVoided,
    LookedBack,
    RoomAnswered,
    RoomAsked,
    WayAgreed,
)
from sessions.events.changes import (
    ApplicationAdded,
    ApplicationBroughtBack,
    ApplicationSetAside,
    CriteriaChanged,
    DetailChanged,
    NoConflictSaid,
    RuleChanged,
)
from sessions.events.decisions import (
    ApplicationPlaced,
    DecisionRecorded,
    LineMoved,
    ListConfirmed,
    ListReopened,
    SaidByQuestion,
    WentAgainstRule,
)
from sessions.events.interviews import FollowUpAsked, QuestionAsked, TurnPassed
from sessions.events.moving import (
    BreakEnded,
    BreakTaken,
    Fact,
    MinutesAdded,
    Noted,
    PhaseStarted,
    Sealed,
    SessionEnded,
    StepStarted,
    Undone,
)
from sessions.events.rounds import (
    AgreedByTalking,
    PaperWayChosen,
    RankingClosed,
    ReasonHidden,
    RoundClosed,
    RoundOpened,
    RoundVoided,
    TieOpened,
    TieVoided,
)
from sessions.events.scoring import (
    Answered,
    CardsUpAsked,
    Corrected,
    HandedIn,
    Practised,
    RevealVoided,
    ScoringClosed,
    ScoringOpened,
)
from sessions.events.seats import (
    Card,
    CardReissued,
    CardsPrinted,
    ConflictDeclared,
    ConflictLifted,
    Declared,
    DoorsOpened,
    DoorsReopened,
    DoorsShut,
    HandRoundMade,
    HandRoundTaken,
    MemberLeft,
    RegisterSigned,
    SeatAdded,
    SeatHandedRound,
    SeatOnPaper,
    SeatPutBack,
    SeatTaken,
    Signing,
)
from sessions.events.workshop import CriteriaAgreed, CriteriaListed, Draft, ListKept, SuggestionsClosed
from sessions.model.session import Value

Event = (
    CardsPrinted
    | DoorsOpened
    | DoorsShut
    | DoorsReopened
    | SeatTaken
    | SeatOnPaper
    | SeatAdded
    | SeatPutBack
    | MemberLeft
    | MemberBack
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
    | CardsUpAsked
    | ScoringOpened
    | Answered
    | HandedIn
    | ScoringClosed
    | Corrected
    | PaperWayChosen
    | RoundOpened
    | RoundClosed
    | RevealVoided
    | RoundVoided
    | MinorityRecorded
    | ConfidenceClosed
    | SuggestionsClosed
    | CriteriaListed
    | CriteriaAgreed
    | ListKept
    | ReasonHidden
    | AgreedByTalking
    | TieOpened
    | RankingClosed
    | TieVoided
    | RoomAsked
    | RoomAnswered
    | AskingVoided
    | AnswerPutAway
    | WayAgreed
    | LookedBack
    | DecisionRecorded
    | SaidByQuestion
    | WentAgainstRule
    | LineMoved
    | ApplicationPlaced
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
    | DetailChanged
    | CriteriaChanged
    | RuleChanged
    | ApplicationSetAside
    | ApplicationBroughtBack
    | ApplicationAdded
    | NoConflictSaid
    | QuestionAsked
    | TurnPassed
    | FollowUpAsked
    | QuestionsShown
)


class Stamped(Value, frozen=True):
    """An event with the clock's time when it happened, time zone included."""

    at: Annotated[dt.datetime, Meta(tz=True)]
    event: Event


__all__ = [
    "AgendaRetimed",
    "AgreedByTalking",
    "AnswerPutAway",
    "Answered",
    "ApplicationAdded",
    "ApplicationBroughtBack",
    "ApplicationPlaced",
    "ApplicationSetAside",
    "AskingVoided",
    "BreakEnded",
    "BreakTaken",
    "Card",
    "CardReissued",
    "CardsPrinted",
    "CardsUpAsked",
    "ClockChanged",
    "ConfidenceClosed",
    "ConflictDeclared",
    "ConflictLifted",
    "Corrected",
    "CriteriaAgreed",
    "CriteriaChanged",
    "CriteriaListed",
    "DecisionRecorded",
    "Declared",
    "DetailChanged",
    "DoorsOpened",
    "DoorsReopened",
    "DoorsShut",
    "Draft",
    "Event",
    "Fact",
    "FeltTotal",
    "FollowUpAsked",
    "HandRoundMade",
    "HandRoundTaken",
    "HandedIn",
    "Held",
    "LineMoved",
    "ListConfirmed",
    "ListKept",
    "ListReopened",
    "LookedBack",
    "MemberBack",
    "MemberLeft",
    "MinorityRecorded",
    "MinutesAdded",
    "NoConflictSaid",
    "Noted",
    "PaperWayChosen",
    "PhaseStarted",
    "Practised",
    "QuestionAsked",
    "QuestionsShown",
    "RankingClosed",
    "ReasonHidden",
    "RegisterSigned",
    "RevealVoided",
    "RoomAnswered",
    "RoomAsked",
    "RoundClosed",
    "RoundOpened",
    "RoundVoided",
    "RuleChanged",
    "SaidByQuestion",
    "ScoringClosed",
    "ScoringOpened",
    "Sealed",
    "SeatAdded",
    "SeatHandedRound",
    "SeatOnPaper",
    "SeatPutBack",
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
    "TurnPassed",
    "Undone",
    "WayAgreed",
    "WentAgainstRule",
]
