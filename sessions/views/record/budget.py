"""The budget in rows: the ranked list against the pot, with what each was given and what was then left."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from .rows import ResultRow


class BudgetRow(Struct, frozen=True):
    """One line of the list, best first; `left` is what the pot still held below it."""

    rank: int | None
    application: str
    title: str
    strand: str
    asked: Decimal
    least: Decimal | None
    decision: str
    amount: Decimal | None
    left: Decimal


def budget_rows(results: Iterable[ResultRow], pot: Decimal) -> tuple[BudgetRow, ...]:
    """Put the results in the order of rank; one without a score has no rank and comes last."""
    left, rows = pot, []
    for one in sorted(results, key=lambda row: (row.rank is None, row.rank)):
        left -= one.amount or 0
        rows.append(
            BudgetRow(
                one.rank,
                one.application,
                one.title,
                one.strand,
                one.asked,
                one.least,
                one.decision,
                one.amount,
                left,
            )
        )
    return tuple(rows)
