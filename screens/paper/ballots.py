"""Ballot slips: four on a page, every one like every other. Nothing on a slip says whose it is."""

from __future__ import annotations

from sessions.model import Session
from sessions.views.paper import BallotSlip
from sessions.views.phone_ballot import CANT_SAY
from sessions.wording import say

from .sheet import Sheet

ON_A_PAGE = 4


class Ballots(Sheet, frozen=True):
    """A page of slips that are all alike."""

    kind: str
    question: str
    options: tuple[str, ...]
    instead: str
    cant_say: str
    promise: str
    how: str
    slips: int = ON_A_PAGE


def ballots_sheet(session: Session, slip: BallotSlip) -> Ballots:
    """Lay out the page."""
    return Ballots(
        "ballots",
        session.language,
        say("paper.ballots.title", session=session.title),
        kind=say("phone.ballot"),
        question=slip.question,
        options=tuple(choice.words for choice in slip.choices if choice.value != CANT_SAY),
        instead=say("phone.or"),
        cant_say=next(choice.words for choice in slip.choices if choice.value == CANT_SAY),
        promise=say("phone.ballot-promise"),
        how=say("paper.ballots.how"),
    )
