"""What a member can say about a criterion. Only a score is a number; nothing else is ever counted as nought."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from .model import Value


class Kind(StrEnum):
    """The answers a member can give. Stepping out and no answer are the absence of one, for two reasons."""

    SCORE = "score"
    CANT_SAY = "cant-say"
    NOT_APPLICABLE = "not-applicable"


class Source(StrEnum):
    """By what road an answer came in."""

    PHONE = "phone"
    PAPER = "paper"
    HAND_ROUND = "hand-round"


class Answer(Value, frozen=True):
    """One member's answer to one criterion; `value` is a point of the scale, for a score only."""

    kind: Kind
    value: int | None = None


# seat → criterion key → answer, for one application; a seat or key that is missing gave none.
Sheets = Mapping[int, Mapping[str, Answer]]


def score(value: int) -> Answer:
    """Make an answer that is a number."""
    return Answer(Kind.SCORE, value)
