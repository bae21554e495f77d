"""Orders: what a person at the wall, on a phone or with paper wants done. `decide` says yes or no.

`position` is the place the sender was looking at (`Plan.position`); an order for another place is refused, so
that a clicker pressed twice cannot skip anything.
"""

from __future__ import annotations

from .agenda import AddStep, LookAgain, MoveStep, Retime, SkipStep
from .deciding import MoveLine, RecordDecision, ReopenList
from .hand_round import MakeHandRound, TakeHandRound, UseHandRound
from .moving import AddMinutes, AddNote, JumpTo, Next, TakeBreak, Undo
from .rounds import AgreeByTalking, BreakTie, HideReason, Places, Tally, VoidReveal, VoidRound
from .scoring import Correct, GiveAnswer, HandIn, KeySlip, Practise
from .sealing import Seal
from .seats import (
    AddSeat,
    ComeBack,
    LeaveEarly,
    OpenDoors,
    PrintCards,
    ReissueCard,
    ReopenDoors,
    ShutDoors,
    SignRegister,
    StepOut,
    TakeFreeSeat,
    TakePaperSeat,
    TakeSeatByCard,
)
from .timing import FollowClock, Hold, MoveStart
from .unsigned import Gathered
from .workshop import ListCriteria

Command = (
    OpenDoors
    | PrintCards
    | ShutDoors
    | ReopenDoors
    | TakeSeatByCard
    | TakeFreeSeat
    | TakePaperSeat
    | AddSeat
    | LeaveEarly
    | ReissueCard
    | MakeHandRound
    | TakeHandRound
    | UseHandRound
    | StepOut
    | ComeBack
    | Next
    | JumpTo
    | Undo
    | TakeBreak
    | AddMinutes
    | AddNote
    | Practise
    | GiveAnswer
    | HandIn
    | KeySlip
    | Correct
    | VoidReveal
    | VoidRound
    | HideReason
    | ListCriteria
    | AgreeByTalking
    | BreakTie
    | RecordDecision
    | MoveLine
    | ReopenList
    | SignRegister
    | AddStep
    | MoveStep
    | SkipStep
    | LookAgain
    | Retime
    | MoveStart
    | Hold
    | FollowClock
    | Seal
)

__all__ = [
    "AddMinutes",
    "AddNote",
    "AddSeat",
    "AddStep",
    "AgreeByTalking",
    "BreakTie",
    "ComeBack",
    "Command",
    "Correct",
    "FollowClock",
    "Gathered",
    "GiveAnswer",
    "HandIn",
    "HideReason",
    "Hold",
    "JumpTo",
    "KeySlip",
    "LeaveEarly",
    "ListCriteria",
    "LookAgain",
    "MakeHandRound",
    "MoveLine",
    "MoveStart",
    "MoveStep",
    "Next",
    "OpenDoors",
    "Places",
    "Practise",
    "PrintCards",
    "RecordDecision",
    "ReissueCard",
    "ReopenDoors",
    "ReopenList",
    "Retime",
    "Seal",
    "ShutDoors",
    "SignRegister",
    "SkipStep",
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
