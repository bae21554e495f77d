"""The funder's rules warn in their own words, never block, never move the list, and why we go on is kept."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest

from sessions import commands as c
from sessions import events as e
from sessions.audit import audit
from sessions.decide.funder_rule_words import against_words
from sessions.model.decisions import Verdict
from sessions.model.funder_rule import FunderRule, RuleKind
from sessions.model.phases import Phase
from sessions.model.refusals import No
from sessions.results.budget import full_list, order_of
from sessions.results.funder_rules import against, unanswered
from sessions.results.what_if import Supposed
from sessions.views.desk.choice_lists import choices
from sessions.views.record.day import decision_rows
from sessions.views.rules_told import rules_told
from sessions.views.wall.current_poster import Outside, poster
from sessions.views.wall.poster_inputs import Laid
from sessions.views.wall.sheets import what_if_sheet
from tests.sessions.dividing import a_panel, application, divided
from tests.sessions.worlds import MORNING, World

SMALL = FunderRule("No single award is above £1,000.", max_award=Decimal(1000))
ONE_EACH = FunderRule("One award to one organisation.", per_organisation=1)
LOCAL = FunderRule("Money is spent in Leeds.")


def at_the_budget(*applications, pot=10_000, rules=(SMALL, ONE_EACH, LOCAL), **more) -> World:
    marks = {one.ref: (5 - n % 3,) * 6 for n, one in enumerate(applications)}
    return divided(a_panel(*applications, pot=pot, funder_rules=rules, **more), marks)


def two_of_one() -> World:
    return at_the_budget(
        application("A01", 900, organisation="The Lunch Club"),
        application("A02", 800, organisation="the lunch  club."),
        application("A03", 2000, organisation="Others"),
    )


def test_an_award_above_the_most_is_warned_of_in_the_rules_own_words():
    world = two_of_one().when(c.RecordDecision("A03", Verdict.FUND)).then_refused(No.AGAINST_RULE)
    said = world.refused.sentence
    assert (
        "“Title A03” would get more than £1,000. The funder's rule: No single award is above £1,000." in said
    )
    assert "why" in said
    assert "A03" not in world.state.plan.decisions


def test_it_is_recorded_once_somebody_says_why_and_the_why_is_an_act_of_the_day():
    why = "The kitchen is one piece of work"
    world = two_of_one().when(c.RecordDecision("A03", Verdict.FUND, reasons="It feeds forty.", against=why))
    assert [type(one) for one in world.happened] == [e.WentAgainstRule, e.DecisionRecorded]
    assert world.state.plan.decisions["A03"].amount == 2000
    act = world.state.interventions[-1]
    assert (act.what, act.application, act.why) == ("against-rule", "A03", why)
    (row,) = decision_rows(world.state)
    assert row.reasons == "It feeds forty."
    (told,) = row.against_rules
    assert SMALL.rule in told
    assert told.endswith(f"We went on because: {why}")
    assert audit(world.history) is None


def test_exactly_the_most_is_within_the_rule_and_a_penny_above_is_not():
    world = at_the_budget(application("A01", 2000, organisation="One"))
    assert world.when(c.RecordDecision("A01", Verdict.PART, Decimal(1000))).refused is None
    world.when(c.RecordDecision("A01", Verdict.PART, Decimal("1000.01"))).then_refused(No.AGAINST_RULE)


def test_a_second_award_to_one_organisation_is_warned_of_however_its_name_is_written():
    world = two_of_one()
    found = [one for one in against(world.state.model, full_list(world.state)) if one.rule == ONE_EACH.rule]
    assert [(one.application, one.refs) for one in found] == [
        ("A01", ("A01", "A02")),
        ("A02", ("A01", "A02")),
    ]
    words = against_words(world.state.model, found[0])
    assert words.startswith("The Lunch Club would get 2 awards, and one is allowed.")
    assert words.endswith(ONE_EACH.rule)


def test_those_without_an_organisation_are_not_taken_for_one():
    world = at_the_budget(application("A01", 900), application("A02", 800))
    assert against(world.state.model, full_list(world.state)) == ()


def test_what_staff_say_is_not_eligible_is_warned_of_and_can_still_be_funded():
    world = at_the_budget(application("A01", 900, eligible=False), application("A02", 800, eligible=True))
    world.when(c.RecordDecision("A01", Verdict.FUND)).then_refused(No.AGAINST_RULE)
    assert world.when(c.RecordDecision("A01", Verdict.NOT_NOW)).refused is None
    assert world.when(c.RecordDecision("A02", Verdict.FUND)).refused is None
    world = world.when(c.RecordDecision("A01", Verdict.FUND, against="They have a bank account by now"))
    assert rules_told(world.state, "A01") == (
        "Staff said that it does not meet the funder's rules. "
        "We went on because: They have a bank account by now",
    )


def test_the_list_says_it_on_the_wall_and_confirming_asks_why_of_each_once():
    world = two_of_one()
    drawn = poster(world.state, MORNING, Outside())
    assert drawn.notes[0].endswith(ONE_EACH.rule)
    assert drawn.notes[1] == "One more goes against a rule."
    assert [row.mark for row in drawn.rows] == ["against a rule"] * 3
    world.press().then_refused(No.RULE_WHY_NEEDED)
    asked = choices(world.state, MORNING).against
    assert [(one.application, one.kind) for one in asked] == [
        ("A02", RuleKind.PER_ORGANISATION),
        ("A03", RuleKind.MAX_AWARD),
    ]
    for one in asked:
        world.when(c.GoAgainstRule(one.application, one.kind, one.rule, " ")).then_refused(No.WHY_NEEDED)
        world = world.when(c.GoAgainstRule(one.application, one.kind, one.rule, "We talked about it"))
    assert unanswered(world.state) == ()
    world = world.press()
    assert world.state.confirmed
    assert all("We talked about it" in rules_told(world.state, ref)[0] for ref in ("A01", "A02", "A03"))
    assert audit(world.history) is None


def test_a_list_within_the_rules_is_confirmed_as_ever():
    world = at_the_budget(
        application("A01", 900, organisation="One"), application("A02", 800, organisation="Two")
    )
    assert world.press().state.confirmed


def test_what_if_says_what_the_supposed_list_would_go_against():
    rules = (FunderRule("At most one award to one group.", per_organisation=1),)
    world = at_the_budget(
        application("A01", 900, organisation="One"),
        application("A02", 300, organisation="Two"),
        application("A03", 100, organisation="One"),
        pot=1200,
        rules=rules,
    )
    assert not full_list(world.state)["A03"].funded
    sheet = what_if_sheet(world.state, Laid(0, "what-if", Supposed("A01", Decimal(800))))
    assert any(rules[0].rule in line for line in sheet.lead)
    same = what_if_sheet(world.state, Laid(0, "what-if", Supposed("A02", Decimal(200))))
    assert any(rules[0].rule in line for line in same.lead)  # what is freed reaches the second of theirs


def test_a_why_about_no_rule_of_ours_is_no_sound_record():
    world = two_of_one()
    for odd in (
        e.WentAgainstRule("A03", RuleKind.MAX_AWARD, "A rule nobody wrote", "so"),
        e.WentAgainstRule("A03", RuleKind.ELIGIBLE, "", "so"),
        e.WentAgainstRule("A03", RuleKind.MAX_AWARD, SMALL.rule, ""),
        e.WentAgainstRule("A09", RuleKind.MAX_AWARD, SMALL.rule, "so"),
    ):
        bad = world.after(odd)
        assert audit(bad.history) == len(world.history), odd


@pytest.mark.parametrize("seed", range(25))
def test_no_rule_ever_blocks_a_decision_or_moves_the_list(seed):
    """Whatever the rules: the order is the one without them, and what was granted without is granted with a why."""
    chance = random.Random(seed)
    names = ("One", "Two", "one.", "")
    asked = tuple(
        application(
            f"A{n:02d}", chance.randrange(1, 30) * 100, organisation=chance.choice(names),
            eligible=chance.choice((None, True, False)),
        )
        for n in range(1, 6)
    )  # fmt: skip
    rules = (
        FunderRule("a", max_award=Decimal(chance.randrange(1, 20) * 100)),
        FunderRule("b", per_organisation=chance.randrange(1, 3)),
        FunderRule("c"),
    )
    plain, ruled = (at_the_budget(*asked, pot=4000, rules=given) for given in ((), rules))
    bare = tuple(application(a.ref, int(a.asked), organisation=a.organisation) for a in asked)
    without = at_the_budget(*bare, pot=4000, rules=())
    assert order_of(ruled.state) == order_of(plain.state) == order_of(without.state)
    for one in asked:
        verdict = chance.choice((Verdict.FUND, Verdict.PART, Verdict.RESERVE, Verdict.NOT_NOW))
        amount = one.asked / 2 if verdict is Verdict.PART else None
        order = c.RecordDecision(one.ref, verdict, amount, against="we say why")
        without, ruled = without.when(order), ruled.when(order)
        assert (ruled.refused and ruled.refused.code) == (without.refused and without.refused.code)
        assert full_list(ruled.state) == full_list(without.state)
        assert order_of(ruled.state) == order_of(without.state)
    for one in choices(ruled.state, MORNING).against:
        ruled = ruled.when(c.GoAgainstRule(one.application, one.kind, one.rule, "we say why"))
        assert ruled.refused is None
    ruled, without = ruled.press(), without.press()
    assert (ruled.refused and ruled.refused.code) == (without.refused and without.refused.code)
    assert ruled.state.plan.decisions == without.state.plan.decisions
    assert audit(ruled.history) is None
    assert ruled.state.plan.phase in (Phase.CONFIRMED, Phase.BUDGET)
