"""A check on harsh and lenient marking, shown beside the raw order and never applied to it.

The model is `own score = application + member`, fitted by least squares: the two-way additive layout with gaps, as
in Searle, Linear Models for Unbalanced Data, 1987, chapter 4.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from math import lcm
from typing import TypeVar

from sessions.model.session import Value

FEWEST_OWN_SCORES = 5  # a member who scored fewer than this says too little about how that member marks

OwnScores = Mapping[str, Mapping[int, Fraction]]  # ref → seat → that member's own score, in u

_A = TypeVar("_A")
_B = TypeVar("_B")


class Fit(Value, frozen=True):
    """What the fit found: each application's score as an average member would mark it, and each member's leniency.

    Both in u; the members' add up to nought. `ranks` puts the fitted scores in order, equals sharing (1, 2, 2, 4).
    """

    applications: dict[str, Fraction]
    members: dict[int, Fraction]
    ranks: dict[str, int]


def fit(own: OwnScores) -> Fit | None:
    """Fit applications and members, exactly; None where those left are not connected, or nobody is left."""
    kept = _enough(own)
    by_seat = _turn(kept)
    if not kept or not _connected(kept, by_seat):
        return None
    # The longer side is eliminated first: what is left to solve is no larger than the shorter.
    if len(kept) >= len(by_seat):
        members = _solve(kept, by_seat)
        applications = _residual_means(kept, members)
    else:
        applications = _solve(by_seat, kept)
        members = _residual_means(by_seat, applications)
    middle = sum(members.values(), Fraction()) / len(members)
    fitted = {ref: applications[ref] + middle for ref in kept}
    ordered = sorted(fitted.values(), reverse=True)
    return Fit(
        applications=fitted,
        members={seat: members[seat] - middle for seat in sorted(by_seat)},
        ranks={ref: 1 + ordered.index(u) for ref, u in fitted.items()},
    )


def _enough(own: OwnScores) -> dict[str, dict[int, Fraction]]:
    """Leave out members with too few own scores, then applications nobody is left for."""
    given = Counter(seat for row in own.values() for seat in row)
    kept = {ref: {s: u for s, u in row.items() if given[s] >= FEWEST_OWN_SCORES} for ref, row in own.items()}
    return {ref: row for ref, row in kept.items() if row}


def _turn(rows: Mapping[_A, Mapping[_B, Fraction]]) -> dict[_B, dict[_A, Fraction]]:
    """Turn rows into columns."""
    columns: dict[_B, dict[_A, Fraction]] = {}
    for row, cells in rows.items():
        for column, u in cells.items():
            columns.setdefault(column, {})[row] = u
    return columns


def _connected(rows: Mapping[_A, Mapping[_B, Fraction]], columns: Mapping[_B, Mapping[_A, Fraction]]) -> bool:
    """Whether every row can be reached from the first, stepping through columns they share."""
    first = next(iter(rows))
    seen, waiting = {first}, [first]
    unseen = set(columns)
    while waiting:
        stepped = unseen & rows[waiting.pop()].keys()
        unseen -= stepped
        reached = {row for column in stepped for row in columns[column]} - seen
        seen |= reached
        waiting += reached
    return len(seen) == len(rows)


def _solve(
    rows: Mapping[_A, Mapping[_B, Fraction]], columns: Mapping[_B, Mapping[_A, Fraction]]
) -> dict[_B, Fraction]:
    """Eliminate the rows and solve the normal equations for the columns, the last of them held at nought.

    With a row's effect put in terms of its columns' (the mean of cell − column), what is left for each column is
    Σ over its rows of (cell − row mean) = Σ over its rows of (column − mean of the row's columns). Both sides are
    multiplied up to whole numbers, which are far quicker than Fractions.
    """
    clear, cleared = _in_whole_numbers(rows)
    whole = lcm(*(len(cells) for cells in rows.values()))
    free = {column: place for place, column in enumerate(list(columns)[:-1])}
    table = [[0] * (len(free) + 1) for _ in free]
    for values in cleared.values():
        share = whole // len(values)
        total = sum(values.values())
        inside = [(free[column], value) for column, value in values.items() if column in free]
        for place, value in inside:
            line = table[place]
            line[place] += whole
            line[-1] += whole * value - share * total
            for other, _ in inside:
                line[other] -= share
    found = [u / clear for u in _eliminate(table)]
    return {column: found[free[column]] if column in free else Fraction() for column in columns}


def _eliminate(table: list[list[int]]) -> list[Fraction]:
    """Solve whole-number equations exactly. Connected rows make the pivots positive: none is ever nought.

    Source: Bareiss, "Sylvester's Identity and Multistep Integer-Preserving Gaussian Elimination", Mathematics of
    Computation 22, 1968: each division leaves no remainder.
    """
    n, before = len(table), 1
    for k in range(n):
        pivot = table[k]
        for i in range(k + 1, n):
            line, by = table[i], table[i][k]
            table[i] = [(pivot[k] * mine - by * its) // before for mine, its in zip(line, pivot, strict=True)]
        before = pivot[k]
    found = [Fraction()] * n
    for k in reversed(range(n)):
        known = sum((table[k][j] * found[j] for j in range(k + 1, n)), Fraction())
        found[k] = (table[k][n] - known) / table[k][k]
    return found


def _residual_means(
    rows: Mapping[_A, Mapping[_B, Fraction]], effects: Mapping[_B, Fraction]
) -> dict[_A, Fraction]:
    """Give each row the mean of what its cells have beyond their columns' effects."""
    clear, cleared = _in_whole_numbers(rows)
    common, held = _in_whole_numbers({None: effects})
    whole = held[None]
    return {
        row: (Fraction(sum(cells.values()), clear) - Fraction(sum(map(whole.__getitem__, cells)), common))
        / len(cells)
        for row, cells in cleared.items()
    }


def _in_whole_numbers(rows: Mapping[_A, Mapping[_B, Fraction]]) -> tuple[int, dict[_A, dict[_B, int]]]:
    """Multiply every cell up by one number, and give it: whole numbers are far quicker than Fractions."""
    clear = lcm(*{u.denominator for cells in rows.values() for u in cells.values()})
    return clear, {
        row: {column: u.numerator * (clear // u.denominator) for column, u in cells.items()}
        for row, cells in rows.items()
    }
