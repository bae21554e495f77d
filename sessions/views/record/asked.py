"""What the room was asked by the way, as exports and the readable record tell it."""

from __future__ import annotations

from collections.abc import Iterator

from sessions.state import RoomQuestion, State
from sessions.views.asking import most_words, why_no_count
from sessions.views.record.rows import QuestionRow
from sessions.wording import say


def question_rows(state: State) -> tuple[QuestionRow, ...]:
    """Return one row for each answer of each question that has closed, or was set aside."""
    return tuple(row for one in state.asked if not one.open for row in _rows(one))


def _rows(one: RoomQuestion) -> Iterator[QuestionRow]:
    counts = one.told if not one.void else None
    for place, answer in enumerate(one.answers):
        yield QuestionRow(
            one.number,
            one.question,
            answer,
            first=place in one.most,
            count=counts[place] if counts else None,
            eligible=len(one.electorate),
            cast=one.cast if counts else None,
            told=_told(one),
            void=bool(one.void),
        )


def _told(one: RoomQuestion) -> str:
    """Name what may be told of it: the counts, which answer most chose, or that too few chose any."""
    if not one.most:
        return "" if one.void else "too-few"
    return "first" if one.told is None else "counts"


def asked_lines(state: State) -> tuple[str, ...]:
    """Tell each question in a sentence or two."""
    return tuple(_line(one) for one in state.asked if not one.open)


def _line(one: RoomQuestion) -> str:
    if one.void:
        return say("asking.record-void", question=one.question)
    said = say("asking.record-answered", question=one.question, answer=most_words(one))
    if one.told is not None:
        heads = "; ".join(f"{answer}: {n}" for answer, n in zip(one.answers, one.told, strict=True))
        return f"{said} {heads}."
    return f"{said} {why_no_count(one)}"
