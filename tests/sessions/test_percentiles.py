"""Percentiles are R's type 7, everywhere."""

import statistics
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.methods.scoring import median, percentile

many = st.lists(st.fractions(min_value=0, max_value=9, max_denominator=12), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("p", "value"),
    [("0", "1"), ("1/4", "3"), ("3/10", "17/5"), ("1/2", "5"), ("7/10", "33/5"), ("1", "10")],
)
def test_a_place_between_two_values_is_interpolated(p: str, value: str) -> None:
    assert percentile([10, 1, 3, 5, 7], Fraction(p)) == Fraction(value)


def test_one_value_is_every_percentile_of_itself() -> None:
    assert {percentile([4], Fraction(p, 10)) for p in range(11)} == {4}


def test_nothing_has_no_percentile() -> None:
    with pytest.raises(ValueError, match="nothing"):
        percentile([], Fraction(1, 2))


@given(many)
def test_the_median_is_the_one_everybody_knows(values: list[Fraction]) -> None:
    assert median(values) == statistics.median(values)


@given(many, st.integers(2, 12))
def test_the_cut_points_are_those_of_the_standard_library(values: list[Fraction], n: int) -> None:
    cuts = statistics.quantiles([*values, values[0]], n=n, method="inclusive")
    assert [percentile([*values, values[0]], Fraction(k, n)) for k in range(1, n)] == cuts


@given(many, st.fractions(0, 1, max_denominator=10))
def test_turning_the_scale_round_turns_the_percentile_round(values: list[Fraction], p: Fraction) -> None:
    assert percentile([10 - value for value in values], p) == 10 - percentile(values, 1 - p)
