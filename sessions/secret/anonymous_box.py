"""What members give without their name beside ballots: words, and points for how they feel. In memory only.

A place of the day has its own; it goes when the room has moved on and the record has what it keeps.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sessions.commands import Gathered
from sessions.model.phases import Phase
from sessions.model.session import LOOKS_AT_ONE
from sessions.state import State

Given = str | tuple[str, ...] | tuple[int | None, ...]


def place_of(state: State) -> str:
    """Name the place of the day that what is given now belongs to; an application has one from start to end."""
    step = state.step
    if step is None:
        return ""
    # what is asked before the first score has a place of its own: it must not pass for another view later
    whole = step.kind in LOOKS_AT_ONE and state.plan.phase is not Phase.CARDS_UP
    return step.key if whole else f"{step.key}.{state.plan.phase}"


def question_place(state: State) -> str:
    """Name the line of the agenda whose application written questions are about; nothing elsewhere."""
    step = state.step
    return step.key if step is not None and step.kind in LOOKS_AT_ONE else ""


class UnsignedBox:
    """What each seat gave at each place; giving again takes the place of what was given before."""

    def __init__(self) -> None:
        """Begin empty."""
        self._given: dict[str, dict[int, Given]] = {}

    def put(self, place: str, seat: int, given: Given) -> None:
        """Keep what a seat gives, nothing included: that it was asked is kept as well."""
        self._given.setdefault(place, {})[seat] = given

    def has(self, place: str, seat: int) -> bool:
        """Whether a seat has given anything here, and nothing else."""
        return seat in self._given.get(place, {})

    def take_out(self, place: str, seat: int) -> None:
        """Take out what a seat gave here: its member has to step out."""
        self._given.get(place, {}).pop(seat, None)

    def keep_only(self, place: str) -> None:
        """Forget every other place."""
        self._given = {at: given for at, given in self._given.items() if at == place}

    def count(self, place: str, seats: Collection[int]) -> int:
        """Count who has given something here."""
        return len(self._given.get(place, {}).keys() & set(seats))

    def gathered(
        self, place: str, seats: Collection[int], *, points: int, begun: Mapping[int, Given] | None = None
    ) -> Gathered:
        """Return what was given here as totals and texts, in an order that says nothing of who.

        `points` is how many points a question has; counts stand lowest first, a row a question. `begun` is what those
        gave who are not through all the questions.
        """
        given = {**(begun or {}), **self._given.get(place, {})}
        mine = [what for seat, what in given.items() if seat in seats]
        marks = [what for what in mine if isinstance(what, tuple)]
        words = [what for what in mine if isinstance(what, str)]
        return Gathered(len(mine), _texts(marks, words), *_counted(marks, points))


def _texts(marks: list[tuple[str, ...] | tuple[int | None, ...]], words: list[str]) -> tuple[str, ...]:
    said = [*words, *(text for several in marks for text in several if isinstance(text, str))]
    return tuple(sorted(text for text in said if text))


def _counted(
    marks: list[tuple[str, ...] | tuple[int | None, ...]], points: int
) -> tuple[tuple[tuple[int, ...], ...], tuple[int, ...]]:
    rows = [row for row in marks if not any(isinstance(mark, str) for mark in row)]
    questions = list(zip(*rows, strict=True))
    counts = tuple(tuple(column.count(point) for point in range(1, points + 1)) for column in questions)
    return counts, tuple(column.count(None) for column in questions)
