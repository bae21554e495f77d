"""What holds for the scores of any panel at all."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from sessions.methods.scoring import (
    application_result,
    application_score,
    criterion_result,
    member_score,
    member_scores,
)
from sessions.model.answers import Answer, Kind, score
from sessions.model.session import Criterion, Scale

FIVE = Scale()
REACH = Criterion("reach", "Will it reach people?", FIVE, Decimal(2))
VALUE = Criterion("value", "Is it worth the money?", FIVE)
BELONG = Criterion("belong", "Will people belong?", FIVE, Decimal("0.5"))
CANT_SAY = Answer(Kind.CANT_SAY)
NOT_APPLICABLE = Answer(Kind.NOT_APPLICABLE)


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
