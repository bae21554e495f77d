"""Orders about scores."""

from __future__ import annotations

from collections.abc import Mapping

from sessions.commands.workshop import Gathered
from sessions.model.answers import Answer, Source
from sessions.model.session import Value


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


class PileSlip(Value, frozen=True):
    """One slip of a pile: criterion key → answer; `out`: its member has to step out, and it has no answers."""

    seat: int
    answers: Mapping[str, Answer]
    out: bool = False


class KeyPile(Value, frozen=True):
    """Key in a pile of paper slips of one application: all of them, or none."""

    application: str
    slips: tuple[PileSlip, ...]
    id: str


class Correct(Value, frozen=True):
    """Correct an answer after scoring closed, with a reason."""

    seat: int
    application: str
    criterion: str
    answer: Answer
    why: str


class ChangeCard(Value, frozen=True):
    """Change one's own score after all scores have been turned over, with a reason."""

    seat: int
    application: str
    criterion: str
    answer: Answer
    why: str


class SlipsAgree(Value, frozen=True):
    """Say whether every slip of those on paper agrees to turning scores over, and go on.

    `gathered` is filled in by the live room: what phones have said; `sure` is that some have not answered, and we know.
    """

    position: str
    yes: bool
    sure: bool = False
    gathered: Gathered | None = None
