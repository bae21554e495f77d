"""One application's scores, as far as they have come in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TypeVar, TypeVarTuple, cast

from sessions.model.answers import Answer, Sheets, Source
from sessions.model.session import Value

LATEST = 10**15 - 1
"""The highest number a sending can have: fifteen digits, as a phone's clock gives them in milliseconds and more."""


class Cell(Value, frozen=True, gc=False):
    """One answer with what is needed to settle repeats and the audit."""

    answer: Answer
    id: str
    revision: int
    source: Source
    helped: bool = False
    corrected: bool = False

    @property
    def following(self) -> int:
        """Number the sending that would replace it. At the last number there is it stays: of two, the later wins."""
        return min(self.revision + 1, LATEST)


class Correction(Value, frozen=True):
    """One answer put right after scoring had closed: what it was, what it is, and why.

    One of a member's `own` was changed by that member, once all scores had been turned over.
    """

    seat: int
    criterion: str
    old: Answer | None
    new: Answer
    why: str
    at: dt.datetime
    own: bool = False


Picture = Mapping[int, Answer]
"""What the bars of one criterion were drawn from, by seat."""

_With = TypeVarTuple("_With")
_Found = TypeVar("_Found")


class ScoringState(Value, frozen=True, dict=True):
    """One application's scores: the frozen electorate, each sheet, who handed in, whose are set aside.

    `voided` holds why scores that had been shown were set aside, each time they were. `pictures` holds all that the
    room has seen of each criterion, the newest last.
    """

    electorate: tuple[int, ...] = ()
    cells: Mapping[int, Mapping[str, Cell]] = {}
    handed_in: frozenset[int] = frozenset()
    aside: frozenset[int] = frozenset()
    revealed: bool = False
    aside_when_shown: frozenset[int] = frozenset()
    voided: tuple[str, ...] = ()
    pictures: Mapping[str, tuple[Picture, ...]] = {}
    corrections: tuple[Correction, ...] = ()
    step: str = ""  # the line of the agenda it was opened in
    earlier: ScoringState | None = None  # as we scored it before we met the applicants
    begun_anew: ScoringState | None = (
        None  # what was given after we met them, in a scoring that was taken back
    )
    cards_up: bool = False  # all scores turn over together, with seat numbers

    @cached_property
    def sheets(self) -> Sheets:
        """Return the answers that count: those of the electorate, less those set aside."""
        counted = self._counted
        return {
            seat: {key: cell.answer for key, cell in cells.items()}
            for seat, cells in self.cells.items()
            if seat in counted
        }

    @cached_property
    def _counted(self) -> frozenset[int]:
        return frozenset(self.electorate) - self.aside

    @cached_property
    def _known(self) -> dict[tuple[object, ...], tuple[object, object]]:
        return {}

    def worked_out(self, what: Callable[[Sheets, *_With], _Found], *given: *_With) -> _Found:
        """Return `what(sheets, *given)`, worked out once for as long as these scores and `given` are the same values.

        What is made of values that never change does not change: do not change it either. `given` is known again by
        identity, as a session's own criteria are; they are kept, so that no other can come to have their place.
        """
        place = (what, *map(id, given))
        if place not in self._known:
            self._known[place] = (given, what(self.sheets, *given))
        return cast("_Found", self._known[place][1])

    @property
    def shown_sheets(self) -> Sheets:
        """Return the answers the room's bars are drawn from, which may not be those that count by now."""
        keys = {key for cells in self.cells.values() for key in cells}
        drawn = {key: self.drawn(key) for key in sorted(keys)}
        seats = sorted({seat for picture in drawn.values() for seat in picture})
        return {
            seat: {key: picture[seat] for key, picture in drawn.items() if seat in picture} for seat in seats
        }

    def given(self, key: str) -> Picture:
        """Return the answers to a criterion that count now."""
        counted = self._counted
        return {
            seat: cells[key].answer for seat, cells in self.cells.items() if key in cells and seat in counted
        }

    def drawn(self, key: str) -> Picture:
        """Return the answers that the bars of a criterion are drawn from: those of the newest picture of it."""
        seen = self.pictures.get(key, ())
        return seen[-1] if seen else self.given(key)

    def changed(self, key: str) -> frozenset[int]:
        """Name the seats whose answer to a criterion is another than in the bars that the room has seen."""
        drawn, now = self.drawn(key), self.given(key)
        return frozenset(seat for seat in {*drawn, *now} if drawn.get(seat) != now.get(seat))

    def put_right(self, key: str) -> frozenset[int]:
        """Name those of them whose answer was corrected; who else changed, or stepped out, is nobody's business."""
        cells = {seat: sheet.get(key) for seat, sheet in self.cells.items()}
        return frozenset(seat for seat in self.changed(key) if (cell := cells.get(seat)) and cell.corrected)

    @property
    def voters(self) -> tuple[int, ...]:
        """Return the electorate, less those who had to step out since."""
        return tuple(seat for seat in self.electorate if seat not in self.aside)

    @property
    def many_in(self) -> int:
        """Count the voters who have handed in: in a rush each page says so, and a list of them all would be made."""
        return len(self.handed_in.intersection(self.electorate) - self.aside)
