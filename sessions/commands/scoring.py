"""Orders about scores."""

from __future__ import annotations

from collections.abc import Mapping

from ..answers import Answer, Source
from ..model import Value


class Practise(Value, frozen=True):
    """Try the practice question."""

    seat: int


class GiveAnswer(Value, frozen=True):
    """Answer one criterion. The same `id` again changes nothing; an older `revision` never wins."""

    seat: int
    application: str
    criterion: str
    answer: Answer
    id: str
    revision: int
    source: Source = Source.PHONE
    helped: bool = False


class HandIn(Value, frozen=True):
    """Say: these are my scores."""

    seat: int
    application: str


class KeySlip(Value, frozen=True):
    """Key in a paper slip: criterion key → answer. What is not in it was left blank."""

    seat: int
    application: str
    answers: Mapping[str, Answer]
    id: str


class Correct(Value, frozen=True):
    """Correct an answer after scoring closed, with a reason."""

    seat: int
    application: str
    criterion: str
    answer: Answer
    why: str
