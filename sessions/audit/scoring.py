"""Claims about scores."""

from __future__ import annotations

from .. import events as e
from ..answers import Answer, Kind, Source
from ..decide.scoring import may_correct, reveal_voidable
from ..phases import Phase
from ..state import State, scores_of
from .check import Checks


def _open_for(state: State, ref: str) -> bool:
    return state.application == ref and state.plan.phase is Phase.SCORE


def _answered(state: State, event: e.Answered) -> bool:
    scoring = scores_of(state, event.application)
    road = event.source is not Source.HAND_ROUND or state.seats[event.seat].handed_round
    who = event.seat in scoring.electorate and road
    return _open_for(state, event.application) and who and _on_scale(state, event.criterion, event.answer)


def _handed_in(state: State, event: e.HandedIn) -> bool:
    scoring = scores_of(state, event.application)
    answered = event.seat in scoring.electorate and bool(scoring.cells.get(event.seat))
    return _open_for(state, event.application) and answered


def _scoring_closed(state: State, event: e.ScoringClosed) -> bool:
    return _open_for(state, event.application)


def _corrected(state: State, event: e.Corrected) -> bool:
    closed = may_correct(state, event.application)
    theirs = event.seat in scores_of(state, event.application).electorate
    return closed and theirs and bool(event.why) and _on_scale(state, event.criterion, event.answer)


def _on_scale(state: State, key: str, answer: Answer) -> bool:
    scale = state.model.criterion(key).scale
    if answer.kind is not Kind.SCORE:
        return answer.value is None
    return answer.value is not None and scale.low <= answer.value <= scale.high


def _scoring_opened(state: State, event: e.ScoringOpened) -> bool:
    before = scores_of(state, event.application)
    if before.voided:  # the same seats, whoever has stepped out or gone home since
        who = event.electorate == before.electorate
    else:
        out = any((seat, event.application) in state.conflicts for seat in event.electorate)
        who = set(event.electorate) <= set(state.here) and not out
    return state.application == event.application and not before.revealed and who


def _reveal_voided(state: State, event: e.RevealVoided) -> bool:
    return bool(event.why) and event.application == state.application and reveal_voidable(state)


CHECKS: Checks = {
    e.Answered: _answered,
    e.HandedIn: _handed_in,
    e.ScoringOpened: _scoring_opened,
    e.ScoringClosed: _scoring_closed,
    e.Corrected: _corrected,
    e.RevealVoided: _reveal_voided,
}
