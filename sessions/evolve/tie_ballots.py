"""How a tie-break ballot opens in the middle of the budget, closes with its counts, and is set aside."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from .. import events as e
from ..phases import Phase
from ..state import Intervention, State, TieBallot, Undoable
from ..tie_ballots import voters_on
from .moving import run_clock, with_intervention
from .seats import slips_anew


def tie_opened(state: State, event: e.TieOpened, at: datetime) -> State:
    """Open a ballot; the list waits, and so does its time."""
    ballots = (*state.tie_ballots, TieBallot(event.number, event.applications, event.electorate))
    plan = replace(state.plan, phase=Phase.TIE, round=event.number)
    trail = (*state.trail, Undoable("tie", state.plan))
    return run_clock(slips_anew(replace(state, tie_ballots=ballots, plan=plan, trail=trail)), at)


def ranking_closed(state: State, event: e.RankingClosed, at: datetime) -> State:
    """Close it with what may be kept, and come back to the list. It cannot be undone: people see the order."""
    closed = replace(
        state.tie_ballots[-1],
        closed=True,
        places=event.places,
        cant_say=event.cant_say,
        cast=event.cast,
        eligible=len(voters_on(state, state.tie_ballots[-1])),
    )
    back = _back_to_the_list(replace(state, tie_ballots=(*state.tie_ballots[:-1], closed)), at)
    if event.unread:
        back = with_intervention(back, Intervention(at, "ballots-unread", ""))
    return back


def tie_voided(state: State, event: e.TieVoided, at: datetime) -> State:
    """Set a ballot aside; it stays in the record, marked, and breaks no tie."""
    was_open = state.open_tie is not None and state.open_tie.number == event.number
    marked = tuple(
        replace(one, void=event.why) if one.number == event.number else one for one in state.tie_ballots
    )
    voided = with_intervention(
        replace(state, tie_ballots=marked), Intervention(at, "tie-voided", "", event.why)
    )
    return _back_to_the_list(voided, at) if was_open else voided


def _back_to_the_list(state: State, at: datetime) -> State:
    plan = replace(state.plan, phase=Phase.BUDGET, round=0)
    return run_clock(replace(state, plan=plan, trail=()), at)
