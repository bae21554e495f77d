"""The sheets of the workbook: each one table, its columns and cells those of the CSVs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from sessions.views.record import rows as r
from sessions.views.record.budget import BudgetRow
from sessions.views.record.grants import GrantRow
from sessions.views.record.own_words import OwnWordsRow
from sessions.views.record.read_me import ReadMeRow
from sessions.wording import say

from .grants import TITLES, grants
from .material import Material


class Sheet(Struct, frozen=True):
    """One sheet: its name, its table's name, and its rows. `headers` are the fields' names where none are given."""

    name: str
    table: str
    kind: type[Struct]
    rows: Sequence[Struct]
    headers: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """Give the fields that stand in the columns."""
        return self.kind.__struct_fields__

    @property
    def titles(self) -> tuple[str, ...]:
        """Give the words over the columns."""
        return self.headers or self.fields


def sheets(material: Material, first: Sequence[ReadMeRow]) -> Iterator[Sheet]:
    """Give every sheet in the order of the contract."""
    account = material.account
    heads = tuple(say(f"workbook.column.{field}") for field in ReadMeRow.__struct_fields__)
    yield Sheet("Read me", "ReadMe", ReadMeRow, first, heads)
    yield Sheet("Results", "Results", r.ResultRow, account.results)
    yield Sheet("Criteria", "Criteria", r.CriterionRow, account.by_criterion)
    yield Sheet("Scores", "Scores", r.ScoreRow, account.scores)
    yield Sheet("Rounds", "Rounds", r.RoundRow, account.rounds)
    yield Sheet("Budget", "Budget", BudgetRow, account.budget)
    yield Sheet("Reasons", "Reasons", OwnWordsRow, account.own_words)
    yield Sheet("360Giving", "Grants", GrantRow, grants(material), tuple(TITLES.values()))
