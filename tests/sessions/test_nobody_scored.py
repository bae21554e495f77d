"""What nobody has scored is never passed over, funded or confirmed without a word."""

from sessions import commands as c
from sessions import events as e
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from sessions.model.refusals import No
from sessions.results.budget import full_list, pots
from tests.sessions.dividing import YES, a_panel, application
from tests.sessions.worlds import World, scored


def after_the_first() -> World:
    """Hear A of three the pot would pay for, and stand at its decision."""
    model = a_panel(*(application(ref, 100) for ref in "ABC"), pot=300)
    return scored(dict.fromkeys(range(1, 7), 4), model).press_until(Phase.DECISION, tally=YES)


def jump(world: World, *, sure: bool) -> World:
    budget = next(step.key for step in world.state.steps if step.kind == "budget")
    return world.when(c.JumpTo(world.state.plan.position, budget, sure))


def dividing_early() -> World:
    return jump(after_the_first(), sure=True).press_until(Phase.BUDGET)


def test_a_jump_past_applications_says_how_many_nobody_has_scored_beside_the_break():
    refused = jump(after_the_first(), sure=False).then_refused(No.ASK_AGAIN_UNSCORED_BREAK).refused
    assert refused.asks_again
    assert "nobody has scored (2)" in refused.sentence
    assert "a break" in refused.sentence


def test_a_jump_past_one_application_says_so_where_no_break_is_left_out():
    world = after_the_first()
    steps = [step for step in world.state.steps if step.kind != "break"]
    world = world.after(e.StepSkipped(next(s.key for s in world.state.steps if s.kind == "break")))
    last = next(step.key for step in steps if step.ref == "C")
    refused = world.when(c.JumpTo(world.state.plan.position, last)).then_refused(No.ASK_AGAIN_UNSCORED)
    assert "nobody has scored (1)" in refused.refused.sentence


def test_to_leave_an_application_before_it_is_scored_is_to_pass_it_over():
    world = after_the_first()
    following = next(step.key for step in world.state.steps if step.ref == "B")
    world = world.when(c.JumpTo(world.state.plan.position, following))
    budget = next(step.key for step in world.state.steps if step.kind == "budget")
    refused = jump(world, sure=False).then_refused(No.ASK_AGAIN_UNSCORED_BREAK).refused
    assert "nobody has scored (2)" in refused.sentence, "B, where we are, and C"
    gone = jump(world, sure=True)
    assert gone.state.step.key == budget
    assert following in gone.state.plan.skipped
    assert ("step-skipped", "B") in [(one.what, one.application) for one in gone.state.interventions]
    back = gone.when(c.JumpTo(gone.state.plan.position, following))
    assert back.state.step.key == following
    assert following not in back.state.plan.skipped


def test_to_leave_one_that_was_scored_is_not_to_pass_it_over():
    world = after_the_first()
    last = next(step.key for step in world.state.steps if step.ref == "B")
    assert world.state.application == "A"
    world = world.when(c.JumpTo(world.state.plan.position, last))
    assert not world.state.plan.skipped


def test_a_jump_past_none_is_not_asked_about():
    world = after_the_first()
    following = next(step.key for step in world.state.steps if step.ref == "B")
    world = world.when(c.JumpTo(world.state.plan.position, following))
    assert world.refused is None, world.refused


def test_the_line_stops_above_what_nobody_has_scored():
    world = dividing_early()
    assert pots(world.state)[-1].line == 1
    assert {ref for ref, one in full_list(world.state).items() if one.funded} == {"A"}


def test_the_line_is_not_moved_below_what_nobody_has_scored():
    dividing_early().when(c.MoveLine(2)).then_refused(No.NOT_SCORED)


def test_a_recorded_decision_funds_it_all_the_same():
    world = dividing_early().when(c.RecordDecision("B", Verdict.FUND))
    assert {ref for ref, one in full_list(world.state).items() if one.funded} == {"A", "B"}
    assert world.when(c.MoveLine(2)).refused is None


def test_confirming_says_how_many_nobody_has_scored():
    world = dividing_early()
    refused = world.press(sure=False).then_refused(No.ASK_AGAIN_CONFIRM_UNSCORED).refused
    assert refused.asks_again
    assert "(2)" in refused.sentence

    listed = world.press().state.plan.decisions
    assert [listed[ref].verdict for ref in "ABC"] == [Verdict.FUND, Verdict.NOT_NOW, Verdict.NOT_NOW]
