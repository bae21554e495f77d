"""Who had stepped out and may come back, now that another line of the agenda has begun."""

from __future__ import annotations

from ..state import State
from ..wording import say_many


def back_in(state: State) -> tuple[int, ...]:
    """Give the seats that were out until the present line began, and are not out of it as well."""
    began = state.plan.began
    if began is None:
        return ()
    back = (
        one.seat for one in state.conflicts.values() if one.came_back is not None and one.came_back >= began
    )
    out = {seat for seat, ref in state.conflicts if ref == state.application}
    return tuple(seat for seat in back if seat not in out and state.seats[seat].here)


def may_come_back(state: State) -> str:
    """Say how many may come back, never who; nothing where nobody was out."""
    n = len(back_in(state))
    return say_many("steering.come-back", n) if n else ""
