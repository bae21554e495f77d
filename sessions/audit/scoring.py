"""Claims about scores."""

from __future__ import annotations

from sessions import events as e
from sessions.audit.moving import Checks
from sessions.decide.cards_up import asks_cards_up, may_change_card, turned_up
from sessions.decide.scoring import may_correct, reveal_voidable
from sessions.model.answers import Answer, Kind, Source
from sessions.model.phases import Phase
from sessions.model.session import StepKind
from sessions.state import State, scores_of


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
    ref = event.application
    closed = may_change_card(state, event.seat, ref) if event.own else may_correct(state, ref)
    theirs = event.seat in scores_of(state, event.application).electorate
    return closed and theirs and bool(event.why) and _on_scale(state, event.criterion, event.answer)


def _on_scale(state: State, key: str, answer: Answer) -> bool:
    scale = state.model.criterion(key).scale
    if answer.kind is not Kind.SCORE:
        return answer.value is None
    return answer.value is not None and scale.low <= answer.value <= scale.high


def _scoring_opened(state: State, event: e.ScoringOpened) -> bool:
    before = scores_of(state, event.application)
    met = state.step is not None and state.step.kind is StepKind.INTERVIEW and before.step != state.step.key
    if before.voided and not before.revealed:  # the same seats, whoever has stepped out or gone home since
        who = event.electorate == before.electorate
    else:
        who = event.electorate == state.at_the_table(event.application)
    before_it = (
        before.cards_up if before.voided and not before.revealed else turned_up(state, event.electorate)
    )
    return (
        state.application == event.application
        and (met or not before.revealed)
        and who
        and event.cards_up == before_it
    )


def _cards_up_asked(state: State, event: e.CardsUpAsked) -> bool:
    here = state.plan.phase is Phase.CARDS_UP and asks_cards_up(state)
    return here and event.agreed in ((), state.here)


def _reveal_voided(state: State, event: e.RevealVoided) -> bool:
    return bool(event.why) and event.application == state.application and reveal_voidable(state)


CHECKS: Checks = {
    e.Answered: _answered,
    e.HandedIn: _handed_in,
    e.CardsUpAsked: _cards_up_asked,
    e.ScoringOpened: _scoring_opened,
    e.ScoringClosed: _scoring_closed,
    e.Corrected: _corrected,
    e.RevealVoided: _reveal_voided,
}
