"""What the wall asks the facilitator to choose from. No value a member gave is ever among it."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from ..decisions import Verdict


class SeatChoice(Struct, frozen=True):
    """A seat to pick: how its member takes part, and whether that member is out of the application in hand, or gone."""

    seat: int
    label: str
    taken: bool
    paper: bool
    out: bool
    left: bool = False


class StepChoice(Struct, frozen=True):
    """A line of the agenda to go to."""

    key: str
    words: str
    minutes: int
    here: bool


class SlipQuestion(Struct, frozen=True):
    """One line of a paper slip, and the whole numbers that may stand on it."""

    key: str
    question: str
    low: int
    high: int


class Slip(Struct, frozen=True):
    """The paper slip of the application in hand."""

    application: str
    title: str
    questions: tuple[SlipQuestion, ...]


class BallotSlips(Struct, frozen=True):
    """The paper ballots of the open round: a count for each option, lowest first, then for "I can't say"."""

    seats: int
    questions: tuple[SlipQuestion, ...]


class ToDecide(Struct, frozen=True):
    """An application to decide about, with what is recorded so far."""

    application: str
    title: str
    asked: str
    verdict: Verdict | None
    amount: Decimal | None
    conditions: str
    reasons: str
