"""The rows about the day itself: conflicts, timings, interventions, decisions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from ...state import Conflict, State
from .facts import DecisionRow
from .rows import ConflictRow, InterventionRow, TimingRow

# A reason given for one of these may say whose card or score it was.
_ABOUT_ONE_MEMBER = frozenset({"card-reissued", "corrected", "late-conflict"})


def stamp(at: dt.datetime | None) -> str:
    """Write a time as ISO 8601 to the second, with its zone; nothing for none."""
    return at.isoformat(timespec="seconds") if at else ""


def conflict_rows(state: State, codes: Mapping[int, str]) -> tuple[ConflictRow, ...]:
    """Give one row a conflict, by application, members in the order of `codes`; times only of who was there."""
    return tuple(
        _conflict(state, state.conflicts[seat, a.ref], code)
        for a in state.model.applications
        for seat, code in codes.items()
        if (seat, a.ref) in state.conflicts
    )


def _conflict(state: State, one: Conflict, code: str) -> ConflictRow:
    here = state.seats[one.seat].taken
    return ConflictRow(
        one.application,
        code,
        one.declared.value,
        stamp(one.stepped_out) if here else "",
        stamp(one.came_back) if here else "",
    )


def timing_rows(state: State) -> tuple[TimingRow, ...]:
    """Give one row a phase, in the order they ran; the one that still runs has no end."""
    names = {step.key: step.ref or step.title or step.kind.value for step in state.steps}
    return tuple(
        TimingRow(
            names.get(one.step, one.step), one.phase.value, one.planned, stamp(one.started), stamp(one.ended)
        )
        for one in state.timings
    )


def intervention_rows(state: State, *, public: bool) -> tuple[InterventionRow, ...]:
    """Give one row an act; in public without the reason where that is about one member."""
    return tuple(
        InterventionRow(
            stamp(one.at),
            one.what,
            one.application,
            "" if public and one.what in _ABOUT_ONE_MEMBER else one.why,
        )
        for one in state.interventions
    )


def decision_rows(state: State) -> tuple[DecisionRow, ...]:
    """Give one row a decision, in the order the applications were heard."""
    decided = [(a.ref, state.plan.decisions.get(a.ref)) for a in state.model.applications]
    return tuple(
        DecisionRow(ref, one.verdict.value, one.amount, one.conditions, one.reasons, state.confirmed)
        for ref, one in decided
        if one
    )
