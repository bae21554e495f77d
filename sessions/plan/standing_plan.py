"""The plan as it stands at a moment of the day: what `print` prints and a rehearsal rehearses once the record rules."""

from __future__ import annotations

from msgspec.structs import replace

from sessions.model.session import Member, Session
from sessions.state import State


def standing_plan(state: State) -> Session:
    """Return the session with everything put right so far, its agenda's lines, its seats and the conflicts declared."""
    model = state.model
    refs = {one.ref for one in model.applications}
    return replace(
        model,
        steps=tuple(step for step in state.steps if not step.ref or step.ref in refs),
        members=_members(state, refs),
        aside=(),
    )


def _members(state: State, refs: set[str]) -> tuple[Member, ...]:
    declared: dict[int, list[str]] = {}
    for seat, ref in state.conflicts:
        if ref in refs:
            declared.setdefault(seat, []).append(ref)
    before = {member.seat: member for member in state.model.members}
    return tuple(
        Member(
            number,
            conflicts=tuple(declared.get(number, ())),
            asked=number in before and before[number].asked,
        )
        for number in state.seats
    )
