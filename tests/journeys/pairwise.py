"""Combine factors so that every pair of values comes up, in far fewer rows than all combinations."""

from __future__ import annotations

from itertools import combinations, product
from typing import Any

Row = dict[str, Any]


def pairs_of(row: Row) -> set[tuple[str, Any, str, Any]]:
    return {(a, row[a], b, row[b]) for a, b in combinations(sorted(row), 2)}


def every_pair(factors: dict[str, tuple[Any, ...]]) -> set[tuple[str, Any, str, Any]]:
    """List all pairs of values of two factors."""
    return {
        (a, one, b, other)
        for a, b in combinations(sorted(factors), 2)
        for one, other in product(factors[a], factors[b])
    }


def pairwise(factors: dict[str, tuple[Any, ...]]) -> list[Row]:
    """Give rows that cover every pair: each row takes, factor by factor, the value with most pairs to come."""
    missing = every_pair(factors)
    names = sorted(factors, key=lambda name: -len(factors[name]))
    rows: list[Row] = []
    while missing:
        row: Row = {}
        first = min(missing, key=repr)
        row[first[0]], row[first[2]] = first[1], first[3]
        for name in names:
            if name not in row:
                row[name] = max(
                    factors[name], key=lambda value, name=name: len(pairs_of({**row, name: value}) & missing)
                )
        missing -= pairs_of(row)
        rows.append(row)
    return rows


def all_rows(factors: dict[str, tuple[Any, ...]]) -> list[Row]:
    """Give every combination."""
    return [dict(zip(factors, values, strict=True)) for values in product(*factors.values())]
