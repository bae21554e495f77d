"""What a person sees in a sheet beside its values: hidden rows, merged cells, struck words, cells that show #REF!."""

from __future__ import annotations

from typing import NamedTuple

MOST_MERGED = 200_000  # cells that merges may cover; a sheet's own rows times its columns are far fewer


class Merge(NamedTuple):
    """Cells that are shown as one, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


class Marks:
    """Everything found in one sheet. Rows count from 1 as people see them, columns from 0."""

    def __init__(self) -> None:
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.filtered = False
        self.merges: list[Merge] = []
        self.struck: dict[int, set[int]] = {}
        self.part_struck: dict[int, set[int]] = {}
        self.broken: dict[int, dict[int, str]] = {}
        self.signs: dict[int, dict[int, str]] = {}
        self.zeros: dict[int, dict[int, int]] = {}  # how many digits a cell shows, as 005 for 5

    def strike(self, row: int, column: int) -> None:
        """Note a cell whose words are struck through."""
        self.struck.setdefault(row, set()).add(column)

    def shows(self, row: int, column: int, words: str) -> None:
        """Note what a cell shows that has no value."""
        self.broken.setdefault(row, {})[column] = words

    def sign(self, row: int, column: int, currency: str) -> None:
        """Note the currency a number is shown in."""
        self.signs.setdefault(row, {})[column] = currency
