"""The agenda is the panel's to change, as far as it is still to come; a break is never taken away silently."""

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from sessions import commands as c
from sessions import events as e
from sessions.audit import audit
from sessions.model.phases import Phase
from sessions.model.refusals import No
from sessions.model.session import Step, StepKind
from sessions.schedule.delay import retiming
from sessions.state.days import ahead
from tests.sessions.clocked import AGREED, SHORT, arriving
from tests.sessions.days import DAYS, live
from tests.sessions.worlds import doors_open, session


def started(key="A01"):
    return arriving(SHORT).at("10:00").on_to(key)


def coming(world):
    return [step.key for step in ahead(world.state)]


def acts(world):
    return [(one.what, one.application) for one in world.state.interventions]


def test_a_line_is_put_in_after_the_one_we_are_at():
    world = started()
    world = world.when(c.AddStep(world.state.plan.position, StepKind.NOTE, 5, "A word from the mayor"))
    world.then(e.StepAdded(Step("added-1", StepKind.NOTE, 5, "A word from the mayor"), "A01"))
    assert coming(world)[:2] == ["added-1", "A02"]
    assert world.home == "11:45"
    assert acts(world) == [("step-added", "")]
    assert world.on_to("added-1").state.plan.phase is Phase.NOTE


def test_a_line_can_be_put_in_before_the_day_begins():
    world = arriving(SHORT)
    world = world.when(c.AddStep(world.state.plan.position, StepKind.NOTE, 5))
    assert coming(world)[:2] == ["added-1", "welcome"]


@pytest.mark.parametrize(
    ("kind", "minutes", "ref", "after", "code"),
    [
        (StepKind.NOTE, 0, "", "", No.NOT_NOW),
        (StepKind.NOTE, 999, "", "", No.NOT_NOW),
        (StepKind.NOTE, 5, "", "welcome", No.NOT_NOW),
        (StepKind.NOTE, 5, "", "nowhere", No.NOT_NOW),
        (StepKind.NOTE, 5, "A01", "", No.NO_SUCH_APPLICATION),
        (StepKind.APPLICATION, 5, "", "", No.NO_SUCH_APPLICATION),
        (StepKind.APPLICATION, 5, "A99", "", No.NO_SUCH_APPLICATION),
        (StepKind.APPLICATION, 5, "A01", "budget", No.AGENDA_ORDER),
        (StepKind.NOTE, 5, "", "closing", No.AGENDA_ORDER),
    ],
)
def test_a_line_that_makes_no_sense_is_refused(kind, minutes, ref, after, code):
    world = started()
    world.when(c.AddStep(world.state.plan.position, kind, minutes, "", ref, after)).then_refused(code)


def test_a_line_to_come_is_moved_and_the_panel_is_told():
    world = started()
    world = world.when(c.MoveStep(world.state.plan.position, "A03", "A01"))
    assert coming(world) == ["A03", "A02", "break1", "budget", "closing"]
    assert acts(world) == [("step-moved", "A03")]


@pytest.mark.parametrize(
    ("step", "after", "code"),
    [
        ("welcome", "A02", No.NOT_NOW),
        ("A01", "A02", No.NOT_NOW),
        ("A02", "welcome", No.NOT_NOW),
        ("A02", "A02", No.NOT_NOW),
        ("A02", "budget", No.AGENDA_ORDER),
        ("break1", "closing", No.AGENDA_ORDER),
        ("closing", "A02", No.AGENDA_ORDER),
        ("budget", "A01", No.AGENDA_ORDER),
    ],
)
def test_what_is_past_stays_and_the_day_keeps_its_sense(step, after, code):
    world = started()
    world.when(c.MoveStep(world.state.plan.position, step, after)).then_refused(code)


def test_an_application_is_left_out_and_can_be_returned_to():
    world = started()
    world = world.when(c.SkipStep(world.state.plan.position, "A02"))
    assert (coming(world), acts(world)) == (["break1", "A03", "budget", "closing"], [("step-skipped", "A02")])
    assert world.home == "11:25"
    back = world.through("A01")
    back = back.when(c.JumpTo(back.state.plan.position, "A02"))
    assert back.state.step.key == "A02"
    assert coming(back) == ["break1", "A03", "budget", "closing"]


def test_leaving_a_break_out_asks_once_more_and_is_told():
    world = started()
    world.when(c.SkipStep(world.state.plan.position, "break1")).then_refused(No.ASK_AGAIN_BREAK)
    world = world.when(c.SkipStep(world.state.plan.position, "break1", sure=True))
    assert acts(world) == [("break-skipped", "")]
    assert "break1" not in coming(world)


def test_going_past_a_break_asks_once_more_and_is_told():
    world = started().through("A01")
    world.when(c.JumpTo(world.state.plan.position, "A03")).then_refused(No.ASK_AGAIN_UNSCORED_BREAK)
    world = world.when(c.JumpTo(world.state.plan.position, "A03", sure=True))
    world.then(e.StepStarted("A03", ("A02", "break1")))
    assert acts(world) == [("step-skipped", "A02"), ("break-skipped", "")]


def test_after_a_look_at_an_earlier_line_the_day_goes_on_where_it_was():
    world = started("A02").through("A02")
    world = world.when(c.JumpTo(world.state.plan.position, "welcome"))
    assert world.press().state.step.key == "break1"


def test_an_application_that_was_not_scored_is_still_to_come():
    world = started("A01")
    world = world.when(c.JumpTo(world.state.plan.position, "welcome"))
    assert world.press().state.step.key == "A01"


def test_every_change_of_the_agenda_can_be_taken_back():
    world = started()
    position = world.state.plan.position
    orders = (
        c.AddStep(position, StepKind.BREAK, 10),
        c.MoveStep(position, "A03", "A01"),
        c.SkipStep(position, "break1", sure=True),
        c.Retime(position, {"A02": 9}),
    )
    for order in orders:
        changed = world.when(order)
        assert ahead(changed.state) != ahead(world.state)
        back = changed.when(c.Undo(position))
        assert ahead(back.state) == ahead(world.state)
        assert back.state.plan.position == position


def test_a_jump_that_is_taken_back_brings_the_break_back():
    world = started()
    jumped = world.when(c.JumpTo(world.state.plan.position, "A03", sure=True))
    back = jumped.when(c.Undo(jumped.state.plan.position))
    assert coming(back) == coming(world)


def test_we_look_again_at_the_first_two_before_we_divide_the_pot():
    world = started("A03").through("A03")
    world = world.when(c.LookAgain(world.state.plan.position))
    assert coming(world) == ["added-1", "added-2", "budget", "closing"]
    assert [(s.ref, s.minutes) for s in ahead(world.state)[:2]] == [("A01", 7), ("A02", 7)]
    again = world.press().press().press()
    assert again.state.application == "A01"
    assert again.state.plan.phase is Phase.REVEAL


def test_what_is_still_to_be_heard_is_not_looked_at_again():
    world = started("A01")
    world = world.when(c.LookAgain(world.state.plan.position))
    assert [step.ref for step in ahead(world.state) if step.key.startswith("added")] == ["A01"]
    world.when(c.LookAgain(world.state.plan.position)).then_refused(No.NOT_NOW)


def test_before_anything_was_heard_there_is_nothing_to_look_at_again():
    world = started("welcome")
    world.when(c.LookAgain(world.state.plan.position)).then_refused(No.NOT_NOW)


def test_the_rest_is_retimed_in_proportion_and_breaks_keep_their_minutes():
    world = started("welcome").at("10:20").on_to("A01")
    suggested = retiming(world.state, world.clock)
    # 10 minutes late; 15 + 15 + 30 + 15 can give 6 + 6 + 12 + 6 = 30: a third of what each has to spare.
    assert suggested == {"A02": 13, "A03": 13, "budget": 26, "closing": 13}
    world = world.when(c.Retime(world.state.plan.position, suggested))
    assert world.home == "11:50"
    assert acts(world) == [("retimed", "")]
    assert retiming(world.state, world.clock) == {}


def test_nothing_is_ever_cut_below_its_floor():
    world = started("welcome").at("11:30").on_to("A01")
    world = world.when(c.Retime(world.state.plan.position, retiming(world.state, world.clock)))
    assert [step.minutes for step in ahead(world.state)] == [9, 10, 9, 18, 9]
    assert retiming(world.state, world.clock) == {}
    world.when(c.Retime(world.state.plan.position, {"A02": 8})).then_refused(No.NOT_NOW)
    world.when(c.Retime(world.state.plan.position, {"break1": 5})).then_refused(No.NOT_NOW)
    world.when(c.Retime(world.state.plan.position, {"welcome": 10})).then_refused(No.NOT_NOW)


def test_going_to_a_line_that_was_left_out_still_asks_about_the_break_before_it():
    world = doors_open(session(applications=4)).press().press()
    here = world.state.plan.position
    rest = next(step for step in ahead(world.state) if step.kind is StepKind.BREAK)
    beyond = ahead(world.state)[ahead(world.state).index(rest) + 1].key
    world = world.when(c.SkipStep(here, beyond, sure=True))
    asked = world.when(c.JumpTo(world.state.plan.position, beyond))
    assert asked.refused.code in (No.ASK_AGAIN_BREAK, No.ASK_AGAIN_UNSCORED_BREAK)
    sure = world.when(c.JumpTo(world.state.plan.position, beyond, sure=True))
    assert "break-skipped" in [one.what for one in sure.state.interventions]


@given(DAYS)
@settings(max_examples=150, deadline=None)
def test_no_order_ever_takes_a_protected_break_away_silently(orders):
    world = live([])
    agreed = {s.key: s.minutes for s in world.state.model.steps if s.kind is StepKind.BREAK}
    for order in orders:
        before, world = world, world.when(order(world))
        kept = {s.key: s.minutes for s in world.state.steps if s.key in agreed}
        assert kept == agreed, "breaks stay in the agenda, at their full length"
        gone = {s.key for s in ahead(before.state)} - {s.key for s in ahead(world.state)}
        here = world.state.step.key if world.state.step else ""
        for key in gone & set(agreed) - {here}:
            told = [one.what for one in world.state.interventions[len(before.state.interventions) :]]
            assert "break-skipped" in told, key


def test_a_day_led_by_the_one_key_takes_every_line_once():
    world = arriving(SHORT).at("10:00")
    heard = []
    while not world.state.ended:
        world = world.press(tally=AGREED)
        if world.state.step and world.state.step.key not in heard[-1:]:
            heard.append(world.state.step.key)
    assert heard == [step.key for step in SHORT.steps]


def without_a_list(*steps):
    """Give a day whose agenda never comes to the list, as session.toml may have it."""
    return replace(session(), steps=steps)


NO_LIST = (
    Step("welcome", StepKind.WELCOME, 5),
    Step("a1", StepKind.APPLICATION, 15, ref="A01"),
    Step("a2", StepKind.APPLICATION, 15, ref="A02"),
    Step("closing", StepKind.CLOSING, 10),
)


def put_list(world):
    return world.when(c.PutList(world.state.plan.position))


def to_the_end(world):
    seen = []
    while not world.state.ended:
        world = world.press(tally=c.Tally((0, 0, 0, 0, 6), 0))
        assert world.refused is None, world.refused
        seen.append(world.state.plan.phase)
    return world, seen


@pytest.mark.parametrize("phase", [Phase.ARRIVING, Phase.NOTE, Phase.SCORE, Phase.DECISION])
def test_a_day_whose_agenda_has_no_list_is_given_one_after_the_last_application(phase):
    world = doors_open(without_a_list(*NO_LIST)).press_until(phase, tally=c.Tally((0, 0, 0, 0, 6), 0))
    world = put_list(world)
    assert coming(world)[-2:] == ["added-1", "closing"]
    assert acts(world)[-1] == ("step-added", "")
    world, seen = to_the_end(world)
    assert world.state.confirmed
    assert seen.index(Phase.CONFIRMED) < seen.index(Phase.CLOSING)
    assert audit(world.history) is None


def test_a_list_can_still_be_put_in_on_the_closing_screen_and_the_closing_comes_again():
    world = doors_open(without_a_list(*NO_LIST)).press_until(Phase.CLOSING, tally=c.Tally((0, 0, 0, 0, 6), 0))
    world, seen = to_the_end(put_list(world))
    assert world.state.confirmed
    assert seen == [Phase.BUDGET, Phase.CONFIRMED, Phase.CLOSING, Phase.THANKS]
    assert audit(world.history) is None


def test_a_list_is_put_in_once_and_not_where_there_is_one():
    put_list(started()).then_refused(No.LIST_TO_COME)
    put_list(put_list(doors_open(without_a_list(*NO_LIST)))).then_refused(No.LIST_TO_COME)
    put_list(doors_open().press_until(Phase.CONFIRMED, tally=c.Tally((0, 0, 0, 0, 6), 0))).then_refused(
        No.CONFIRMED_STANDS
    )


def test_a_day_that_would_close_without_a_list_asks_once_more():
    for steps in (NO_LIST, NO_LIST[:-1]):
        world = doors_open(without_a_list(*steps))
        while world.refused is None and not world.state.ended:
            world = world.press(
                sure=world.state.plan.phase is not Phase.DECISION, tally=c.Tally((0, 0, 0, 0, 6), 0)
            )
        world.then_refused(No.ASK_AGAIN_NO_LIST)
        assert world.refused.asks_again
        assert world.state.application == "A02"
        assert world.press().refused is None
