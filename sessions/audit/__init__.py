"""Work out again what a history claims: every event must follow from what came before it."""

from __future__ import annotations

from collections.abc import Iterable

from sessions import events as e
from sessions.audit import anonymous, asking, changes, decisions, interviews, moving, rounds, scoring, seats
from sessions.audit.moving import Checks, may_follow_the_end
from sessions.audit.times import can_be_reckoned
from sessions.evolve import evolve
from sessions.state import State

_CHECKS: Checks = {
    **seats.CHECKS,
    **moving.CHECKS,
    **scoring.CHECKS,
    **rounds.CHECKS,
    **anonymous.CHECKS,
    **asking.CHECKS,
    **decisions.CHECKS,
    **changes.CHECKS,
    **interviews.CHECKS,
}


def audit(history: Iterable[e.Stamped]) -> int | None:
    """Replay a history; give the place, from 0, of the first event that does not fit, or None if all do."""
    state = State()
    for place, stamped in enumerate(history):
        try:
            if not can_be_reckoned(stamped.at, stamped.event) or not fits(state, stamped.event):
                return place
            state = evolve(state, stamped)
        except (LookupError, StopIteration, AttributeError, ArithmeticError):
            return place  # it speaks of a seat, step or round that is not there, or of an amount that is none
    return None


def fits(state: State, event: e.Event) -> bool:
    """Whether an event could have happened in this state."""
    if state.sealed:
        return False  # nothing follows a seal
    if state.ended and not may_follow_the_end(event):
        return False
    check = _CHECKS.get(type(event))
    return check is None or check(state, event)
