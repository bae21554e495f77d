"""What a phone's page hangs on, cheaply: while this is the same, the phone has no reason to look again."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from sessions.decide.rounds import voters_of
from sessions.decide.unsigned import asks_confidence, may_differ
from sessions.decide.workshop import asks_suggestions
from sessions.phases import Phase
from sessions.state import State, scores_of

if TYPE_CHECKING:
    from ..room import Room


def glimpse_in(room: Room, seat: int) -> Hashable:
    """Give the glimpse of a room as it is now, with what only the live room knows."""
    return glimpse(room.state, seat, reminded=room.reminded(seat), shut=room.phones_shut())


def glimpse(state: State, seat: int, *, reminded: int = 0, shut: bool = False) -> Hashable:
    """Give something that differs when this seat's page may have changed. It never leaves the laptop."""
    ref = state.application
    scoring = scores_of(state, ref)
    plan = state.plan
    return (
        plan.position,
        plan.since,
        plan.added,
        plan.pause,
        state.doors,
        state.confirmed,
        state.ended,
        state.seats.get(seat),
        (seat, ref) in state.conflicts,
        seat in voters_of(state),
        scoring.revealed,
        seat in scoring.handed_in,
        # two phones may hold one seat for a moment; the same answers are the same object
        id(scoring.cells.get(seat)),
        tuple((one.number, one.void, one.hidden) for one in state.rounds.get(ref, ())),
        plan.decisions.get(ref),
        state.by_talking.get(ref),
        tuple(state.minority_hidden.items()),
        _asked(state, seat),
        reminded,
        shut,
    )


def _asked(state: State, seat: int) -> bool:
    """Say whether enough of us are there to ask without a name: one who comes or goes can change it for all."""
    match state.plan.phase:
        case Phase.CONFIDENCE:
            return asks_confidence(state)
        case Phase.WORKSHOP | Phase.WORKSHOP_WEIGH:
            return asks_suggestions(state)
        case Phase.DECISION:
            return may_differ(state, seat)
        case _:
            return False
