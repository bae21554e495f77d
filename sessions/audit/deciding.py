"""Claims about the list and the money: nothing is given beyond the ask, the pot or what the list says."""

from __future__ import annotations

from .. import events as e
from ..budget import full_list, over_with, pots, total
from ..decide.deciding import why_no_decision
from ..state import State
from .check import Checks


def _decision_recorded(state: State, event: e.DecisionRecorded) -> bool:
    asked, given = state.model.application(event.application).asked, event.decision
    amount_fits = 0 < given.amount <= asked if given.funded else given.amount == 0
    within = total({**state.plan.decisions, event.application: given}) <= state.model.pot
    return amount_fits and within and why_no_decision(state, event.application) is None


def _line_moved(state: State, event: e.LineMoved) -> bool:
    pot = next((one for one in pots(state) if one.key == event.strand), None)
    return (
        pot is not None and 0 <= event.funded <= len(pot.order) and over_with(state, pot, event.funded) <= 0
    )


def _list_confirmed(state: State, event: e.ListConfirmed) -> bool:
    list_now = full_list(state)
    return not state.confirmed and event.decisions == list_now and total(list_now) <= state.model.pot


def _list_reopened(state: State, event: e.ListReopened) -> bool:
    return state.confirmed and bool(event.why)


CHECKS: Checks = {
    e.DecisionRecorded: _decision_recorded,
    e.LineMoved: _line_moved,
    e.ListConfirmed: _list_confirmed,
    e.ListReopened: _list_reopened,
}
