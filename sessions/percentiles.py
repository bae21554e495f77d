"""Percentiles, one way everywhere: linear interpolation between order statistics (R's type 7)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

HALF = Fraction(1, 2)


def percentile(values: Sequence[Fraction] | Sequence[int], p: Fraction) -> Fraction:
    """Find the value at position p·(n−1) of the sorted values, 0 ≤ p ≤ 1. Raises ValueError for none.

    Source: Hyndman & Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50(4), 1996:
    definition 7.
    """
    if not values:
        raise ValueError("there is no percentile of nothing")
    ordered: list[Fraction | int] = sorted(values)
    whole, part = divmod(p * (len(ordered) - 1), 1)
    below = Fraction(ordered[whole])
    return below if part == 0 else below + part * (ordered[whole + 1] - below)


def median(values: Sequence[Fraction] | Sequence[int]) -> Fraction:
    """Find the percentile at one half. Raises ValueError for none."""
    return percentile(values, HALF)
