"""What a member can say about a criterion, how the day is for members, and the ways few hold a ballot on paper."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from sessions.model.session import Value

FEWEST = 5  # with fewer people than this, a shape or a count says too much about each of them
MOST_SMALL = 7  # of us: with more, conflicts and leavers seldom leave fewer than five


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


class Answer(Value, frozen=True, gc=False):
    """One member's answer to one criterion; `value` is a point of the scale, for a score only."""

    kind: Kind
    value: int | None = None


# seat → criterion key → answer, for one application; a seat or key that is missing gave none.
Sheets = Mapping[int, Mapping[str, Answer]]


def score(value: int) -> Answer:
    """Make an answer that is a number."""
    return Answer(Kind.SCORE, value)


CONFIDENT = "confident"
FELT = (CONFIDENT, "learned", "valued", "free", "pace", "again")
"""The closing questions we have words for, by name; any other is the panel's own, in its own words."""

MOST_FELT = 6  # questions a step asks
LONGEST_FELT = 150  # characters of one: it has to be read from the back of the room


class Felt(Value, frozen=True):
    """How members answered a closing question at a step, as totals; no `counts` where fewer than five answered."""

    step: str
    eligible: int
    counts: tuple[int, ...] | None = None
    cant_say: int | None = None
    question: str = CONFIDENT


class PaperWay(StrEnum):
    """By the device that goes round; on paper, all of us; or by slips that two of us see, with their members' leave."""

    HAND_ROUND = "hand-round"
    EVERYONE = "everyone"
    TWO_SEE = "two-see"
