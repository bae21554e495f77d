"""Somebody who has every file a day publishes and every look at its wall, and sets each pair of totals side by side.

What they know besides: who cast in each ballot, whose score was put right, who stepped out. What they try: to take one
total from another, and to read what is left as what a few of us gave.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from sessions import events as e
from sessions.model.answers import FEWEST
from sessions.model.phases import Phase
from sessions.state import State
from sessions.views.wall.current_poster import Outside, poster
from tests.exports.days import MORNING, Day
from tests.exports.made import tables

KINDS = ({}, {"seats": True}, {"public": True})


@dataclass(frozen=True)
class Count:
    """A published count of one ballot, with those it is of."""

    application: str
    round: int
    counts: tuple[int, ...]
    casters: frozenset[int]


def counts(day: Day) -> list[Count]:
    """Gather each ballot's count from every kind of export."""
    cast = who_cast(day)
    found = {}
    for kind in KINDS:
        rows = [row for row in tables(day, **kind)["rounds.csv"] if row["count"]]
        for key in {(row["application"], int(row["round"])) for row in rows}:
            told = tuple(int(row["count"]) for row in rows if (row["application"], int(row["round"])) == key)
            found[key, told] = Count(*key, told, cast[key])
    return list(found.values())


def who_cast(day: Day) -> dict[tuple[str, int], frozenset[int]]:
    """Give who cast, as the record has it."""
    found = {}
    for one in day.history:
        if isinstance(one.event, e.RoundClosed):
            closed = next(r for r in day.state.rounds[one.event.application] if r.number == one.event.round)
            found[one.event.application, one.event.round] = frozenset(closed.voters) - {
                *(one.event.absent or ())
            }
    return found


def telling_counts(day: Day) -> list[tuple[Count, Count]]:
    """Give the pairs of counts on one application from which the ballots of one to four of us can be worked out."""
    pairs = combinations(counts(day), 2)
    return [
        (one, other)
        for one, other in pairs
        if one.application == other.application and 0 < len(one.casters ^ other.casters) < FEWEST
    ]


Mean = tuple[str, Fraction]  # what it is of, and how much it comes to over all who answered


def means_seen(states: list[State]) -> dict[str, set[tuple[Fraction, int]]]:
    """Work the mean of each question out of the bars on the wall, at every moment of the day: mean and head-count."""
    seen: dict[str, set[tuple[Fraction, int]]] = {}
    for state in states:
        if state.plan.phase not in (Phase.REVEAL, Phase.TALK) or state.plan.pause:
            continue
        for shape in getattr(poster(state, MORNING, Outside()), "shapes", ()):
            n = sum(bar.count for bar in shape.bars)
            if n:
                total = sum(point * bar.count for point, bar in enumerate(shape.bars, start=1))
                seen.setdefault(f"{state.application} {shape.question}", set()).add((Fraction(total, n), n))
    return seen


def means_published(day: Day) -> Iterator[tuple[str, Fraction]]:
    """Give the mean of each question as the public export has it."""
    questions = {one.key: one.question for one in day.state.model.criteria}
    for row in tables(day, public=True)["criteria.csv"]:
        if row["mean"]:
            yield f"{row['application']} {questions[row['criterion']]}", Fraction(row["mean"])


def telling_means(day: Day, states: list[State]) -> list[str]:
    """Name the questions of which two means were published that differ, though fewer than five of us changed."""
    seen = means_seen(states)
    for name, mean in means_published(day):
        for bars, n in list(seen.get(name, ())):
            if abs(bars - mean) > Fraction(1, 10**5):
                seen[name].add((mean, n))
    return [name for name, means in seen.items() if len(means) > 1]
