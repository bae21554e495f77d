"""Decisions keep within the ask and the pot; the line proposes, the panel decides."""

from decimal import Decimal

import pytest

from sessions import commands as c
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from sessions.model.refusals import No
from sessions.results.budget import full_list, order_of, pots
from sessions.views.wall.current_poster import Outside, poster
from tests.sessions.worlds import MORNING, scored, session

YES = c.Tally((0, 0, 0, 0, 6), 0)
NO = c.Tally((6, 0, 0, 0, 0), 0)


def at_the_budget(tally=YES, **more):
    return scored(dict.fromkeys(range(1, 7), 4), session(**more)).press_until(Phase.BUDGET, tally=tally)


def test_the_line_stands_as_far_down_as_the_pot_pays():
    world = at_the_budget()  # £1,500 for asks of £1,000 and £2,000
    order = order_of(world.state)
    assert order == ("A01", "A02")
    assert pots(world.state)[-1].line == 1


def test_the_line_never_spends_more_than_the_pot():
    at_the_budget().when(c.MoveLine(2)).then_refused(No.TOO_MUCH_MONEY)


def test_the_line_passes_over_what_we_agreed_not_to_fund():
    world = at_the_budget(tally=NO)
    assert all(not decision.funded for decision in full_list(world.state).values())


def test_a_part_award_needs_an_amount_within_the_ask():
    world = at_the_budget()
    world.when(c.RecordDecision("A02", Verdict.PART)).then_refused(No.AMOUNT_NEEDED)
    world.when(c.RecordDecision("A02", Verdict.PART, Decimal(9000))).then_refused(No.ABOVE_ASK)
    world = world.when(c.RecordDecision("A02", Verdict.PART, Decimal(500)))
    assert full_list(world.state)["A02"].amount == 500
    row = poster(world.state, MORNING, Outside()).rows[1]
    assert (row.ref, row.funded, row.running) == ("A02", "part: £500 of £2,000", "£1,500")


def test_decisions_together_never_spend_more_than_the_pot():
    world = at_the_budget().when(c.RecordDecision("A01", Verdict.FUND))
    world.when(c.RecordDecision("A02", Verdict.FUND)).then_refused(No.TOO_MUCH_MONEY)


def test_a_decision_is_refused_while_scores_are_secret():
    world = scored({1: 3})
    world.when(c.RecordDecision("A01", Verdict.FUND)).then_refused(No.NOT_SHOWN_YET)


def test_confirming_asks_once_more_and_then_stands():
    world = at_the_budget()
    world.press(sure=False).then_refused(No.ASK_AGAIN_CONFIRM)
    confirmed = world.press()
    assert confirmed.state.plan.decisions["A01"].verdict is Verdict.FUND
    assert confirmed.state.plan.decisions["A02"].verdict is Verdict.NOT_NOW
    confirmed.when(c.RecordDecision("A01", Verdict.NOT_NOW)).then_refused(No.ALREADY_CONFIRMED)


@pytest.mark.parametrize(
    "amount", ["NaN", "sNaN", "Infinity", "-Infinity", "-0", "1e-99999999", "0.001", "-1e99999999", "10.005"]
)
def test_an_amount_that_is_none_is_asked_for_again(amount):
    asked = c.RecordDecision("A02", Verdict.PART, Decimal(amount))
    at_the_budget().when(asked).then_refused(No.AMOUNT_NEEDED)


@pytest.mark.parametrize("amount", ["1e99999999", "1e28"])
def test_an_amount_beyond_all_money_is_more_than_was_asked_for(amount):
    asked = c.RecordDecision("A02", Verdict.PART, Decimal(amount))
    at_the_budget().when(asked).then_refused(No.ABOVE_ASK)


def test_pennies_can_be_given():
    world = at_the_budget().when(c.RecordDecision("A02", Verdict.PART, Decimal("10.50")))
    assert world.state.plan.decisions["A02"].amount == Decimal("10.50")
