"""Who is still to be asked whether they stand too close to a late application."""

from __future__ import annotations

from sessions.state import State


def late_question(state: State, seat: int) -> str:
    """Return the late application that a member is to be asked about now; nothing where there is none."""
    if state.guests_in or not state.cleared or seat not in state.seats:
        return ""
    counted = {one.ref for one in state.model.applications}
    return next(
        (
            ref
            for ref, said in state.cleared.items()
            if seat not in said
            and ref in counted
            and ref not in state.scoring
            and (seat, ref) not in state.conflicts
            and ref != state.application  # its own pages ask
        ),
        "",
    )
