"""Orders: what a person at the wall, on a phone or with paper wants done. `decide` says yes or no.

`position` is the place the sender was looking at (`Plan.position`); an order for another place is refused, so
that a clicker pressed twice cannot skip anything.
"""

from __future__ import annotations

from sessions.commands.agenda import (
    AddStep,
    FollowClock,
    Hold,
    LookAgain,
    MoveStart,
    MoveStep,
    PutList,
    Retime,
    SkipStep,
)
from sessions.commands.asking import AgreeWay, AskFollowUp, AskRoom, LookBack, NobodyCame, PassTurn
from sessions.commands.changes import (
    AddApplication,
    BringBack,
    ChangeCriteria,
    ChangeDetail,
    ChangeRule,
    SayNoConflict,
    SetApplicationAside,
)
from sessions.commands.days import BeginDay, ComeAgain, EndDay
from sessions.commands.decisions import (
    GoAgainstRule,
    MoveLine,
    Place,
    RecordDecision,
    ReopenList,
    SayByQuestion,
)
from sessions.commands.moving import AddMinutes, AddNote, JumpTo, Next, Seal, TakeBreak, Undo
from sessions.commands.rounds import (
    AgreeByTalking,
    BreakTie,
    ChoosePaperWay,
    HideReason,
    Places,
    Tally,
    VoidReveal,
    VoidRound,
)
from sessions.commands.scoring import (
    ChangeCard,
    Correct,
    GiveAnswer,
    HandIn,
    KeyPile,
    KeySlip,
    PileSlip,
    Practise,
    SlipsAgree,
)
from sessions.commands.seats import (
    AddSeat,
    ComeBack,
    LeaveEarly,
    MakeHandRound,
    OpenDoors,
    PrintCards,
    PutSeatBack,
    ReissueCard,
    ReopenDoors,
    ShutDoors,
    SignRegister,
    StepOut,
    TakeFreeSeat,
    TakeHandRound,
    TakePaperSeat,
    TakeSeatByCard,
    UseHandRound,
)
from sessions.commands.workshop import Gathered, ListCriteria

Command = (
    OpenDoors
    | PrintCards
    | ShutDoors
    | ReopenDoors
    | TakeSeatByCard
    | TakeFreeSeat
    | TakePaperSeat
    | AddSeat
    | PutSeatBack
    | LeaveEarly
    | ComeAgain
    | ReissueCard
    | MakeHandRound
    | TakeHandRound
    | UseHandRound
    | StepOut
    | ComeBack
    | Next
    | JumpTo
    | EndDay
    | BeginDay
    | Undo
    | TakeBreak
    | AddMinutes
    | AddNote
    | Practise
    | GiveAnswer
    | HandIn
    | KeyPile
    | KeySlip
    | Correct
    | ChangeCard
    | SlipsAgree
    | VoidReveal
    | VoidRound
    | HideReason
    | ListCriteria
    | AgreeByTalking
    | BreakTie
    | AskRoom
    | AgreeWay
    | LookBack
    | ChoosePaperWay
    | RecordDecision
    | SayByQuestion
    | GoAgainstRule
    | MoveLine
    | Place
    | ReopenList
    | SignRegister
    | AddStep
    | MoveStep
    | SkipStep
    | LookAgain
    | PutList
    | Retime
    | MoveStart
    | Hold
    | FollowClock
    | Seal
    | ChangeDetail
    | ChangeCriteria
    | ChangeRule
    | SetApplicationAside
    | BringBack
    | AddApplication
    | SayNoConflict
    | PassTurn
    | AskFollowUp
    | NobodyCame
)

__all__ = [
    "AddApplication",
    "AddMinutes",
    "AddNote",
    "AddSeat",
    "AddStep",
    "AgreeByTalking",
    "AgreeWay",
    "AskFollowUp",
    "AskRoom",
    "BeginDay",
    "BreakTie",
    "BringBack",
    "ChangeCard",
    "ChangeCriteria",
    "ChangeDetail",
    "ChangeRule",
    "ChoosePaperWay",
    "ComeAgain",
    "ComeBack",
    "Command",
    "Correct",
    "EndDay",
    "FollowClock",
    "Gathered",
    "GiveAnswer",
    "GoAgainstRule",
    "HandIn",
    "HideReason",
    "Hold",
    "JumpTo",
    "KeyPile",
    "KeySlip",
    "LeaveEarly",
    "ListCriteria",
    "LookAgain",
    "LookBack",
    "MakeHandRound",
    "MoveLine",
    "MoveStart",
    "MoveStep",
    "Next",
    "NobodyCame",
    "OpenDoors",
    "PassTurn",
    "PileSlip",
    "Place",
    "Places",
    "Practise",
    "PrintCards",
    "PutList",
    "PutSeatBack",
    "RecordDecision",
    "ReissueCard",
    "ReopenDoors",
    "ReopenList",
    "Retime",
    "SayByQuestion",
    "SayNoConflict",
    "Seal",
    "SetApplicationAside",
    "ShutDoors",
    "SignRegister",
    "SkipStep",
    "SlipsAgree",
    "StepOut",
    "TakeBreak",
    "TakeFreeSeat",
    "TakeHandRound",
    "TakePaperSeat",
    "TakeSeatByCard",
    "Tally",
    "Undo",
    "UseHandRound",
    "VoidReveal",
    "VoidRound",
]
