"""What a phone's page hangs on, cheaply: while this is the same, the phone has no reason to look again."""

from __future__ import annotations

from collections.abc import Hashable

from sessions.state import State, scores_of


def glimpse(state: State, seat: int, *, reminded: int = 0) -> Hashable:
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
        scoring.revealed,
        seat in scoring.handed_in,
        # two phones may hold one seat for a moment; the same answers are the same object
        id(scoring.cells.get(seat)),
        tuple((one.number, one.void) for one in state.rounds.get(ref, ())),
        plan.decisions.get(ref),
        state.by_talking.get(ref),
        reminded,
    )
