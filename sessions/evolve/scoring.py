"""How scores come in, are handed in, and close."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from .. import events as e
from ..answers import Source
from ..phases import Phase
from ..state import Cell, Intervention, Scoring, State, scores_of
from .moving import enter, with_intervention


def _with(state: State, ref: str, scoring: Scoring) -> State:
    return replace(state, scoring={**state.scoring, ref: scoring})


def scoring_opened(state: State, event: e.ScoringOpened, at: datetime) -> State:
    """Freeze the electorate and let answers in."""
    opened = _with(
        state, event.application, replace(scores_of(state, event.application), electorate=event.electorate)
    )
    return enter(opened, at, what="score", plan=replace(state.plan, phase=Phase.SCORE))


def _put(state: State, ref: str, seat: int, criterion: str, cell: Cell) -> State:
    scoring = scores_of(state, ref)
    sheet = {**scoring.cells.get(seat, {}), criterion: cell}
    return _with(state, ref, replace(scoring, cells={**scoring.cells, seat: sheet}))


def answered(state: State, event: e.Answered, _at: datetime) -> State:
    """Put an answer in its place."""
    cell = Cell(event.answer, event.id, event.revision, event.source, event.helped)
    return _put(state, event.application, event.seat, event.criterion, cell)


def handed_in(state: State, event: e.HandedIn, _at: datetime) -> State:
    """Count a member as in."""
    scoring = scores_of(state, event.application)
    return _with(state, event.application, replace(scoring, handed_in=scoring.handed_in | {event.seat}))


def scoring_closed(state: State, _event: e.ScoringClosed, at: datetime) -> State:
    """Let no more answers in; nothing is shown yet."""
    return enter(state, at, what="close", plan=replace(state.plan, phase=Phase.CLOSED))


def reveal_voided(state: State, event: e.RevealVoided, at: datetime) -> State:
    """Let the same seats score again. Their answers stand, and each is asked to look at them and hand in anew."""
    before = scores_of(state, event.application)
    again = replace(
        before,
        revealed=False,
        handed_in=frozenset(),
        voided=(*before.voided, event.why),
        seen={one.key: before.drawn(one.key) for one in state.model.criteria},
        kept={},
    )
    told = with_intervention(
        _with(state, event.application, again),
        Intervention(at, "reveal-voided", event.application, event.why),
    )
    entered = enter(told, at, what="score", plan=replace(state.plan, phase=Phase.SCORE, round=0))
    return replace(entered, trail=())  # what is set aside must not come back by undo


def corrected(state: State, event: e.Corrected, at: datetime) -> State:
    """Put a corrected answer in, marked, and tell the panel."""
    old = scores_of(state, event.application).cells.get(event.seat, {}).get(event.criterion)
    cell = Cell(
        event.answer,
        old.id if old else "",
        old.revision if old else 0,
        old.source if old else Source.PAPER,
        helped=old.helped if old else False,
        corrected=True,
    )
    put = _put(state, event.application, event.seat, event.criterion, cell)
    return with_intervention(put, Intervention(at, "corrected", event.application, event.why))
