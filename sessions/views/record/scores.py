"""The rows of `scores.csv`: every answer that counts, and every gap with its reason. For staff: never in public."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...answers import Kind
from ...state import Scoring, State
from .rows import ScoreRow

STEPPING_OUT, NONE = "stepping-out", "none"


def score_rows(state: State, codes: Mapping[int, str]) -> tuple[ScoreRow, ...]:
    """Give one row for each revealed application, member who sat and criterion; members in the order of `codes`.

    A member with a conflict is stepping out, also where a score had come in before it was declared: that score
    is set aside and stands nowhere.
    """
    return tuple(_rows(state, [(seat, code) for seat, code in codes.items() if state.seats[seat].taken]))


def _rows(state: State, members: list[tuple[int, str]]) -> Iterator[ScoreRow]:
    keys = tuple(criterion.key for criterion in state.model.criteria)
    for application in state.model.applications:
        scoring = state.scoring.get(application.ref)
        if scoring is None:
            continue
        for seat, code in members:
            if seat in scoring.aside or (seat, application.ref) in state.conflicts:
                for key in keys:
                    yield ScoreRow(application.ref, code, key, STEPPING_OUT)
            else:
                yield from _sheet(scoring, application.ref, seat, code, keys)


def _sheet(scoring: Scoring, ref: str, seat: int, code: str, keys: tuple[str, ...]) -> Iterator[ScoreRow]:
    cells = scoring.cells.get(seat, {}) if seat in scoring.electorate else {}
    for key in keys:
        cell = cells.get(key)
        if cell is None:
            yield ScoreRow(ref, code, key, NONE)
        else:
            answer = cell.answer
            value = answer.value if answer.kind is Kind.SCORE else None
            yield ScoreRow(
                ref, code, key, answer.kind.value, value, cell.source.value, cell.helped, cell.corrected
            )
