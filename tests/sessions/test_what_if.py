"""What if we fund this one lower: kept apart from the real list until it is accepted."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessions import commands as c
from sessions.model.decisions import Verdict
from sessions.model.refusals import No, Refused
from sessions.results.budget import full_list, total
from sessions.results.what_if import Supposed, accepted, as_if, changes
from sessions.views.wall.poster_inputs import Laid
from sessions.views.wall.sheet_makers import sheet
from tests.sessions.dividing import a_panel, application, divided

MARKS = {"A": [5] * 6, "B": [4] * 6, "C": [3] * 6}


def the_list(*moves):
    model = a_panel(application("A", 600), application("B", 400), application("C", 300), pot=1000)
    world = divided(model, MARKS)
    for move in moves:
        world = world.when(move)
    return world


def supposed(ref, amount):
    return Supposed(ref, Decimal(amount))


def test_less_for_one_lets_the_line_down_to_the_next():
    state = the_list().state
    then = as_if(state, supposed("A", 300))
    assert [(one.ref, int(one.now.amount), int(one.then.amount)) for one in changes(state, then)] == [
        ("A", 600, 300),
        ("C", 0, 300),
    ]
    assert full_list(then)["A"].verdict is Verdict.PART


def test_a_line_the_panel_put_higher_stays_where_it_is():
    state = the_list(c.MoveLine(1)).state
    assert [one.ref for one in changes(state, as_if(state, supposed("A", 300)))] == ["A"]


def test_nothing_and_all_of_it_are_amounts_too():
    state = the_list().state
    assert full_list(as_if(state, supposed("A", 0)))["A"].verdict is Verdict.NOT_NOW
    assert full_list(as_if(state, supposed("A", 600)))["A"].verdict is Verdict.FUND


@pytest.mark.parametrize(
    ("ref", "amount", "code"), [("A", 700, No.ABOVE_ASK), ("X", 1, No.NO_SUCH_APPLICATION)]
)
def test_what_cannot_be_cannot_be_supposed(ref, amount, code):
    with pytest.raises(Refused) as refused:
        as_if(the_list().state, supposed(ref, amount))
    assert refused.value.code == code


def test_more_than_the_pot_cannot_be_supposed():
    state = the_list(
        c.MoveLine(0), c.RecordDecision("B", Verdict.FUND), c.RecordDecision("C", Verdict.FUND)
    ).state
    with pytest.raises(Refused) as refused:
        as_if(state, supposed("A", 600))
    assert refused.value.code == No.TOO_MUCH_MONEY


def test_a_confirmed_list_is_not_supposed_otherwise():
    with pytest.raises(Refused) as refused:
        as_if(the_list().press().state, supposed("A", 300))
    assert refused.value.code == No.ALREADY_CONFIRMED


def test_the_wall_shows_both_lists_and_says_that_ours_stays():
    shown = sheet(the_list().state, Laid(sheet="what-if", supposed=supposed("A", 300)))
    assert shown.heading == "What if Title A got £300?"
    assert shown.lead == ("Our list stays as it is until we take this over.",)
    assert shown.rows == (
        ("Title A", "full", "£300"),
        ("Title C", "–", "full"),
        ("Left over", "£0", "£0"),
    )


@settings(max_examples=60)
@given(st.sampled_from("ABC"), st.integers(0, 600), st.lists(st.integers(0, 3), max_size=3))
def test_what_was_accepted_is_what_was_shown_and_until_then_nothing_is(ref, amount, moves):
    world = the_list(*(c.MoveLine(n) for n in moves))
    before = world.state
    try:
        then = as_if(before, supposed(ref, amount))
    except Refused:
        return
    assert world.state is before
    assert before.plan.decisions == {}
    for order in accepted(before, supposed(ref, amount)):
        world = world.when(order)
        assert world.refused is None, world.refused
    assert full_list(world.state) == full_list(then)
    assert total(full_list(world.state)) <= world.state.model.pot
