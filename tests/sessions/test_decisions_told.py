"""What is turned over once the list is confirmed, and what the closing says it came to."""

from decimal import Decimal

import pytest

from sessions import commands as c
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from sessions.views.wall import posters
from sessions.views.wall.closing import closing
from sessions.views.wall.current_poster import Outside, poster
from sessions.views.wall.posters import Frame
from tests.sessions.dividing import a_panel, application, divided, strand
from tests.sessions.test_shortlist import at_the_list
from tests.sessions.worlds import doors_open

MARKS = {"A": [5] * 6, "B": [4] * 6, "C": [2] * 6}
THREE = (application("A", 600), application("B", 500, least=100), application("C", 400))


def confirmed(world):
    world = world.press()
    assert world.refused is None, world.refused
    assert world.state.plan.phase is Phase.CONFIRMED
    return world


def shown(world):
    return poster(world.state, world.clock, Outside())


def the_sum(world):
    return closing(world.state, Frame("", "")).sum


def test_each_decision_says_what_was_asked_what_we_agreed_and_what_it_gets():
    world = divided(a_panel(*THREE, pot=700), MARKS)
    world = world.when(
        c.RecordDecision("B", Verdict.PART, Decimal(100), "They tell us in June.", "It is worth a try.")
    )
    one = shown(confirmed(world))
    assert isinstance(one, posters.Confirmed)
    first, second, third = one.decisions
    assert (first.title, first.words, first.tone) == ("Title A", "Fund: £600", "yes")
    assert first.facts == ("asks for £600", "We agree: yes")
    assert (second.words, second.tone) == ("Fund in part: £100", "yes")
    assert second.conditions == "They tell us in June."
    assert (third.words, third.tone) == ("Not this time", "no")
    assert third.facts == ("asks for £400", "We agree: yes", "the money ran out here")


def test_they_come_in_the_order_in_which_we_heard_them_not_in_the_lists():
    marks = {"A": [2] * 6, "B": [3] * 6, "C": [5] * 6}
    one = shown(confirmed(divided(a_panel(*THREE, pot=700), marks)))
    assert [row.ref for row in one.rows] == ["C", "B", "A"]
    assert [each.title for each in one.decisions] == ["Title A", "Title B", "Title C"]


def test_with_strands_each_is_told_once():
    panel = a_panel(
        application("A", 600, strand="small"),
        application("B", 500),
        pot=1500,
        strands=(strand("small", 700),),
    )
    one = shown(confirmed(divided(panel, MARKS)))
    assert len(one.lists) == 2
    assert [each.title for each in one.decisions] == ["Title A", "Title B"]


def test_a_shortlist_tells_them_in_its_own_words_and_of_no_money():
    one = shown(confirmed(at_the_list()))
    assert [(each.words, each.tone) for each in one.decisions] == [
        ("see them", "yes"),
        ("see them", "yes"),
        ("not this time", "no"),
        ("not this time", "no"),
    ]
    assert not any("£" in fact for each in one.decisions for fact in each.facts)


def test_of_a_ballot_too_few_for_a_count_nothing_is_told():
    one = shown(doors_open(taken=3).press_until(Phase.CONFIRMED, tally=c.Tally((0, 0, 0, 0, 3), 0)))
    assert one.decisions
    assert all(each.facts[0].startswith("asks for") for each in one.decisions)
    assert not any("agree" in fact or "ballot" in fact for each in one.decisions for fact in each.facts)


@pytest.mark.parametrize(
    ("pot", "wanted"),
    [(700, "1 project · £600 · decided by 6 of us ♥"), (1200, "2 projects · £1,100 · decided by 6 of us ♥")],
)
def test_the_closing_says_in_one_breath_what_it_came_to(pot, wanted):
    assert the_sum(confirmed(divided(a_panel(*THREE, pot=pot), MARKS))) == wanted


def test_who_scored_and_went_home_decided_too():
    world = divided(a_panel(*THREE, pot=700), MARKS).when(c.LeaveEarly(6))
    assert world.refused is None
    assert the_sum(confirmed(world)) == "1 project · £600 · decided by 6 of us ♥"


def test_a_shortlist_counts_those_chosen():
    assert the_sum(confirmed(at_the_list())) == "2 chosen · decided by 6 of us ♥"


def test_there_is_no_sum_before_the_list_is_confirmed_nor_where_nobody_gets_anything():
    world = divided(a_panel(*THREE, pot=700), MARKS)
    assert the_sum(world) == ""
    none = divided(a_panel(*THREE, pot=10), MARKS)
    assert the_sum(confirmed(none)) == ""
