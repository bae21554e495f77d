"""Scores are exact, and only a score is a number."""

import csv
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.methods.scoring import (
    ApplicationResult,
    Band,
    application_result,
    application_score,
    band,
    criterion_mean,
    criterion_result,
    member_score,
    member_scores,
    round_half_up,
    shape_allowed,
    shown,
    unit,
)
from sessions.model.answers import Answer, Kind, score
from sessions.model.session import Criterion, Scale

FIVE = Scale()
NINE = Scale(1, 9, words=())
TEN = Scale(0, 10, words=())
FORTY_BEST_LOW = Scale(0, 40, "low", ())

REACH = Criterion("reach", "Will it reach people?", FIVE, Decimal(2))
VALUE = Criterion("value", "Is it worth the money?", FIVE)
BELONG = Criterion("belong", "Will people belong?", FIVE, Decimal("0.5"))
ASIDE = Criterion("aside", "Do we like the name?", FIVE, Decimal(9), counted=False)

CANT_SAY = Answer(Kind.CANT_SAY)
NOT_APPLICABLE = Answer(Kind.NOT_APPLICABLE)


def sheet(**values: int | Answer) -> dict[str, Answer]:
    return {key: value if isinstance(value, Answer) else score(value) for key, value in values.items()}


def places(values: list[int], scale: Scale) -> list[Fraction]:
    return [unit(value, scale) for value in values]


# the scale


@pytest.mark.parametrize(
    ("value", "scale", "u"),
    [
        (1, FIVE, "0"),
        (4, FIVE, "3/4"),
        (5, FIVE, "1"),
        (0, FORTY_BEST_LOW, "1"),
        (40, FORTY_BEST_LOW, "0"),
        (10, FORTY_BEST_LOW, "3/4"),
        (0, Scale(-2, 2), "1/2"),
    ],
)
def test_a_value_has_a_place_between_worst_and_best(value: int, scale: Scale, u: str) -> None:
    assert unit(value, scale) == Fraction(u)


@pytest.mark.parametrize("scale", [FIVE, NINE, TEN, FORTY_BEST_LOW, Scale(1, 6, "low")])
def test_what_is_shown_is_what_was_entered(scale: Scale) -> None:
    assert [shown(unit(value, scale), scale) for value in scale.points] == list(scale.points)


@pytest.mark.parametrize(
    ("scale", "low", "middle", "high"),
    [
        (FIVE, {1, 2}, {3}, {4, 5}),
        (NINE, {1, 2, 3}, {4, 5, 6}, {7, 8, 9}),
        (TEN, {0, 1, 2, 3}, {4, 5, 6}, {7, 8, 9, 10}),
        (Scale(1, 4), {1}, {2, 3}, {4}),
        (Scale(1, 5, "low"), {4, 5}, {3}, {1, 2}),
    ],
)
def test_bands_go_by_position(scale: Scale, low: set[int], middle: set[int], high: set[int]) -> None:
    found = {where: {v for v in scale.points if band(unit(v, scale)) is where} for where in Band}
    assert found == {Band.LOW: low, Band.MIDDLE: middle, Band.HIGH: high}


# the traps others fell into


def test_trap_a_blank_is_never_averaged_as_nought() -> None:
    sheets = {1: sheet(reach=4), 2: sheet(reach=CANT_SAY), 3: sheet(reach=NOT_APPLICABLE), 4: {}}
    assert criterion_mean(sheets, REACH) == Fraction(3, 4)
    assert application_score(sheets, [REACH, VALUE]) == Fraction(3, 4)
    assert member_scores(sheets, [REACH, VALUE]) == {1: Fraction(3, 4)}


def test_trap_a_skipped_criterion_does_not_lower_a_members_score() -> None:
    assert member_score(sheet(reach=5, value=5), [REACH, VALUE]) == 1
    assert member_score(sheet(reach=5), [REACH, VALUE]) == 1
    assert member_score(sheet(reach=5, value=CANT_SAY), [REACH, VALUE]) == 1


def test_trap_a_criterion_nobody_scored_does_not_lower_the_application() -> None:
    sheets = {1: sheet(reach=4, value=CANT_SAY), 2: sheet(reach=4)}
    assert criterion_mean(sheets, VALUE) is None
    assert application_score(sheets, [REACH, VALUE]) == Fraction(3, 4)


def test_trap_the_score_is_not_the_average_of_members_own_scores() -> None:
    """An AVERAGE over a workbook's rows by member gives another number; the score is the weighted means."""
    sheets = {1: sheet(reach=5, value=1), 2: sheet(value=1)}
    own = member_scores(sheets, [REACH, VALUE]).values()
    assert application_score(sheets, [REACH, VALUE]) == Fraction(2, 3)
    assert sum(own) / 2 == Fraction(1, 3)


def test_trap_the_workbook_and_the_screen_round_alike() -> None:
    """2.675 in binary is a little less, so a float rounds it down to 2.67; the exact value goes up."""
    assert f"{2.675:.2f}" == "2.67"
    assert round_half_up(Fraction(2675, 1000), 2) == "2.68"


def test_a_criterion_that_is_not_counted_changes_nothing() -> None:
    sheets = {1: sheet(reach=4, aside=1), 2: sheet(aside=1)}
    assert application_score(sheets, [REACH, ASIDE]) == Fraction(3, 4)
    assert member_scores(sheets, [REACH, ASIDE]) == {1: Fraction(3, 4)}
    assert criterion_mean(sheets, ASIDE) == 0


def test_weights_may_be_parts_and_scales_may_differ() -> None:
    quality = Criterion("quality", "How good?", FORTY_BEST_LOW, Decimal("1.25"))
    sheets = {1: sheet(belong=5, quality=40), 2: sheet(belong=4, quality=10)}
    means = Fraction(7, 8), Fraction(3, 8)
    assert application_score(sheets, [BELONG, quality]) == (means[0] / 2 + means[1] * 5 / 4) / Fraction(7, 4)
    assert member_score(sheets[2], [BELONG, quality]) == Fraction(3, 4)


# results


def test_a_result_is_shown_on_the_scale() -> None:
    sheets = {seat: sheet(reach=value) for seat, value in enumerate([1, 2, 4, 5, 5, 5], start=1)}
    assert application_result(sheets, [REACH], FIVE) == ApplicationResult(
        score=Fraction(11, 3),
        median=Fraction(9, 2),
        lowest=Fraction(1),
        highest=Fraction(5),
        scored_by=6,
        split=True,
        disagreement_index=Fraction(4) / Fraction("5.35"),  # on 1–9: P30 = 5, P70 = 9
    )


def test_lowest_is_the_smaller_number_shown_also_where_low_is_best() -> None:
    merit = Criterion("merit", "How good?", FORTY_BEST_LOW)
    result = application_result({1: sheet(merit=5), 2: sheet(merit=30)}, [merit], FORTY_BEST_LOW)
    assert (result.lowest, result.highest, result.score, result.median) == (
        5,
        30,
        Fraction(35, 2),
        Fraction(35, 2),
    )


def test_an_application_nobody_scored_has_no_result() -> None:
    result = application_result({1: sheet(reach=CANT_SAY)}, [REACH], FIVE)
    assert result == ApplicationResult(None, None, None, None, 0, False, None)


def test_a_criterion_is_summed_up_on_its_own_scale() -> None:
    sheets = {
        **{seat: sheet(reach=value) for seat, value in enumerate([1, 1, 3, 5, 5], start=1)},
        6: sheet(reach=CANT_SAY),
        7: sheet(reach=NOT_APPLICABLE),
    }
    result = criterion_result(sheets, REACH)
    assert (result.mean, result.median, result.lowest, result.highest) == (3, 3, 1, 5)
    assert (result.answered, result.cant_say, result.split) == (5, 1, True)
    assert result.counts == (2, 0, 1, 0, 2)


def test_a_criterion_nobody_scored_has_counts_of_nought_and_is_not_split() -> None:
    result = criterion_result({1: sheet(reach=CANT_SAY)}, REACH)
    assert (result.mean, result.counts, result.split) == (None, (0, 0, 0, 0, 0), False)


def test_shapes_need_five_members() -> None:
    assert [shape_allowed(n) for n in (0, 4, 5, 12)] == [False, False, True, True]


# a real panel: 12 judges, 28 proposals, nought is best, 57 gaps


def test_a_real_panel_has_the_means_of_its_columns(shared_data: Path) -> None:
    merit = Criterion("merit", "How good?", FORTY_BEST_LOW)
    with (shared_data / "panel-12x28" / "ratings.csv").open() as file:
        head, *rows = csv.reader(file)
    for column, proposal in enumerate(head[1:], start=1):
        cells = {seat: row[column] for seat, row in enumerate(rows, start=1) if row[column]}
        sheets = {seat: sheet(merit=int(float(cell))) for seat, cell in cells.items()}
        result = application_result(sheets, [merit], FORTY_BEST_LOW)
        numbers = [Fraction(cell) for cell in cells.values()]
        assert (proposal, result.score) == (proposal, sum(numbers) / len(numbers))
        assert (result.lowest, result.highest, result.scored_by) == (min(numbers), max(numbers), len(numbers))


# rounding


@pytest.mark.parametrize(
    ("x", "places", "text"),
    [
        (Fraction(11, 3), 6, "3.666667"),
        (Fraction(1, 2), 0, "1"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(4), 6, "4.000000"),
        (Fraction(1, 2_000_000), 6, "0.000001"),
        (Fraction(1, 2_000_001), 6, "0.000000"),
        (Fraction(-5, 2), 0, "-3"),
        (Fraction(-1, 100), 1, "0.0"),
    ],
)
def test_a_number_is_written_rounded_half_up(x: Fraction, places: int, text: str) -> None:
    assert round_half_up(x, places) == text


@given(st.decimals(-1000, 1000, places=9), st.integers(1, 8))
def test_rounding_is_that_of_decimal_half_up(x: Decimal, places: int) -> None:
    expected = x.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert round_half_up(Fraction(x), places) == f"{abs(expected) if expected == 0 else expected:f}"
