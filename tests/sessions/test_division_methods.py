"""The ways to divide the pot, side by side: what differs, why, and never before the talk."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sessions import commands as c
from sessions.model.phases import Phase
from sessions.results.budget import full_list, order_of, pots, total
from sessions.results.division_methods import Way, differences, not_talked_about, ways
from sessions.views.wall.poster_inputs import Laid
from sessions.views.wall.sheet_makers import sheet
from tests.sessions.dividing import a_panel, application, divided
from tests.sessions.worlds import doors_open

MARKS = {"A": [5] * 6, "B": [4] * 6, "C": [3] * 6, "D": [5, 1, 1, 1, 1, 1]}


def four_ways(**more):
    """£1,000: A takes 600; B asks 500 and could use 300; C asks 300; D has one friend."""
    model = a_panel(
        application("A", 600),
        application("B", 500, least=300),
        application("C", 300),
        application("D", 100),
        pot=1000,
        **more,
    )
    return divided(model, MARKS).state


def test_each_way_gives_what_its_words_say():
    found = ways(four_ways())
    gets = {way: {one.ref: int(one.amount) for one in division.awards} for way, division in found.items()}
    assert gets[Way.STOP] == {"A": 600}
    assert gets[Way.GO_ON] == {"A": 600, "C": 300, "D": 100}
    assert gets[Way.IN_PART] == {"A": 600, "B": 400}
    assert gets[Way.EQUAL_SHARES].keys() == {"A", "C", "D"}
    assert found[Way.STOP].left == 400


def test_only_those_that_are_treated_differently_are_named():
    state = four_ways()
    assert [one.ref for one in differences(ways(state), order_of(state))] == ["B", "C", "D"]
    assert differences(ways(four_ways_that_agree()), ("A", "B", "C", "D")) == ()


def four_ways_that_agree():
    return replace(four_ways(), session=replace(four_ways().model, pot=Decimal(5000)))


def test_the_wall_says_of_each_in_two_sentences_why():
    told = dict(sheet(four_ways(), Laid(sheet="why")).told)
    assert told["Title B"] == (
        "By score £400 is left when its turn comes; that is less than its £500, but useful from £300 on. "
        "By equal shares those who like it have too little left to pay for it."
    )
    assert told["Title C"] == (
        "By score the money stops before it; if we go on to what still fits, its £300 fits. "
        "By equal shares 6 of us pay for it together, £50 each."
    )
    assert all(words.count(". ") + words.count(".\n") + 1 == 2 for words in told.values())


def test_of_fewer_than_five_who_pay_neither_number_nor_amount_is_told():
    state = four_ways()
    bought = next(one.bought for one in ways(state)[Way.EQUAL_SHARES].awards if one.ref == "D")
    told = " ".join(words for _, words in sheet(state, Laid(sheet="shares")).told)
    if bought is not None:
        assert bought.payers == 1
        assert "Fewer than 5 of us pay for all of it." in told
    assert "1 of us" not in told


def test_every_purchase_is_explained_and_adds_up():
    state = four_ways()
    for award in ways(state)[Way.EQUAL_SHARES].awards:
        if award.bought is not None:
            assert award.bought.least * award.bought.payers <= Fraction(award.amount)
            assert award.bought.most * award.bought.payers >= Fraction(award.amount)
    assert len(sheet(state, Laid(sheet="shares")).told) == len(ways(state)[Way.EQUAL_SHARES].awards)


def test_an_application_scored_and_not_talked_about_holds_all_comparing_back():
    assert not_talked_about(four_ways()) == ()
    model = a_panel(application("A", 600), application("B", 500), pot=1000)
    world = doors_open(model).press_until(Phase.SCORE)
    for seat in range(1, 7):
        world = world.answer(seat, 4)
    world = world.press_until(Phase.CLOSED)
    assert not_talked_about(world.state) == ("A",)
    assert not_talked_about(world.press_until(Phase.TALK).state) == ()


def test_scores_that_were_not_revealed_rank_nothing():
    model = a_panel(application("A", 600), application("B", 500), pot=1000)
    world = doors_open(model).press_until(Phase.SCORE)
    for seat in range(1, 7):
        world = world.answer(seat, 5)
    closed = world.press_until(Phase.CLOSED)
    budget = next(step.key for step in closed.state.steps if step.kind == "budget")
    there = closed.when(c.JumpTo(closed.state.plan.position, budget))
    assert sheet(there.state, Laid(sheet="checks")).told[0][1] == "There are too few scores to say."
    assert pots(there.state)[0].order == ("A", "B")
    assert ways(there.state)[Way.EQUAL_SHARES].awards == ways(there.state)[Way.GO_ON].awards


marks = st.lists(st.integers(1, 5), min_size=6, max_size=6)
panels = st.lists(st.tuples(st.integers(1, 30), marks), min_size=2, max_size=5)


def a_day(drawn, *, pot=60, weights=(1, 1), order=range(6)):
    """Score every application on two questions, the second the other way round."""
    refs = [chr(65 + n) for n in range(len(drawn))]
    model = a_panel(
        *(application(ref, ask) for ref, (ask, _) in zip(refs, drawn, strict=True)), pot=pot, criteria=2
    )
    model = replace(
        model,
        criteria=tuple(
            replace(one, weight=Decimal(w)) for one, w in zip(model.criteria, weights, strict=True)
        ),
    )
    return divided(
        model,
        {ref: [given[seat] for seat in order] for ref, (_, given) in zip(refs, drawn, strict=True)},
    ).state


def shown(state):
    """All that the wall can show of the list and over it."""
    sheets = tuple(
        sheet(state, Laid(sheet=name)) for name in ("ways", "why", "shares", "portfolio", "checks")
    )
    return pots(state), sheets


@settings(max_examples=25)
@given(panels, st.permutations(range(6)))
def test_no_permutation_of_members_changes_anything_shown(drawn, order):
    assert shown(a_day(drawn)) == shown(a_day(drawn, order=order))


@settings(max_examples=25)
@given(panels, st.integers(2, 9))
def test_scaling_all_weights_changes_nothing(drawn, times):
    assert shown(a_day(drawn, weights=(1, 3))) == shown(a_day(drawn, weights=(times, 3 * times)))


@settings(max_examples=25)
@given(panels, st.data())
def test_raising_one_score_never_lowers_its_applications_rank(drawn, data):
    place = data.draw(st.integers(0, len(drawn) - 1))
    seat = data.draw(st.integers(0, 5))
    ask, given_marks = drawn[place]
    higher = [min(5, mark + 1) if at == seat else mark for at, mark in enumerate(given_marks)]
    raised = [*drawn[:place], (ask, higher), *drawn[place + 1 :]]
    ref = chr(65 + place)
    before, after = (order_of(a_day(one)).index(ref) for one in (drawn, raised))
    assert after <= before


@settings(max_examples=25)
@given(panels)
def test_no_way_spends_more_than_the_pot(drawn):
    state = a_day(drawn)
    for division in ways(state).values():
        assert sum(award.amount for award in division.awards) + division.left == state.model.pot
        assert division.left >= 0
    assert total(full_list(state)) <= state.model.pot


@pytest.mark.parametrize("name", ["ways", "why", "shares", "portfolio", "checks"])
def test_laying_a_sheet_decides_nothing(name):
    state = four_ways()
    before = full_list(state), state.plan
    sheet(state, Laid(sheet=name))
    assert (full_list(state), state.plan) == before
