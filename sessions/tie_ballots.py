"""Tie-break ballots: those level with each other, put in order by each member in secret.

Source: "Order and severity" in `consensus.md`: the lowest sum of ranks comes first; counts per place are kept, and
with fewer than five ballots nothing is.
"""

from __future__ import annotations

from collections.abc import Sequence

from .state import State, TieBallot


def standing(state: State) -> tuple[TieBallot, ...]:
    """Give the closed tie-break ballots that were not set aside and whose counts were kept."""
    return tuple(one for one in state.tie_ballots if one.places is not None and not one.void)


def order_number(order: Sequence[int]) -> int:
    """Number an order of n things, from 0: its place among all n! orders (Lehmer, 1960)."""
    number, left = 0, sorted(order)
    for one in order:
        place = left.index(one)
        number = number * len(left) + place
        left.remove(one)
    return number


def order_of_number(number: int, n: int) -> tuple[int, ...]:
    """Give the order that has this number; undoes `order_number`. Raises ValueError where there is none."""
    places = []
    for size in range(1, n + 1):
        number, place = divmod(number, size)
        places.append(place)
    if number:
        raise ValueError(number)
    left = list(range(n))
    return tuple(left.pop(place) for place in reversed(places))


def voters_on(state: State, tie: TieBallot) -> tuple[int, ...]:
    """Give who may vote in a tie-break ballot: its electorate, less those with a conflict with any of the tied."""
    return tuple(
        seat for seat in tie.electorate if all((seat, ref) not in state.conflicts for ref in tie.refs)
    )
