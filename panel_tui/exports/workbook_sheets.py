"""Which sheets the workbook has, in their order, and the rows of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from panel_tui.exports.finance import PaymentRow, payments
from panel_tui.exports.material import Material
from panel_tui.exports.threesixty_giving import TITLES, published
from sessions.views.record import rows as r
from sessions.views.record.day import OwnWordsRow
from sessions.views.record.grants import GrantRow
from sessions.views.record.read_me import ReadMeRow
from sessions.views.record.results import BudgetRow
from sessions.wording import say


class WorkbookSheet(Struct, frozen=True):
    """One sheet: its name, its table's name, and its rows. `headers` are the fields' names where none are given.

    `totals` are the fields added up below the table: as plain numbers, since no formula is anywhere.
    """

    name: str
    table: str
    kind: type[Struct]
    rows: Sequence[Struct]
    headers: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """Return the fields that stand in the columns."""
        return self.kind.__struct_fields__

    @property
    def titles(self) -> tuple[str, ...]:
        """Return the words over the columns."""
        return self.headers or self.fields


def sheets(material: Material, first: Sequence[ReadMeRow]) -> Iterator[WorkbookSheet]:
    """Return every sheet: what most people look for, and print, comes first."""
    account = material.account
    heads = tuple(say(f"workbook.column.{field}") for field in ReadMeRow.__struct_fields__)
    yield WorkbookSheet("Read me", "ReadMe", ReadMeRow, first, heads)
    yield WorkbookSheet("Results", "Results", r.ResultRow, account.results)
    totals = ("asked", "amount") if material.state.model.places is None else ("asked",)
    yield WorkbookSheet("Budget", "Budget", BudgetRow, account.budget, totals=totals)
    yield WorkbookSheet("Finance", "Finance", PaymentRow, payments(material), totals=("amount",))
    yield WorkbookSheet("Reasons", "Reasons", OwnWordsRow, account.own_words)
    yield WorkbookSheet("Criteria", "Criteria", r.CriterionRow, account.by_criterion)
    yield WorkbookSheet("Rounds", "Rounds", r.RoundRow, account.rounds)
    yield WorkbookSheet("Scores", "Scores", r.ScoreRow, account.scores)
    yield WorkbookSheet("360Giving", "Grants", GrantRow, published(material), tuple(TITLES.values()))
