"""Checks on the scores, for the panel to hear and never applied: agreement, harsh and lenient marking, the order heard.

Only applications that at least five members scored are looked at, so that nothing here is about a few.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import lcm

from sessions.methods.reliability import interval_alpha, kendalls_w, ordinal_alpha
from sessions.methods.scoring import disagreement_index, shape_allowed
from sessions.methods.severity import OwnScores, fit
from sessions.model.answers import FEWEST
from sessions.model.session import Value
from sessions.results.budget import ranking
from sessions.results.told_scores import own_scores_of
from sessions.state import State


class OrderEffect(Value, frozen=True):
    """Score against the place in which an application was heard, over all pairs of applications.

    `slope` is the least-squares change of the score, in u, from one place to the next. `later_higher` and
    `later_lower` count pairs (concordant and discordant, as in Kendall's τ: Kendall, Biometrika 30, 1938).
    """

    slope: Fraction
    later_higher: int
    later_lower: int
    pairs: int


class Moved(Value, frozen=True):
    """An application whose rank would be another, were harsh and lenient marking evened out."""

    ref: str
    rank: int
    fitted: int


class Checks(Value, frozen=True):
    """What the checks found; None where there is too little to say."""

    applications: int
    members: int
    alpha_ordinal: Fraction | None
    alpha_interval: Fraction | None
    kendalls_w: Fraction | None
    fitted: dict[str, int] | None
    moved: tuple[Moved, ...]
    disagreed: tuple[tuple[str, Fraction], ...]
    order: OrderEffect | None


def checks(state: State) -> Checks:
    """Work them all out. `disagreed` names those with a disagreement index above 1, the highest first."""
    own = _enough(state)
    members = sorted({seat for row in own.values() for seat in row})
    units = [list(row.values()) for row in own.values()]
    gaps = any(len(row) < len(members) for row in own.values())
    enough = len(members) >= FEWEST and len(own) > 1
    by_member = [[row[seat] for row in own.values()] for seat in members] if enough and not gaps else []
    found = fit(own) if enough else None
    indexes = {
        ref: index
        for ref, row in own.items()
        if (index := disagreement_index(list(row.values()))) is not None
    }
    return Checks(
        applications=len(own),
        members=len(members),
        alpha_ordinal=ordinal_alpha(units) if enough else None,
        alpha_interval=interval_alpha(units) if enough else None,
        kendalls_w=kendalls_w(by_member) if by_member else None,
        fitted=found.ranks if found else None,
        moved=_moved(state, found.ranks) if found else (),
        disagreed=tuple(
            sorted(((ref, i) for ref, i in indexes.items() if i > 1), key=lambda found: (-found[1], found[0]))
        ),
        order=order_effect(state, own) if enough else None,
    )


def _enough(state: State) -> OwnScores:
    model = state.model
    own = {a.ref: own_scores_of(state, a.ref) for a in model.applications}
    return {ref: row for ref, row in own.items() if shape_allowed(len(row))}


def _moved(state: State, fitted: dict[str, int]) -> tuple[Moved, ...]:
    """Compare each fitted rank with its rank among the same applications, the largest steps first."""
    ranked = [place for place in ranking(state) if place.ref in fitted]
    raw = {place.ref: 1 + sum(other.rank < place.rank for other in ranked) for place in ranked}
    steps = [Moved(ref, rank, fitted[ref]) for ref, rank in raw.items() if rank != fitted[ref]]
    return tuple(sorted(steps, key=lambda one: (-abs(one.rank - one.fitted), one.rank)))


def order_effect(state: State, own: OwnScores) -> OrderEffect | None:
    """Set the mean of the own scores against the place heard; None for fewer than two."""
    heard = [ref for ref in _heard(state) if ref in own]
    means = [sum(own[ref].values(), Fraction()) / len(own[ref]) for ref in heard]
    n = len(means)
    if n < 2:
        return None
    middle, mean = Fraction(n - 1, 2), sum(means, Fraction()) / n
    spread = sum(((place - middle) ** 2 for place in range(n)), Fraction())
    along = sum(((place - middle) * (u - mean) for place, u in enumerate(means)), Fraction())
    clear = lcm(*(u.denominator for u in means))
    pairs = list(combinations([u.numerator * (clear // u.denominator) for u in means], 2))
    return OrderEffect(
        slope=along / spread,
        later_higher=sum(later > earlier for earlier, later in pairs),
        later_lower=sum(later < earlier for earlier, later in pairs),
        pairs=len(pairs),
    )


def _heard(state: State) -> tuple[str, ...]:
    """Return the refs in the order they were scored, each the first time."""
    return tuple(state.scoring)
