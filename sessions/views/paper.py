"""What is printed: a slip for each seat and application, and a ballot slip that nobody's seat is on.

The questions and answers are the phone's own views, so paper cannot ask anything else than a phone does.
"""

from __future__ import annotations

from collections.abc import Set

from msgspec import Struct

from ..model import Session
from . import pages as p
from .about import about_application
from .phone_ballot import ballot_choices
from .phone_scoring import blank_question

Conflict = tuple[int, str]


class ScoreSlip(Struct, frozen=True):
    """One seat's slip for one application: known by both, as a score on a phone is."""

    seat: int
    about: p.About
    questions: tuple[p.Score, ...]


class BallotSlip(Struct, frozen=True):
    """A secret ballot on paper. Every slip is like every other: no seat, no application, no round, no number."""

    question: str
    choices: tuple[p.Choice, ...]


def score_slips(model: Session, seat: int, out: Set[Conflict] = frozenset()) -> tuple[ScoreSlip, ...]:
    """Give a seat's slips in the order the applications are heard, but for those it steps out of."""
    numbers = range(1, len(model.criteria) + 1)
    declared = {(member.seat, ref) for member in model.members for ref in member.conflicts}
    return tuple(
        ScoreSlip(
            seat,
            about_application(model, one.ref),
            tuple(blank_question(model, one.ref, number) for number in numbers),
        )
        for one in model.applications
        if (seat, one.ref) not in declared | out
    )


def ballot_slip(model: Session) -> BallotSlip:
    """Give the ballot slip of a session."""
    return BallotSlip(model.consensus.question, ballot_choices(model))
