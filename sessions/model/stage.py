"""A stage of a programme: what it is called, what it follows, how many places it has, and what came before it.

A stage with places is a shortlist: it gives no money, and its decisions are in words of its own.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct


class StageName(StrEnum):
    """What a stage can be."""

    SHORTLIST = "shortlist"
    INTERVIEW = "interview"
    FINAL = "final"


USUAL_VERDICTS = ("see them", "hold", "not this time")
"""What a shortlist decides where nothing else is written; English, as written in session.toml."""


class Stage(Struct, frozen=True, forbid_unknown_fields=True):
    """What `[stage]` in session.toml says.

    `follows` is the earlier session's id and `head` its closing words. `verdicts` are decisions, the one that goes on
    first and "no" last; there are some only where there are `places`. `earlier` is how much an earlier score weighs
    beside today's; with nought each stage starts afresh.
    """

    name: StageName
    follows: str = ""
    head: str = ""
    places: int | None = None
    verdicts: tuple[str, ...] = ()
    earlier: Decimal = Decimal(0)


class EarlierShape(Struct, frozen=True, forbid_unknown_fields=True):
    """How five or more scored one question then: a count for each point, the smallest number first; by which seats."""

    key: str
    question: str
    points: tuple[str, ...]
    counts: tuple[int, ...]
    sure: tuple[int, ...] = ()


class EarlierCount(Struct, frozen=True, forbid_unknown_fields=True):
    """A ballot on an application whose count people have seen: what was asked, and which seats it counts.

    Slips carry no seat: `slips` of those in `maybe` are in it, nobody knows whose.
    """

    question: str
    options: tuple[str, ...]
    sure: tuple[int, ...]
    maybe: tuple[int, ...] = ()
    slips: int = 0


class EarlierOrder(Struct, frozen=True, forbid_unknown_fields=True):
    """A ballot that put these in order and whose count people have seen: which seats it counts, as above."""

    refs: tuple[str, ...]
    sure: tuple[int, ...]
    maybe: tuple[int, ...] = ()
    slips: int = 0


class EarlierApplication(Struct, frozen=True, forbid_unknown_fields=True):
    """What a stage came to about one application. `u` is its score from 0 to 1, as "7/12"; none under five scores."""

    ref: str
    u: str = ""
    scored_by: int | None = None
    shapes: tuple[EarlierShape, ...] = ()
    outcome: str = ""
    decision: str = ""
    reasons: str = ""
    conditions: str = ""
    counts: tuple[EarlierCount, ...] = ()
    questions: tuple[str, ...] = ()  # what we would ask, as it was shown to all without names

    @property
    def score(self) -> Fraction | None:
        """Return `u` as a number. Raises ValueError where it is none."""
        return Fraction(self.u) if self.u else None


class EarlierList(Struct, frozen=True, forbid_unknown_fields=True):
    """A question that members asked themselves, and the list they kept; `for_guests` where interviews asked it."""

    ask: str
    lines: tuple[str, ...]
    for_guests: bool = False


class EarlierStage(Struct, frozen=True, forbid_unknown_fields=True):
    """A stage that is over: which it was, who sat (by seat), how many it looked at, and what goes on from it."""

    id: str
    head: str
    title: str
    name: str = ""
    date: str = ""
    applications: int = 0
    sat: tuple[int, ...] = ()
    seats: int = 0
    carried: tuple[EarlierApplication, ...] = ()
    orders: tuple[EarlierOrder, ...] = ()
    kept: tuple[EarlierList, ...] = ()

    def about(self, ref: str) -> EarlierApplication | None:
        """Find what it came to about an application; nothing where it does not go on from there."""
        return next((one for one in self.carried if one.ref == ref), None)
