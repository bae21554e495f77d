"""What came of the closing questions, as exports tell it: bands of five or more, each time they were asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from sessions.model.answers import CONFIDENT, Felt
from sessions.state import State
from sessions.views.closing_questions import SIDES, asked_so_far, felt_drawn, felt_question
from sessions.views.record.rows import FeltRow


class ConfidenceFacts(Struct, frozen=True):
    """How confident members felt at a step, as it may be shown: in bands."""

    step: str
    answers: tuple[str, ...]
    counts: tuple[int, ...]
    cant_say: int


class FeltFacts(Struct, frozen=True):
    """One closing question each time it was asked, as it may be shown: in bands; none where fewer than five answered.

    `question` is its name, or the panel's own words; `moment` counts the times it was asked, from 1.
    """

    question: str
    words: str
    moment: int
    answers: tuple[str, ...]
    counts: tuple[int, ...]
    cant_say: int | None


def confidence_facts(state: State) -> tuple[ConfidenceFacts, ...]:
    """Gather how confident members felt, of each time five or more answered."""
    return tuple(
        ConfidenceFacts(
            one.step, tuple(bar.label for bar in drawn), tuple(bar.count for bar in drawn), one.cant_say or 0
        )
        for one in state.felt
        if one.question == CONFIDENT
        for drawn in felt_drawn(one)
    )


def felt_facts(state: State) -> tuple[FeltFacts, ...]:
    """Gather the closing questions, each with every time it was asked."""
    return tuple(
        _felt(one, moment) for question in asked_so_far(state) for moment, one in _times(state, question)
    )


def _times(state: State, question: str) -> Iterator[tuple[int, Felt]]:
    return enumerate((one for one in state.felt if one.question == question), start=1)


def _felt(one: Felt, moment: int) -> FeltFacts:
    drawn = next(felt_drawn(one), ())
    answers, counts = tuple(bar.label for bar in drawn), tuple(bar.count for bar in drawn)
    said = (one.cant_say or 0) if drawn else None
    return FeltFacts(one.question, felt_question(one.question), moment, answers, counts, said)


def felt_rows(asked: Iterable[FeltFacts]) -> tuple[FeltRow, ...]:
    """Return one row for each band of a closing question, each time it was asked."""
    return tuple(row for one in asked for row in _bands(one))


def _bands(one: FeltFacts) -> Iterator[FeltRow]:
    if not one.counts:
        yield FeltRow(one.question, one.words, one.moment, "", "", None, None)
    for band, answer, count in zip(SIDES, one.answers, one.counts, strict=False):
        yield FeltRow(one.question, one.words, one.moment, band, answer, count, one.cant_say)
