"""How a tie-break ballot opens in the middle of the budget, closes with its counts, and is set aside."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from sessions import events as e
from sessions.evolve.moving import run_clock, with_intervention
from sessions.evolve.seats import slips_anew
from sessions.model.phases import Phase
from sessions.results.tie_ballots import order_of_places, voters_on
from sessions.state import Intervention, State, TieBallot, Undoable, orders_shown
from sessions.state.casters import outcome_only


def tie_opened(state: State, event: e.TieOpened, at: datetime) -> State:
    """Open a ballot; the list waits, and so does its time."""
    ballots = (*state.tie_ballots, TieBallot(event.number, event.applications, event.electorate))
    plan = replace(state.plan, phase=Phase.TIE, round=event.number)
    trail = (*state.trail, Undoable("tie", state.plan))
    return run_clock(slips_anew(replace(state, tie_ballots=ballots, plan=plan, trail=trail)), at)


def ranking_closed(state: State, event: e.RankingClosed, at: datetime) -> State:
    """Close it with what may be kept, and come back to the list. It cannot be undone: people see the order."""
    *before, opened = state.tie_ballots
    voters = voters_on(state, opened)
    closed = replace(
        opened,
        closed=True,
        places=event.places,
        cant_say=event.cant_say,
        cast=event.cast,
        eligible=len(voters),
        voters=voters,
        absent=event.absent,
        slips_of=event.slips_of,
        order=event.order,
    )
    if closed.places is not None and outcome_only(closed.casters, orders_shown(state, closed.refs, before)):
        order = order_of_places(closed.places)
        closed = replace(closed, places=None, cant_say=None, cast=None, order=order)
    back = _back_to_the_list(replace(state, tie_ballots=(*before, closed)), at)
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
    return run_clock(replace(state, plan=plan, trail=(), paper_way=None), at)
