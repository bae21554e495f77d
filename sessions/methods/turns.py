"""Whose turn it is: an order drawn from a seed, in which everybody's turn comes equally often.

It is given seats and whose turns there were before, and nothing else. So no turn can depend on what anybody scored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256

from sessions.model.session import Value


class Start(Value, frozen=True):
    """Who has the first word, and who comes after; `after` is 0 where nobody else is at the table."""

    seat: int
    after: int


def by_lot(seed: str, seats: Iterable[int]) -> tuple[int, ...]:
    """Put seats in an order that the seed draws: anybody with the seed can draw it again."""
    return tuple(
        sorted(seats, key=lambda seat: sha256(f"{seed}/{seat}".encode("utf-8", "surrogatepass")).digest())
    )


def next_turn(seed: str, seats: Collection[int], before: Iterable[int]) -> int:
    """Return the seat that has had the fewest turns; among those level, the first by lot. 0 where there is no seat.

    Two seats that are always there together are thus never more than one turn apart.
    """
    had = Counter(before)
    return min(by_lot(seed, seats), key=lambda seat: had[seat], default=0)


def turns(seed: str, seats: Collection[int], before: Sequence[int], many: int) -> tuple[int, ...]:
    """Return the next turns, one after another; none where there is no seat."""
    taken = list(before)
    for _ in range(many if seats else 0):
        taken.append(next_turn(seed, seats, taken))
    return tuple(taken[len(before) :])


def round_the_table(first: int, seats: Iterable[int], *, upwards: bool) -> Start | None:
    """Say who starts and who follows, by seat number; where `first` is not there, the next who is. Nobody: None."""
    there = sorted(set(seats), reverse=not upwards)
    if not there:
        return None
    later = [seat for seat in there if (seat >= first if upwards else seat <= first)]
    round_ = [*later, *(seat for seat in there if seat not in later)]
    return Start(round_[0], round_[1] if len(round_) > 1 else 0)
