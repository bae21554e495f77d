"""Each member's own score of each application, by code. For staff: never in public."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from ...scoring import member_scores, round_half_up
from ...state import State


class OwnScoreRow(Struct, frozen=True):
    """One member's own score, as its place between the worst (nought) and the best (one), to six decimals."""

    application: str
    member: str
    place: Decimal


def own_score_rows(state: State, codes: Mapping[int, str]) -> tuple[OwnScoreRow, ...]:
    """Give one row for each member who scored something counted, members in the order of `codes`."""
    return tuple(_rows(state, codes))


def _rows(state: State, codes: Mapping[int, str]) -> Iterator[OwnScoreRow]:
    for application in state.model.applications:
        scoring = state.scoring.get(application.ref)
        found = member_scores(scoring.sheets, state.model.criteria) if scoring else {}
        for seat, code in codes.items():
            if seat in found:
                yield OwnScoreRow(application.ref, code, Decimal(round_half_up(found[seat])))
