"""Tie-break ballots: those level with each other, put in order by each member in secret.

Source: "Order and severity" in `sessions/README.md`: the lowest sum of ranks comes first; counts per place are
kept, and with fewer than five ballots nothing is.
"""

from __future__ import annotations

from collections.abc import Sequence

from sessions.methods.ranking_and_ties import BALLOT, Ranked, left_tied, rank_sums
from sessions.state import State, TieBallot


def standing(state: State) -> tuple[TieBallot, ...]:
    """Return the closed tie-break ballots that were not set aside and whose counts, or order, were kept."""
    return tuple(one for one in state.tie_ballots if (one.places or one.order) and not one.void)


def sums(ballot: TieBallot) -> dict[str, int]:
    """Return what puts the tied in order, lowest first: the sums of their ranks, or the places they came to."""
    if ballot.places is None:
        return dict(zip(ballot.refs, ballot.order, strict=False))
    return rank_sums(dict(zip(ballot.refs, ballot.places, strict=True)))


def order_of_places(counts: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """Return the place each of the tied comes to by the sums of its ranks, from 1, shared where sums are equal."""
    added = rank_sums({str(one): row for one, row in enumerate(counts)}).values()
    return tuple(1 + sum(other < mine for other in added) for mine in added)


def order_number(order: Sequence[int]) -> int:
    """Number an order of n things, from 0: its place among all n! orders (Lehmer, 1960)."""
    number, left = 0, sorted(order)
    for one in order:
        place = left.index(one)
        number = number * len(left) + place
        left.remove(one)
    return number


def order_of_number(number: int, n: int) -> tuple[int, ...]:
    """Return the order that has this number; undoes `order_number`. Raises ValueError where there is none."""
    places = []
    for size in range(1, n + 1):
        number, place = divmod(number, size)
        places.append(place)
    if number:
        raise ValueError(number)
    left = list(range(n))
    return tuple(left.pop(place) for place in reversed(places))


def voters_on(state: State, tie: TieBallot) -> tuple[int, ...]:
    """Return who may vote in a tie-break ballot: its electorate, less those with a conflict with any of the tied."""
    return tuple(
        seat for seat in tie.electorate if all((seat, ref) not in state.conflicts for ref in tie.refs)
    )


def level(state: State, applications: Sequence[Ranked]) -> tuple[tuple[str, ...], ...]:
    """Return the groups that are level when the ballot's turn comes, best first; none where it has no turn."""
    breakers = state.model.ties
    return left_tied(applications, breakers[: breakers.index(BALLOT)]) if BALLOT in breakers else ()


def tie_sums(state: State, applications: Sequence[Ranked]) -> dict[str, int]:
    """Add up the ranks members gave those that are level; of two ballots on the same ones the later counts.

    A ballot on others than exactly those that are level now, a score having been corrected since, says nothing.
    """
    groups = {frozenset(group) for group in level(state, applications)}
    found: dict[str, int] = {}
    for one in standing(state):
        if frozenset(one.refs) in groups:
            found |= sums(one)
    return found
