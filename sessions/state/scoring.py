"""One application's scores, as far as they have come in."""

from __future__ import annotations

from collections.abc import Mapping

from ..answers import Answer, Sheets, Source
from ..model import Value


class Cell(Value, frozen=True):
    """One answer with what is needed to settle repeats and the audit."""

    answer: Answer
    id: str
    revision: int
    source: Source
    helped: bool = False
    corrected: bool = False


class Scoring(Value, frozen=True):
    """One application's scores: the frozen electorate, each sheet, who handed in, whose are set aside.

    `voided` holds why scores that had been shown were set aside, each time they were. `seen` holds what the shapes
    were then drawn from, by criterion and seat; `kept` is what of it stands when they are shown again.
    """

    electorate: tuple[int, ...] = ()
    cells: Mapping[int, Mapping[str, Cell]] = {}
    handed_in: frozenset[int] = frozenset()
    aside: frozenset[int] = frozenset()
    revealed: bool = False
    aside_when_shown: frozenset[int] = frozenset()
    voided: tuple[str, ...] = ()
    seen: Mapping[str, Mapping[int, Answer]] = {}
    kept: Mapping[str, Mapping[int, Answer]] = {}

    @property
    def sheets(self) -> Sheets:
        """Give the answers that count: those of the electorate, less those set aside."""
        return self._without(self.aside)

    @property
    def shown_sheets(self) -> Sheets:
        """Give the answers the revealed shapes were drawn from; they are not redrawn afterwards."""
        return self._without(self.aside_when_shown)

    def drawn(self, key: str) -> Mapping[int, Answer]:
        """Give the answers, by seat, that the shape of a criterion is drawn from."""
        if key in self.kept:
            return self.kept[key]
        return {seat: sheet[key] for seat, sheet in self.shown_sheets.items() if key in sheet}

    def _without(self, aside: frozenset[int]) -> Sheets:
        return {
            seat: {key: cell.answer for key, cell in cells.items()}
            for seat, cells in self.cells.items()
            if seat in self.electorate and seat not in aside
        }

    @property
    def voters(self) -> tuple[int, ...]:
        """Give the electorate, less those who had to step out since."""
        return tuple(seat for seat in self.electorate if seat not in self.aside)
