"""Put applications in hearing order: as listed, or shuffled so that anyone with the seed can do it again."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

Item = TypeVar("Item")

SEED_MOST = 2**63 - 1  # what a TOML file can hold


def shuffled(items: Sequence[Item], seed: int) -> tuple[Item, ...]:
    """Shuffle by Fisher and Yates, from the last place down, with Python's `Random(seed).random()`.

    Place i (last to second, counted from 0) changes with place floor(random() x (i + 1)). Python promises that
    `random()` gives the same numbers for the same seed in every version; it does not promise it of `shuffle`.
    """
    chance = Random(seed)  # noqa: S311 - must be repeatable; nothing secret hangs on it
    order = list(items)
    for place in range(len(order) - 1, 0, -1):
        other = int(chance.random() * (place + 1))
        order[place], order[other] = order[other], order[place]
    return tuple(order)
