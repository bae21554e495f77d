"""Work out again what a history claims: every event must follow from what came before it."""

from __future__ import annotations

from collections.abc import Iterable

from .. import events as e
from ..evolve import evolve
from ..state import State
from . import agenda, deciding, people, rounds, scoring, unsigned
from .check import Checks

_CHECKS: Checks = {
    **people.CHECKS,
    **agenda.CHECKS,
    **scoring.CHECKS,
    **rounds.CHECKS,
    **unsigned.CHECKS,
    **deciding.CHECKS,
}


def audit(history: Iterable[e.Stamped]) -> int | None:
    """Replay a history; give the place, from 0, of the first event that does not fit, or None if all do."""
    state = State()
    for place, stamped in enumerate(history):
        try:
            if not fits(state, stamped.event):
                return place
            state = evolve(state, stamped)
        except (LookupError, StopIteration, AttributeError):
            return place  # it speaks of a seat, step or round that is not there
    return None


def fits(state: State, event: e.Event) -> bool:
    """Say whether an event could have happened in this state."""
    if state.sealed:
        return False  # nothing follows a seal
    check = _CHECKS.get(type(event))
    return check is None or check(state, event)
