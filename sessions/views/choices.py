"""What the facilitator is asked to choose from, at the wall or at the desk. No value a member gave is among it."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from ..decisions import Verdict
from ..events import Draft, Signing
from ..refusals import No
from .pacing import Pacing


class SeatChoice(Struct, frozen=True):
    """A seat to pick: how its member takes part, and whether that member is out of the application in hand, or gone.

    `done` says that the scores of the application in hand are in. What may be said of a seat on the wall is for
    the conversation to know.
    """

    seat: int
    label: str
    taken: bool
    paper: bool
    out: bool
    left: bool = False
    done: bool = False
    handed_round: bool = False


class StepChoice(Struct, frozen=True):
    """A line of the agenda: `at` is when it began or is expected to. One to come can be moved or left out.

    `up` and `down` name the line it would then stand after; nothing where it cannot go further that way.
    """

    key: str
    words: str
    minutes: int
    here: bool
    at: str = ""
    coming: bool = False
    left_out: bool = False
    rests: bool = False
    up: str | None = None
    down: str | None = None


class TextChoice(Struct, frozen=True):
    """Something people wrote that may be hidden: of what, of which round, at which place of its batch."""

    application: str
    round: int
    place: int
    heading: str
    text: str


class SlipQuestion(Struct, frozen=True):
    """One line of a paper slip, and the whole numbers that may stand on it."""

    key: str
    question: str
    low: int
    high: int


class Slip(Struct, frozen=True):
    """The paper slip of the application in hand, and the seats it is not too late for.

    Those are the seats that were here when scoring opened. One that stepped out is among them: nobody is to be
    told from a list on the wall.
    """

    application: str
    title: str
    questions: tuple[SlipQuestion, ...]
    seats: tuple[int, ...] = ()


class BallotSlips(Struct, frozen=True):
    """The paper ballots of the open round: a count for each option, lowest first, then for "I can't say"."""

    seats: int
    questions: tuple[SlipQuestion, ...]
    tied: int = 0  # in a tie-break ballot: the counts are a row of places for each of so many


class Supposable(Struct, frozen=True):
    """An application that a what-if may be about, and what it gets now."""

    application: str
    title: str
    gets: str


class Tie(Struct, frozen=True):
    """A tie that waits for a ballot."""

    refs: tuple[str, ...]
    titles: str


class ToDecide(Struct, frozen=True):
    """An application to decide about, with what is recorded so far."""

    application: str
    title: str
    asked: str
    verdict: Verdict | None
    amount: Decimal | None
    conditions: str
    reasons: str
    most: Decimal  # the whole ask


class Correctable(Struct, frozen=True):
    """An application whose scores are closed, and the seats that scored it."""

    application: str
    title: str
    seats: tuple[int, ...]


class RegisterChoice(Struct, frozen=True):
    """The register of conflicts: how many are in it, which signing is next, and when it was signed last."""

    conflicts: int
    when: Signing
    signed: str


class Void(StrEnum):
    """What can be set aside, with a reason."""

    SCORES = "scores"
    BALLOT = "ballot"
    LIST = "list"


class Choices(Struct, frozen=True):
    """All that can be chosen from at one moment."""

    application: str  # the ref of the one in hand, or nothing
    seats: tuple[SeatChoice, ...]
    agenda: tuple[StepChoice, ...]
    slip: Slip | None
    ballot_slips: BallotSlips | None
    decidable: tuple[ToDecide, ...]
    questions: tuple[SlipQuestion, ...]
    correctable: tuple[Correctable, ...]
    register: RegisterChoice
    pacing: Pacing
    confirmed: bool
    why_no_decision: No | None = None  # about the one in hand, or any
    to_void: Void | None = None
    undoes_ballot: bool = False
    reasons: tuple[TextChoice, ...] = ()
    ties: tuple[Tie, ...] = ()
    supposable: tuple[Supposable, ...] = ()
    draft: tuple[Draft, ...] = ()

    def to_decide(self, ref: str) -> ToDecide:
        """Find an application by its ref. Raises LookupError where there is none."""
        for one in self.decidable:
            if one.application == ref:
                return one
        raise LookupError(ref)
