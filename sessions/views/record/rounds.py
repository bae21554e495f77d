"""The rows of `rounds.csv`, and the reasons written beside ballots. An open ballot is never here."""

from __future__ import annotations

from collections.abc import Iterator

from ...consensus import Outcome, bars
from ...state import Round, State
from ..written import told_views
from .facts import ReasonsRow
from .rows import RoundRow

DIFFERENTLY = "differently"
BANDS = ("low", "middle", "high")


def round_rows(state: State) -> tuple[RoundRow, ...]:
    """Give one row an option of each closed ballot; a band's where any option has exactly one ballot.

    A ballot with no counts, too few or set aside while open, has one row with its option and counts empty. The
    ballot the panel then agreed about by talking says `by-talking` for its outcome.
    """
    return tuple(row for a in state.model.applications for row in _of_application(state, a.ref))


def _of_application(state: State, ref: str) -> Iterator[RoundRow]:
    rounds = state.rounds.get(ref, ())
    settled = _settled_by_talking(state, ref)
    for one in rounds:
        outcome = Outcome.BY_TALKING if one.number == settled else one.outcome
        words = outcome.value if outcome else ""
        for option, count in _counted(state, one):
            yield RoundRow(
                application=ref,
                round=one.number,
                option=option,
                count=count,
                eligible=len(one.electorate) if one.eligible is None else one.eligible,
                cast=one.cast,
                outcome=words,
                rule=state.model.consensus.rule.value,
                void=bool(one.void),
            )


def _settled_by_talking(state: State, ref: str) -> int | None:
    if ref not in state.by_talking:
        return None
    small = [r.number for r in state.rounds.get(ref, ()) if r.outcome is Outcome.TOO_FEW and not r.void]
    return small[-1] if small else None


def _counted(state: State, one: Round) -> Iterator[tuple[str, int | None]]:
    if one.counts is None:
        return iter([("", None)])
    drawn = bars(one.counts)
    labels = BANDS if drawn.banded else state.model.consensus.options
    return zip(labels, drawn.counts, strict=True)


def reasons_rows(state: State) -> tuple[ReasonsRow, ...]:
    """Give the reasons of each closed ballot that has some, in the order of the alphabet; then the other views."""
    return tuple(row for a in state.model.applications for row in _reasons_of(state, a.ref))


def _reasons_of(state: State, ref: str) -> Iterator[ReasonsRow]:
    for one in state.rounds.get(ref, ()):
        if one.reasons:
            yield ReasonsRow(ref, one.number, tuple(sorted(one.told)), len(one.hidden))
    views, hidden = told_views(state, ref)
    if views or hidden:
        yield ReasonsRow(ref, 0, views, hidden, DIFFERENTLY)
