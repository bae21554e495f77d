"""Disagreement is flagged by heads, and measured as a published method measures it."""

import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.methods.scoring import disagreement_index, heads_in_bands, percentile, split, unit
from sessions.model.session import Scale

FIVE = Scale()
NINE = Scale(1, 9, words=())
TEN = Scale(0, 10, words=())


def places(values: list[int], scale: Scale) -> list[Fraction]:
    return [unit(value, scale) for value in values]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([1, 2, 4], True),
        ([1, 3, 3, 5], False),  # a third of four is two heads
        ([1, 2, 3, 3, 4, 5], True),
        ([1, 1, 1, 3, 3, 3, 4], False),
        ([], False),
    ],
)
def test_split_is_a_third_low_and_a_third_high(values: list[int], *, said: bool) -> None:
    assert split(places(values, FIVE)) is said


@pytest.mark.parametrize(
    "name",
    [
        "ipras_bmjopen_2012_e001431_table1",
        "ipras_own_all_agree_7to9",
        "ipras_own_split_1_9",
        "ipras_own_rand_BIOMED_9",
    ],
)
def test_the_disagreement_index_gives_the_known_answers(shared_data: Path, name: str) -> None:
    known = json.loads((shared_data / "statistics" / "KNOWN_ANSWERS.json").read_text())[name]
    us, answer = places(known["data"], NINE), known["computed"]
    on_nine = [Fraction(value) for value in known["data"]]
    low, high = (percentile(on_nine, Fraction(p, 10)) for p in (3, 7))
    assert (low, high) == (answer["p30"], answer["p70"])
    assert percentile(on_nine, Fraction(1, 2)) == answer["median"]
    index = disagreement_index(us)
    assert index == Fraction(str(answer["IPR"])) / Fraction(str(answer["IPRAS"]))
    assert (index > 1) is answer["disagreement"]


def test_the_worked_example_of_the_paper_is_a_spread_of_one_against_six_point_one() -> None:
    assert disagreement_index(places([7, 7, 7, 8, 8, 8], NINE)) == Fraction(1) / Fraction("6.1")


def test_nobody_disagrees_where_nobody_scored() -> None:
    assert disagreement_index([]) is None


@given(st.lists(st.integers(0, 10), max_size=12))
def test_turning_the_scale_round_swaps_low_and_high(values: list[int]) -> None:
    low, middle, high = heads_in_bands(places(values, TEN))
    assert heads_in_bands(places(values, Scale(0, 10, "low", ()))) == (high, middle, low)
    assert disagreement_index(places(values, Scale(0, 10, "low", ()))) == disagreement_index(
        places(values, TEN)
    )
