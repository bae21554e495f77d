"""Rules about what members give without their name: another view for the record, and how confident they feel."""

from __future__ import annotations

from .. import commands as c
from .. import events as e
from ..phases import Phase
from ..refusals import No, Refused
from ..scoring import FEWEST
from ..state import State, scores_of
from .rounds import CANT_SAY

POINTS = 5  # of how confident, or how much a question matters; each has a word


# another view


def writers(state: State) -> set[int]:
    """Give who could write another view. Who votes on paper or has gone home hides nobody: it was not them."""
    return set(scores_of(state, state.application).voters) & set(askable(state))


def may_differ(state: State, seat: int) -> bool:
    """Say whether a seat may have another view recorded now: one of five at least who could write it."""
    can = writers(state)
    return state.plan.phase is Phase.DECISION and len(can) >= FEWEST and seat in can


def check_differing(state: State, seat: int, application: str) -> None:
    """Check that another view may be written. Raises Refused."""
    if state.application != application or state.plan.phase is not Phase.DECISION:
        raise Refused(No.MOVED_ON)
    if seat in scores_of(state, application).aside:
        raise Refused(No.STEPPED_OUT)
    if not may_differ(state, seat):
        raise Refused(No.NOT_IN_ELECTORATE)


def recorded(state: State, gathered: c.Gathered | None) -> tuple[e.Event, ...]:
    """Record the other views, where some were written, as the room leaves the application."""
    ref = state.application
    if not ref or gathered is None or not gathered.texts or len(scores_of(state, ref).voters) < FEWEST:
        return ()
    return (e.MinorityRecorded(ref, gathered.texts),)


# confidence


def askable(state: State) -> tuple[int, ...]:
    """Give who can be asked by phone."""
    return tuple(seat for seat in state.here if not state.seats[seat].paper)


def asks_confidence(state: State) -> bool:
    """Say whether there are enough of us to ask without a name, and this step has not asked before."""
    step = state.step
    asked = step is not None and any(one.step == step.key for one in state.confidence)
    return len(askable(state)) >= FEWEST and not asked


def check_confidence(state: State, seat: int, choice: str) -> int | None:
    """Check an answer; give its point from 1, or None for "can't say". Raises Refused."""
    if state.plan.phase is not Phase.CONFIDENCE or not asks_confidence(state):
        raise Refused(No.MOVED_ON)
    if seat not in askable(state):
        raise Refused(No.NOT_NOW)
    return point_of(choice)


def point_of(choice: str) -> int | None:
    """Read one of the points; None for "can't say". Raises Refused."""
    if choice == CANT_SAY:
        return None
    if choice not in map(str, range(1, POINTS + 1)):
        raise Refused(No.NOT_AN_OPTION if choice else No.NOTHING_CHOSEN)
    return int(choice)


def close_confidence(state: State, command: c.Next) -> tuple[e.Event, ...]:
    """Close the question, and keep totals of five or more."""
    step, phones, gathered = state.step, askable(state), command.gathered
    assert step is not None
    missing = len(phones) - (gathered.given if gathered else 0)
    if not command.sure:
        raise Refused(No.ASK_AGAIN_CLOSING if missing else No.ASK_AGAIN_EVERYONE_IN, missing=missing)
    counts = gathered.counts[0] if gathered and gathered.counts else ()
    if gathered is None or sum(counts) < FEWEST:
        return (e.ConfidenceClosed(step.key, len(phones)),)
    return (e.ConfidenceClosed(step.key, len(phones), counts, gathered.cant_say[0]),)
