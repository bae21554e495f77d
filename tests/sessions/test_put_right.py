"""What was agreed is put right: until when, what follows, and what the panel is told."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from sessions import commands as c
from sessions import events as e
from sessions.audit import audit
from sessions.evolve import fold
from sessions.model.decisions import Verdict
from sessions.model.details import Detail
from sessions.model.phases import Phase
from sessions.model.refs import next_ref
from sessions.model.refusals import No
from sessions.model.session import Criterion, Standing, StepKind, Strand
from sessions.results.budget import all_unheard, full_list, order_of, pots
from sessions.results.division_methods import own_scores
from sessions.state.days import ahead
from sessions.views.phone.current_page import Ask, Mine, page
from sessions.views.wall.current_poster import Outside, poster
from sessions.views.wall.poster_inputs import acts
from tests.sessions.days import DAYS, live
from tests.sessions.worlds import World, doors_open, scored, scoring_open, session

YES = c.Tally((0, 0, 0, 0, 6), 0)
WHY = "they told us"
SAME = dict.fromkeys(range(1, 7), 4)


def four(**more):
    return session(applications=4, **more)


def phone(world: World, seat: int = 1):
    return page(world.state, seat, world.clock, Ask(), Mine())


def wall(world: World):
    return poster(world.state, world.clock, Outside())


def told(world: World) -> list[tuple[str, str, str]]:
    return [(one.what, one.was, one.now) for one in world.state.interventions]


def at_budget(model=None) -> World:
    return scored({n: n % 5 + 1 for n in range(1, 7)}, model or four()).press_until(Phase.BUDGET, tally=YES)


# words and money


@pytest.mark.parametrize(
    ("order", "what", "was", "now"),
    [
        (c.ChangeDetail(Detail.TITLE, "Thursdays", "A01", why=WHY), "changed-title", "Title 1", "Thursdays"),
        (c.ChangeDetail(Detail.ORGANISATION, "", "A01", why=WHY), "changed-organisation", "Group 1", ""),
        (c.ChangeDetail(Detail.ASKED, "900.50", "A02", why=WHY), "changed-asked", "2000", "900.50"),
        (c.ChangeDetail(Detail.LEAST, "400", "A02", why=WHY), "changed-least", "", "400"),
        (c.ChangeDetail(Detail.POT, "1700", why=WHY), "changed-session-pot", "1500", "1700"),
        (c.ChangeDetail(Detail.DATE, "2026-12-04", why=WHY), "changed-session-date", "", "2026-12-04"),
        (c.ChangeDetail(Detail.PLACE, "Holbeck", why=WHY), "changed-session-place", "", "Holbeck"),
    ],
)
def test_a_detail_is_put_right_and_told_with_what_it_was_and_what_it_is(order, what, was, now):
    world = scoring_open(four()).when(order)
    assert told(world) == [(what, was, now)]
    assert world.state.interventions[-1].why == WHY
    assert acts(world.state)[-1].why == WHY
    assert audit(world.history) is None


def test_the_wall_and_every_phone_show_the_new_words_at_once():
    world = doors_open(four()).press_until(Phase.READ)
    changed = world.when(c.ChangeDetail(Detail.TITLE, "Thursdays", "A01", why=WHY))
    assert "Thursdays" in changed.state.model.application("A01").title
    assert wall(changed).frame.subtitle == "Thursdays"
    assert phone(changed).about.title == "Thursdays"
    assert phone(changed).about.changed
    assert phone(changed).message == "The title is “Thursdays”; it was “Title 1”. Why: they told us"
    assert phone(changed.press()).message == ""


@pytest.mark.parametrize(
    ("order", "code"),
    [
        (c.ChangeDetail(Detail.TITLE, "", "A01", why=WHY), No.NOT_THAT_DETAIL),
        (c.ChangeDetail(Detail.ASKED, "much", "A01", why=WHY), No.NOT_THAT_DETAIL),
        (c.ChangeDetail(Detail.ASKED, "-3", "A01", why=WHY), No.NOT_THAT_DETAIL),
        (c.ChangeDetail(Detail.DATE, "tomorrow", why=WHY), No.NOT_THAT_DETAIL),
        (c.ChangeDetail(Detail.TITLE, "x", "A99", why=WHY), No.NO_SUCH_DETAIL),
        (c.ChangeDetail(Detail.POT, "x", "A01", why=WHY), No.NO_SUCH_DETAIL),
        (c.ChangeDetail(Detail.TITLE, "Thursdays", "A01"), No.WHY_NEEDED),
        (c.ChangeDetail(Detail.POT, "100", strand="nothing", why=WHY), No.NO_SUCH_DETAIL),
    ],
)
def test_what_cannot_stand_there_is_refused(order, code):
    doors_open(four()).when(order).then_refused(code)


def test_what_stands_already_changes_nothing():
    doors_open(four()).when(c.ChangeDetail(Detail.TITLE, " Title  1 ", "A01")).then()


def test_money_stands_once_the_list_is_confirmed_and_words_do_not():
    world = at_budget().press_until(Phase.CONFIRMED, tally=YES)
    world.when(c.ChangeDetail(Detail.ASKED, "1", "A01", why=WHY)).then_refused(No.CONFIRMED_MONEY)
    world.when(c.ChangeDetail(Detail.POT, "9000", why=WHY)).then_refused(No.CONFIRMED_MONEY)
    assert world.when(c.ChangeDetail(Detail.TITLE, "Thursdays", "A01", why=WHY)).happened


def test_another_pot_moves_the_line():
    world = at_budget()
    before = pots(world.state)[-1]
    more = pots(world.when(c.ChangeDetail(Detail.POT, "100000", why=WHY)).state)[-1]
    assert (before.line, more.line) == (1, 4)


def test_a_pot_is_never_less_than_its_parts_or_than_what_is_given():
    model = four(strands=(Strand("small", "Small groups", Decimal(1000)),))
    world = at_budget(model)
    world.when(c.ChangeDetail(Detail.POT, "900", why=WHY)).then_refused(No.STRANDS_OVER_POT)
    world.when(c.ChangeDetail(Detail.POT, "1600", strand="small", why=WHY)).then_refused(No.STRANDS_OVER_POT)
    given_out = at_budget().when(c.RecordDecision("A01", Verdict.FUND))
    given_out.when(c.ChangeDetail(Detail.POT, "900", why=WHY)).then_refused(No.TOO_MUCH_MONEY)


def test_what_was_decided_about_another_ask_is_open_again():
    world = at_budget().when(c.RecordDecision("A01", Verdict.FUND))
    changed = world.when(c.ChangeDetail(Detail.ASKED, "800", "A01", why=WHY))
    assert "A01" not in changed.state.plan.decisions
    assert full_list(changed.state)["A01"].amount == Decimal(800)
    assert not changed.state.trail


def test_an_application_scored_when_it_asked_for_something_else_can_be_looked_at_again():
    world = scored({1: 4}).press_until(Phase.REVEAL)
    world = world.when(c.ChangeDetail(Detail.ASKED, "800", "A01", why=WHY))
    again = world.when(c.LookAgain(world.state.plan.position, refs=("A01",)))
    assert [step.ref for step in ahead(again.state) if step.ref] == ["A02", "A01"]


# criteria and the rule


def test_criteria_and_the_rule_can_be_put_right_until_the_first_score_opens():
    world = doors_open().press_until(Phase.READ)
    heavier = tuple(replace(one, weight=Decimal(2)) for one in world.state.model.criteria)
    rule = replace(world.state.model.consensus, rounds=2)
    changed = world.when(c.ChangeCriteria(heavier, world.state.model.scale, WHY))
    changed = changed.when(c.ChangeRule(rule, ("smaller-ask",), 4, WHY))
    assert changed.state.model.criteria == heavier
    assert (changed.state.model.consensus.rounds, changed.state.model.quorum) == (2, 4)
    assert told(changed)[0] == (
        "changed-criteria",
        "Question 1? (× 1); Question 2? (× 1)",
        "Question 1? (× 2); Question 2? (× 2)",
    )
    assert told(changed)[1][1:] == (
        "rounds = 3; ties = fewer-low-scores, smaller-ask; quorum = 1",
        "rounds = 2; ties = smaller-ask; quorum = 4",
    )
    opened = changed.press()
    opened.when(c.ChangeCriteria(world.state.model.criteria, world.state.model.scale, WHY)).then_refused(
        No.SCORING_HAS_BEGUN
    )
    opened.when(c.ChangeRule(world.state.model.consensus, (), 1, WHY)).then_refused(No.SCORING_HAS_BEGUN)
    undone = opened.when(c.Undo(opened.state.plan.position))
    undone.when(c.ChangeRule(world.state.model.consensus, (), 1, WHY)).then_refused(No.SCORING_HAS_BEGUN)


def test_criteria_that_nothing_could_be_scored_by_are_refused():
    world = doors_open(session(ties=("criterion:c1",)))
    scale = world.state.model.scale
    for those in ((), (Criterion("c1", "", scale),), (Criterion("c1", "Q?", scale, counted=False),)):
        world.when(c.ChangeCriteria(those, scale, WHY)).then_refused(No.NOT_THAT_DETAIL)
    world.when(c.ChangeCriteria((Criterion("new", "Q?", scale),), scale, WHY)).then_refused(No.TIES_NEED_IT)


# an application that is not decided on


@pytest.mark.parametrize("how", Standing)
@pytest.mark.parametrize(
    "phase",
    [
        Phase.INTRODUCE,
        Phase.READ,
        Phase.SCORE,
        Phase.CLOSED,
        Phase.REVEAL,
        Phase.TALK,
        Phase.BALLOT,
        Phase.OUTCOME,
        Phase.DECISION,
    ],
)
def test_set_aside_at_any_phase_the_room_moves_on_and_nothing_open_is_shown(how, phase):
    early = phase in (Phase.INTRODUCE, Phase.READ)
    begun = doors_open(four()) if early else scored(SAME, four())
    world = begun.press_until(phase)
    revealed = world.state.scoring.get("A01") is not None and world.state.scoring["A01"].revealed
    gone = world.when(c.SetApplicationAside("A01", how, "rule 4"))
    assert gone.refused is None
    assert (gone.state.application, gone.state.plan.phase) == ("A02", Phase.INTRODUCE)
    assert gone.state.open_round is None
    assert all(one.void or not one.open for one in gone.state.rounds.get("A01", ()))
    assert (gone.state.scoring.get("A01") is not None and gone.state.scoring["A01"].revealed) == revealed
    assert not gone.state.trail
    assert gone.state.interventions[-1].what == how.value
    assert "“Title 1”. " in phone(gone).message
    assert phone(gone).message in wall(gone).stepping_out
    assert audit(gone.history) is None
    gone.when(c.Undo(gone.state.plan.position)).then_refused(No.NOTHING_TO_UNDO)


def test_an_open_ballot_is_void_and_open_scoring_is_closed():
    voting = scored(SAME, four()).press_until(Phase.BALLOT)
    gone = voting.when(c.SetApplicationAside("A01", Standing.WITHDRAWN, WHY))
    assert isinstance(gone.happened[0], e.RoundVoided)
    scoring = scoring_open(four()).when(c.SetApplicationAside("A01", Standing.WITHDRAWN, WHY))
    assert isinstance(scoring.happened[0], e.ScoringClosed)
    scoring.when(c.GiveAnswer(1, "A01", "c1", None, "late", 1)).then_refused(No.SET_ASIDE)


def test_set_aside_it_is_in_no_count_rank_sum_or_list():
    world = at_budget(four())
    gone = world.when(c.SetApplicationAside("A01", Standing.WITHDRAWN, WHY))
    state = gone.state
    assert "A01" in order_of(world.state)
    for refs in (
        order_of(state),
        all_unheard(state),
        full_list(state),
        own_scores(state),
        pots(state)[-1].order,
    ):
        assert "A01" not in tuple(refs)
    assert wall(gone.press_until(Phase.CLOSING, tally=YES)).rows[-1] == (
        "Title 1",
        "withdrawn by its applicant",
    )
    assert "not this time" not in dict(phone(gone.press_until(Phase.CLOSING, tally=YES)).decisions)["Title 1"]


def test_the_wall_counts_the_others_only():
    world = doors_open(four()).press_until(Phase.NOTE)
    before = " ".join(wall(world).lines)
    gone = world.when(c.SetApplicationAside("A03", Standing.NOT_ELIGIBLE, "rule 4"))
    after = " ".join(wall(gone).lines)
    assert ("4 applications" in before, "3 applications" in after) == (True, True)
    assert wall(gone.press_until(Phase.INTRODUCE)).frame.title == "Application 1 of 3"


def test_a_line_stays_below_the_same_applications_as_before():
    world = at_budget(four()).when(c.ChangeDetail(Detail.POT, "100000", why=WHY))
    world = world.when(c.MoveLine(2))
    first, second, *_ = order_of(world.state)
    gone = world.when(c.SetApplicationAside(first, Standing.WITHDRAWN, WHY))
    assert [ref for ref, one in full_list(gone.state).items() if one.funded] == [second]
    assert audit(gone.history) is None


def test_set_aside_during_a_break_the_break_goes_on_and_then_the_next_one_comes():
    world = scoring_open(four()).when(c.TakeBreak(10))
    gone = world.when(c.SetApplicationAside("A01", Standing.WITHDRAWN, WHY))
    assert gone.state.plan.pause is not None
    assert "Next: Application 1 of 3" in wall(gone).lines
    back = gone.press()
    assert (back.state.application, back.state.plan.phase, back.state.plan.pause) == (
        "A02",
        Phase.INTRODUCE,
        None,
    )
    assert audit(back.history) is None


def test_where_nothing_follows_it_the_day_does_not_end_by_itself():
    model = four()
    steps = tuple(step for step in model.steps if step.kind is StepKind.APPLICATION)
    world = scoring_open(replace(model, steps=steps))
    for ref in ("A02", "A03", "A04", "A01"):
        world = world.when(c.SetApplicationAside(ref, Standing.WITHDRAWN, WHY))
    world.then_refused(No.THE_ONLY_ONE)
    three = scoring_open(replace(model, steps=steps[:1])).when(
        c.SetApplicationAside("A01", Standing.WITHDRAWN, WHY)
    )
    assert (three.state.plan.phase, three.state.ended) == (Phase.CLOSING, False)
    assert audit(three.history) is None


def test_the_rule_has_to_be_named_and_a_confirmed_list_stands():
    doors_open(four()).when(c.SetApplicationAside("A01", Standing.NOT_ELIGIBLE)).then_refused(No.RULE_NEEDED)
    world = at_budget().press_until(Phase.CONFIRMED, tally=YES)
    world.when(c.SetApplicationAside("A01", Standing.WITHDRAWN, WHY)).then_refused(No.CONFIRMED_MONEY)


def test_what_was_set_aside_cannot_be_gone_to_scored_or_decided():
    world = doors_open(four()).press_until(Phase.READ)
    gone = world.when(c.SetApplicationAside("A02", Standing.WITHDRAWN, WHY))
    key = next(step.key for step in gone.state.steps if step.ref == "A02")
    gone.when(c.JumpTo(gone.state.plan.position, key)).then_refused(No.SET_ASIDE)
    gone.when(c.RecordDecision("A02", Verdict.FUND)).then_refused(No.SET_ASIDE)
    gone.when(c.StepOut(1, "A02")).then_refused(No.SET_ASIDE)
    assert "A02" not in {step.ref for step in ahead(gone.state)}


def test_brought_back_it_counts_again_where_it_stood_and_is_heard_if_it_was_not():
    world = scoring_open(four()).when(c.SetApplicationAside("A01", Standing.WITHDRAWN, WHY))
    back = world.when(c.BringBack("A01", "the wrong row"))
    assert [one.ref for one in back.state.model.applications] == ["A01", "A02", "A03", "A04"]
    assert [step.ref for step in ahead(back.state) if step.ref] == ["A03", "A04", "A01"]
    assert audit(back.history) is None
    later = doors_open(four()).when(c.SetApplicationAside("A03", Standing.WITHDRAWN, WHY))
    later = later.when(c.BringBack("A03", "the wrong row"))
    assert [step.ref for step in ahead(later.state) if step.ref] == ["A01", "A02", "A03", "A04"]


# a late application


def late(**more) -> c.AddApplication:
    return c.AddApplication("Late Lunches", Decimal(700), organisation="Late Group", why=WHY, **more)


def test_a_late_application_gets_the_next_ref_and_comes_last_before_the_pot_is_divided():
    world = doors_open(four()).press_until(Phase.READ)
    world = world.when(c.SetApplicationAside("A04", Standing.WITHDRAWN, WHY)).when(late())
    assert world.state.model.applications[-1].ref == "A05"
    kinds = [(step.kind, step.ref) for step in ahead(world.state)]
    place = kinds.index((StepKind.APPLICATION, "A05"))
    assert (StepKind.BUDGET, "") in kinds[place:]
    assert not any(kind is StepKind.APPLICATION for kind, _ in kinds[place + 1 :])
    assert audit(world.history) is None


@pytest.mark.parametrize(
    ("used", "ref"),
    [
        (("A01", "A02"), "A03"),
        (("A08", "A09", "B1"), "A10"),
        (("7", "12"), "13"),
        (("A99",), "A100"),
        (("360G-trust-391", "360G-trust-12", "a06G00MU"), "A04"),
        (("360G-trust-391", "A02"), "A03"),
    ],
)
def test_the_next_ref_is_one_of_ours_and_was_never_used(used, ref):
    assert next_ref(used) == ref


def test_in_a_shuffled_order_it_still_comes_last():
    model = four()
    shuffled = replace(model, applications=model.applications[::-1], order="shuffled", seed=7)
    world = doors_open(shuffled).when(late())
    assert world.state.model.applications[-1].ref == "A05"


def test_it_is_taken_in_until_the_budget_opens():
    world = at_budget()
    world.when(late()).then_refused(No.BUDGET_OPEN)
    back = world.when(c.Undo(world.state.plan.position))
    assert back.when(late()).refused is None


@pytest.mark.parametrize(
    ("order", "code"),
    [
        (late(ref="a02"), No.REF_USED),
        (late(ref="../x"), No.NOT_THAT_DETAIL),
        (late(strand="nowhere"), No.NO_SUCH_DETAIL),
        (late(least=Decimal(900)), No.ABOVE_ASK),
        (c.AddApplication("", Decimal(3), why=WHY), No.NOT_THAT_DETAIL),
        (c.AddApplication("T", Decimal(0), why=WHY), No.NOT_THAT_DETAIL),
        (c.AddApplication("T", Decimal(3)), No.WHY_NEEDED),
    ],
)
def test_what_is_no_application_is_not_taken_in(order, code):
    doors_open(four()).when(order).then_refused(code)


def test_everyone_is_asked_at_once_whether_they_stand_too_close():
    world = doors_open(four()).press_until(Phase.READ).when(late())
    asked = phone(world)
    assert (type(asked).__name__, asked.late, asked.about.title) == ("SteppingOut", True, "Late Lunches")
    out = world.when(c.StepOut(1, "A05"))
    clear = world.when(c.SayNoConflict(2, "A05"))
    assert type(phone(out, 1)).__name__ == type(phone(clear, 2)).__name__ == "Wait"
    assert phone(clear, 3).late
    assert out.state.conflicts[1, "A05"].declared is e.Declared.ON_THE_DAY
    clear.when(c.SayNoConflict(2, "A05")).then()
    assert audit(clear.history) is None


def test_nobody_is_asked_in_the_middle_of_scoring():
    world = scoring_open(four()).when(late())
    assert type(phone(world)).__name__ == "Score"


def test_undo_never_loses_a_late_application():
    world = doors_open(four()).press_until(Phase.READ).when(late()).press()
    undone = world.when(c.Undo(world.state.plan.position))
    assert "A05" in {step.ref for step in undone.state.steps}


# a conflict taken back


@pytest.mark.parametrize("declared", ["before", "on the day"])
def test_a_conflict_is_never_taken_back_by_one_tap_and_the_register_keeps_it(declared):
    model = session()
    if declared == "before":
        members = (replace(model.members[0], conflicts=("A01",)), *model.members[1:])
        world = doors_open(replace(model, members=members)).press_until(Phase.INTRODUCE)
    else:
        world = doors_open(model).press_until(Phase.INTRODUCE).when(c.StepOut(1, "A01"))
    code = No.ASK_AGAIN_DECLARED_BEFORE if declared == "before" else No.ASK_AGAIN_CONFLICT
    world.when(c.ComeBack(1, "A01")).then_refused(code)
    back = world.when(c.ComeBack(1, "A01", sure=True, why="another Jo"))
    [kept] = back.state.taken_back
    assert (kept.seat, kept.application, kept.declared, kept.why) == (1, "A01", declared, "another Jo")
    assert back.state.interventions[-1].what == "conflict-taken-back"
    assert (1, "A01") not in back.state.conflicts
    assert audit(back.history) is None


# the plan, before anybody has a seat


def test_until_somebody_has_a_seat_each_start_takes_the_plan_as_it_is():
    world = World().when(c.OpenDoors(session())).when(c.OpenDoors(session(applications=3, seats=4)))
    assert len(world.state.model.applications) == 3
    assert list(world.state.seats) == [1, 2, 3, 4]
    world.when(c.OpenDoors(session(applications=3, seats=4))).then()
    seated = world.when(c.TakePaperSeat(2))
    seated.when(c.OpenDoors(session())).then()
    assert audit(seated.history) is None
    lied = [*seated.history, e.Stamped(seated.clock, e.DoorsOpened(session()))]
    assert audit(lied) == len(lied) - 1


def test_cards_printed_before_stay_good_when_the_plan_is_taken_anew():
    cards = tuple(e.Card(n, f"code{n}", f"key{n}") for n in range(1, 7))
    world = World().when(c.PrintCards(cards)).when(c.OpenDoors(session()))
    world = world.when(c.OpenDoors(session(applications=3)))
    assert world.when(c.TakeSeatByCard("code3", "phone")).happened == (e.SeatTaken(3, "phone"),)


def test_what_was_put_right_at_the_wall_before_the_first_seat_is_not_lost_at_the_next_start():
    world = World().when(c.OpenDoors(session()))
    world = world.when(c.ChangeDetail(Detail.TITLE, "Thursdays", "A01", why=WHY))
    assert (
        world.when(c.OpenDoors(session(applications=3))).state.model.application("A01").title == "Thursdays"
    )


# any day


@given(DAYS)
@settings(max_examples=150, deadline=None)
def test_whatever_is_set_aside_is_in_nothing_that_is_decided(orders):
    world = live(orders)
    state = world.state
    gone = {one.application.ref for one in state.model.aside}
    counted = {one.ref for one in state.model.applications}
    assert not gone & counted
    assert not gone & {step.ref for step in ahead(state)}
    assert set(full_list(state)) == counted
    if not state.confirmed:
        assert not gone & set(state.plan.decisions)
    assert {one.ref for one in state.model.every_application} == gone | counted
    assert fold(world.history) == state
    poster(state, world.clock, Outside())
    for seat in state.seats:
        page(state, seat, world.clock, Ask(), Mine())
