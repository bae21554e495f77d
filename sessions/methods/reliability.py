"""How far the panel agrees over the whole session: Krippendorff's alpha and Kendall's W, exactly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import accumulate
from math import lcm

Units = Sequence[Sequence[Fraction]]  # one row an application: the values it was given, gaps left out
_Whole = Sequence[Sequence[int]]


def interval_alpha(units: Units) -> Fraction | None:
    """Work out Krippendorff's α with the interval difference (c − k)²; None where there is nothing to differ on.

    α = 1 − D_observed / D_expected, over values paired within a unit: a unit with fewer than two is left out.
    Source: Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011.
    """
    return _alpha(_in_whole_numbers(_paired(units)))


def _alpha(paired: _Whole) -> Fraction | None:
    values = [value for unit in paired for value in unit]
    expected = _squared_differences(values)
    if not expected:
        return None
    observed = sum((Fraction(_squared_differences(unit), len(unit) - 1) for unit in paired), Fraction())
    return 1 - (len(values) - 1) * observed / expected


def _paired(units: Units) -> Units:
    return [unit for unit in units if len(unit) > 1]


def _in_whole_numbers(units: Units) -> _Whole:
    """Multiply all up by one number: whole numbers are far quicker, and neither order nor α nor W changes."""
    clear = lcm(*{value.denominator for unit in units for value in unit})
    return [[value.numerator * (clear // value.denominator) for value in unit] for unit in units]


def ordinal_alpha(units: Units) -> Fraction | None:
    """Work out Krippendorff's α with the ordinal difference (Σ n_g from c to k − (n_c + n_k)/2)².

    That sum is the way between the two values' middle ranks, so it is the interval α of the middle ranks among the
    paired values. Source: as `interval_alpha`.
    """
    paired = _in_whole_numbers(_paired(units))
    ranks = _middle_ranks(value for unit in paired for value in unit)
    return _alpha([[ranks[value] for value in unit] for unit in paired])


def kendalls_w(rows: Units) -> Fraction | None:
    """Work out Kendall's W with ties, one row a member, in the same order of applications; no gaps.

    W = 12·S / (m²(n³ − n) − m·ΣT), T = Σ(t³ − t) over a row's ties. None for fewer than two members or
    applications, or where every row is one great tie. Raises ValueError for rows of unequal length.
    Source: Kendall & Gibbons, Rank Correlation Methods, 5th edition, 1990, chapter 6.
    """
    if len({len(row) for row in rows}) > 1:
        raise ValueError("Kendall's W is only for rows without gaps")
    m, n = len(rows), len(rows[0]) if rows else 0
    ties = sum(t**3 - t for row in rows for t in Counter(row).values())
    most = m * m * (n**3 - n) - m * ties
    if m < 2 or not most:
        return None
    ranked = []
    for row in _in_whole_numbers(rows):
        ranks = _middle_ranks(row)
        ranked.append([ranks[value] for value in row])
    totals = [sum(column) for column in zip(*ranked, strict=True)]
    s = Fraction(_squared_differences(totals), 2 * n * 4)  # of ranks that are doubled
    return 12 * s / most


def _squared_differences(values: Sequence[int]) -> int:
    """Add up (a − b)² over all ordered pairs: 2(n·Σv² − (Σv)²)."""
    return 2 * (len(values) * sum(v * v for v in values) - sum(values) ** 2)


def _middle_ranks(values: Iterable[int]) -> dict[int, int]:
    """Give each value twice its rank among them all, equals sharing the middle of the ranks they take up."""
    counts = sorted(Counter(values).items())
    ends = accumulate(count for _, count in counts)
    return {value: 2 * end - (count - 1) for (value, count), end in zip(counts, ends, strict=True)}
