"""Where a step of the agenda stands: one table, and which phases each kind of step goes through."""

from __future__ import annotations

from enum import StrEnum

from .model import StepKind


class Phase(StrEnum):
    """Where the room stands. The seven from `introduce` to `outcome` are an application's own."""

    ARRIVING = "arriving"
    NOTE = "note"
    PRACTICE = "practice"
    INTRODUCE = "introduce"
    READ = "read"
    SCORE = "score"
    CLOSED = "closed"  # scoring is closed, nothing is shown yet: a mistaken close can still be undone
    REVEAL = "reveal"
    TALK = "talk"
    BALLOT = "ballot"
    OUTCOME = "outcome"
    DECISION = "decision"
    BREAK = "break"
    CONFIDENCE = "confidence"
    CONFIDENCE_SHOWN = "confidence-shown"
    WORKSHOP = "workshop"
    WORKSHOP_LIST = "workshop-list"
    WORKSHOP_WEIGH = "workshop-weigh"
    WORKSHOP_SHOWN = "workshop-shown"
    BUDGET = "budget"
    TIE = "tie"  # a ballot to break a tie, in the middle of the budget
    CONFIRMED = "confirmed"
    CLOSING = "closing"
    THANKS = "thanks"


FIRST: dict[StepKind, Phase] = {
    StepKind.WELCOME: Phase.NOTE,
    StepKind.NOTE: Phase.NOTE,
    StepKind.CONFIDENCE: Phase.CONFIDENCE,
    StepKind.WORKSHOP: Phase.WORKSHOP,
    StepKind.PRACTICE: Phase.PRACTICE,
    StepKind.APPLICATION: Phase.INTRODUCE,
    StepKind.BREAK: Phase.BREAK,
    StepKind.BUDGET: Phase.BUDGET,
    StepKind.CLOSING: Phase.CLOSING,
}

# The phases whose start cannot be taken back: people have seen what cannot be unseen.
POINTS_OF_NO_RETURN = frozenset(
    {
        Phase.REVEAL,
        Phase.OUTCOME,
        Phase.CONFIDENCE_SHOWN,
        Phase.WORKSHOP_LIST,
        Phase.WORKSHOP_SHOWN,
        Phase.CONFIRMED,
        Phase.THANKS,
    }
)
# In these, the wall may show nothing of the application's answers but their number.
SECRET = frozenset({Phase.INTRODUCE, Phase.READ, Phase.SCORE, Phase.CLOSED})
