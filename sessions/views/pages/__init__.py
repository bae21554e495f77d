"""What one phone shows: a page for the holder of a seat, or for a stranger. A member sees that seat only.

Their names, the `data-page` of `contract.md`, are in `page_names`. `position` is the room's place a page belongs to.
"""

from __future__ import annotations

from .arriving import HandRound, HandRoundCode, Join, MakeHandRound, TakeSeat
from .page import MOST_WORDS, SIGNALS, About, Choice, Page, Signal, Turned
from .scoring import Check, Practice, Received, Said, Score, SteppingOut
from .voting import Ballot, Confidence, Minority, Rank, Reason, Tied, Workshop
from .waiting import Ended, Given, MyDay, OnBreak, Result, Wait

AnyPage = (
    Join | TakeSeat | MakeHandRound | HandRound | HandRoundCode
    | Wait | Practice | Score | Check | Received | SteppingOut | Ballot | Reason | Rank | Minority | Confidence
    | Workshop | Result | OnBreak | Ended | MyDay | Turned
)  # fmt: skip

__all__ = [
    "MOST_WORDS",
    "SIGNALS",
    "About",
    "AnyPage",
    "Ballot",
    "Check",
    "Choice",
    "Confidence",
    "Ended",
    "Given",
    "HandRound",
    "HandRoundCode",
    "Join",
    "MakeHandRound",
    "Minority",
    "MyDay",
    "OnBreak",
    "Page",
    "Practice",
    "Rank",
    "Reason",
    "Received",
    "Result",
    "Said",
    "Score",
    "Signal",
    "SteppingOut",
    "TakeSeat",
    "Tied",
    "Turned",
    "Wait",
    "Workshop",
]
