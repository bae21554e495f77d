"""The outcome of a consensus round, from counts alone: who gave a ballot is never known here.

Counts have one number an option, lowest option first; "I can't say" is not among them. n is their sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction
from typing import assert_never

from sessions.methods.scoring import Band, band, is_split
from sessions.model.answers import FEWEST
from sessions.model.decisions import Outcome
from sessions.model.session import Rule, Value

Counts = Sequence[int]


class Heads(Value, frozen=True):
    """A rule said in people: how many must say yes, and how many at most may be against."""

    needed: int
    most_against: int


class Bars(Value, frozen=True):
    """The counts as they may be shown: one an option, or where `banded` three: low, middle, high."""

    counts: tuple[int, ...]
    banded: bool


class Advice(StrEnum):
    """Whether a further ballot is worth having, and why not."""

    GO_ON = "go-on"
    AGREED = "agreed"
    AT_MOST_ONE_MOVED = "at-most-one-moved"
    LAST_ROUND = "last-round"
    TOO_FEW = "too-few"


def option_bands(n_options: int) -> tuple[Band, ...]:
    """Name each option's band by its position, lowest first: of five, two low, one middle, two high."""
    return tuple(band(Fraction(place, n_options - 1)) for place in range(n_options))


def in_bands(counts: Counts) -> tuple[int, int, int]:
    """Add counts up by band: L, M and H."""
    bands = option_bands(len(counts)) if counts else ()
    low, middle, high = (
        sum(count for count, where in zip(counts, bands, strict=True) if where is which)
        for which in (Band.LOW, Band.MIDDLE, Band.HIGH)
    )
    return low, middle, high


def outcome(rule: Rule, counts: Counts) -> Outcome:
    """Find the first that holds: too few (n < 5), agree yes, agree no, split, not settled."""
    n = sum(counts)
    if n < FEWEST:
        return Outcome.TOO_FEW
    low, _, high = in_bands(counts)
    if _agree(rule, n, high, low, far_end=counts[0]):
        return Outcome.YES
    if _agree(rule, n, low, high, far_end=counts[-1]):
        return Outcome.NO
    return Outcome.SPLIT if is_split(low, high, n) else Outcome.NOT_SETTLED


def heads(rule: Rule, n: int) -> Heads:
    """Say a rule in heads for n ballots: the fewest that agree, and the most that may be against.

    Three-quarters: ⌈0.75 n⌉ yes, under 15% in the low band. Everyone can live with it: one yes, none in the
    low band. No objections: one yes, none on the lowest option alone; and more yes than no, for words to add.
    """
    match rule:
        case Rule.THREE_QUARTERS:
            return Heads(needed=-(-3 * n // 4), most_against=max(0, -(-3 * n // 20) - 1))
        case Rule.LIVE_WITH_IT | Rule.NO_OBJECTIONS:
            return Heads(needed=1, most_against=0)
        case _:
            assert_never(rule)


def bars(counts: Counts) -> Bars:
    """Return the counts as they may be shown: by band where any option has exactly one ballot."""
    if 1 in counts:
        return Bars(counts=in_bands(counts), banded=True)
    return Bars(counts=tuple(counts), banded=False)


def moved_at_least(before: Counts, after: Counts) -> int | None:
    """Count who must have moved, Σ|count₁ − count₂| / 2, on what is shown: if either is in bands, both are.

    None between rounds of unequal size, or too small to be kept.
    """
    if sum(before) != sum(after) or sum(after) < FEWEST:
        return None
    if bars(before).banded or bars(after).banded:
        before, after = in_bands(before), in_bands(after)
    return sum(abs(one - other) for one, other in zip(before, after, strict=True)) // 2


def advice_after_rounds(rule: Rule, rounds: Sequence[Counts], most: int) -> Advice:
    """Advise after the latest of an application's rounds, oldest first, of at most `most`.

    Void rounds are left out by the caller; a round too small to be kept is empty counts.
    """
    latest = outcome(rule, rounds[-1])
    if latest is Outcome.TOO_FEW:
        return Advice.TOO_FEW
    if latest in (Outcome.YES, Outcome.NO):
        return Advice.AGREED
    if len(rounds) >= most:
        return Advice.LAST_ROUND
    moved = moved_at_least(rounds[-2], rounds[-1]) if len(rounds) > 1 else None
    return Advice.AT_MOST_ONE_MOVED if moved is not None and moved <= 1 else Advice.GO_ON


def _agree(rule: Rule, n: int, with_us: int, against: int, *, far_end: int) -> bool:
    """Whether a rule holds one way; `far_end` counts the option furthest from it."""
    match rule:
        case Rule.THREE_QUARTERS:
            return 4 * with_us >= 3 * n and 20 * against < 3 * n
        case Rule.LIVE_WITH_IT:
            return against == 0 and with_us >= 1
        case Rule.NO_OBJECTIONS:
            return far_end == 0 and with_us > against
        case _:
            assert_never(rule)
