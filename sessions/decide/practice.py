"""Rules of the practice go: what may be picked in it. Nothing of it is ever an event but that a seat went through."""

from __future__ import annotations

from sessions.decide.rounds import CANT_SAY
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.model.session import Session
from sessions.state import State

QUESTIONS = 2
_POINTS = 5  # of a scale that has no words


def points(model: Session) -> tuple[str, ...]:
    """Return the words of the practice questions' answers, lowest first."""
    return model.scale.words or tuple(str(n) for n in range(1, _POINTS + 1))


def check_practice(state: State, seat: int) -> None:
    """Check that a seat may still practise here. Raises Refused."""
    if state.plan.phase is not Phase.PRACTICE or seat not in state.seats:
        raise Refused(No.NOT_NOW)


def check_picked(state: State, seat: int, number: int, picked: str) -> None:
    """Check that an answer to a practice question is one. Raises Refused."""
    check_practice(state, seat)
    if not picked:
        raise Refused(No.NOTHING_CHOSEN)
    offered = [*(str(n) for n, _word in enumerate(points(state.model), start=1)), CANT_SAY]
    if not 1 <= number <= QUESTIONS or picked not in offered:
        raise Refused(No.NOT_AN_OPTION)


def check_practice_ballot(state: State, seat: int, picked: str) -> None:
    """Check that a practice ballot is one. Raises Refused."""
    check_practice(state, seat)
    if not picked:
        raise Refused(No.NOTHING_CHOSEN)
    options = range(1, len(state.model.consensus.options) + 1)
    if picked not in (*map(str, options), CANT_SAY):
        raise Refused(No.NOT_AN_OPTION)
