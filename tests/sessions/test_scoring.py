"""Scores are exact, and only a score is a number."""

import csv
import json
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.answers import Answer, Kind, score
from sessions.model import Criterion, Scale
from sessions.percentiles import percentile
from sessions.scoring import (
    ApplicationResult,
    Band,
    application_result,
    application_score,
    band,
    criterion_mean,
    criterion_result,
    disagreement_index,
    heads_in_bands,
    member_score,
    member_scores,
    round_half_up,
    shape_allowed,
    shown,
    split,
    unit,
)

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


# disagreement


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


# what holds for any panel

answers = st.one_of(st.none(), st.just(CANT_SAY), st.just(NOT_APPLICABLE), st.integers(1, 5).map(score))
sheets_of = st.dictionaries(
    st.integers(1, 12),
    st.fixed_dictionaries({"reach": answers, "value": answers, "belong": answers}).map(
        lambda given: {key: answer for key, answer in given.items() if answer is not None}
    ),
    max_size=12,
)
CRITERIA = (REACH, VALUE, BELONG)


@given(sheets_of, st.randoms(use_true_random=False))
def test_the_order_of_members_changes_nothing(sheets: Mapping[int, dict[str, Answer]], random) -> None:
    shuffled = list(sheets.values())
    random.shuffle(shuffled)
    moved = dict(enumerate(shuffled, start=1))
    assert application_result(moved, CRITERIA, FIVE) == application_result(sheets, CRITERIA, FIVE)
    assert criterion_result(moved, REACH) == criterion_result(sheets, REACH)


@given(sheets_of, st.decimals(min_value="0.01", max_value=100, places=2))
def test_scaling_all_weights_changes_nothing(sheets: Mapping[int, dict[str, Answer]], times: Decimal) -> None:
    heavier = [msgspec.structs.replace(c, weight=c.weight * times) for c in CRITERIA]
    assert application_result(sheets, heavier, FIVE) == application_result(sheets, CRITERIA, FIVE)
    assert member_scores(sheets, heavier) == member_scores(sheets, CRITERIA)


@given(sheets_of)
def test_results_can_be_worked_out_from_the_cells_as_entered(sheets: Mapping[int, dict[str, Answer]]) -> None:
    """Another program, another road: on one scale, no place between 0 and 1 is ever needed."""
    top = weight = Fraction()
    for criterion in CRITERIA:
        cells = [one[criterion.key].value for one in sheets.values() if criterion.key in one]
        numbers = [cell for cell in cells if cell is not None]
        if numbers:
            top += Fraction(criterion.weight) * Fraction(sum(numbers), len(numbers))
            weight += Fraction(criterion.weight)
    assert application_result(sheets, CRITERIA, FIVE).score == (top / weight if weight else None)


@given(sheets_of)
def test_own_scores_are_those_of_each_member_alone(sheets: Mapping[int, dict[str, Answer]]) -> None:
    alone = {seat: member_score(one, CRITERIA) for seat, one in sheets.items()}
    assert member_scores(sheets, CRITERIA) == {seat: u for seat, u in alone.items() if u is not None}
    for seat, u in member_scores(sheets, CRITERIA).items():
        assert application_score({seat: sheets[seat]}, CRITERIA) == u


@given(st.lists(st.integers(0, 10), max_size=12))
def test_turning_the_scale_round_swaps_low_and_high(values: list[int]) -> None:
    low, middle, high = heads_in_bands(places(values, TEN))
    assert heads_in_bands(places(values, Scale(0, 10, "low", ()))) == (high, middle, low)
    assert disagreement_index(places(values, Scale(0, 10, "low", ()))) == disagreement_index(
        places(values, TEN)
    )
