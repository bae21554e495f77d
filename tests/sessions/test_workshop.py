"""A criteria workshop that is left, or come back to: the rules it may no longer change, and what it may not lose."""

from msgspec.structs import replace

from sessions import commands as c
from sessions import events as e
from sessions.audit import audit
from sessions.model.phases import Phase
from sessions.model.refusals import No
from sessions.model.session import Step, StepKind
from sessions.views.wall.current_poster import Outside, poster
from tests.sessions.worlds import World, doors_open, session


def workshop(phase: Phase, *, seats: int = 6) -> World:
    model = session(seats=seats)
    steps = (model.steps[0], Step("w", StepKind.WORKSHOP, 20), *model.steps[1:])
    return doors_open(replace(model, steps=steps)).press_until(phase)


def first(world: World) -> str:
    return next(step.key for step in world.state.steps if step.kind is StepKind.APPLICATION)


def back_at_the_list_with_a_score() -> World:
    """Leave the list as records of earlier days could, score, and take every step back."""
    listed = workshop(Phase.WORKSHOP_LIST)
    world = listed.after(e.StepStarted(first(listed))).press_until(Phase.SCORE).answer(1, 4)
    while world.state.plan.phase is not Phase.WORKSHOP_LIST:
        world = world.when(c.Undo(world.state.plan.position))
        assert world.refused is None
    return world


def test_criteria_stand_once_something_was_scored_even_back_at_the_list():
    world = back_at_the_list_with_a_score()
    before = world.state.model.criteria
    world = world.press()
    assert [type(one) for one in world.happened] == [e.StepStarted]
    assert (world.state.model.criteria, audit(world.history)) == (before, None)


def test_nobody_goes_elsewhere_while_suggestions_are_open_or_the_list_is_made():
    for phase in (Phase.WORKSHOP, Phase.WORKSHOP_LIST, Phase.WORKSHOP_WEIGH):
        world = workshop(phase)
        world.when(c.JumpTo(world.state.plan.position, first(world), sure=True)).then_refused(No.NOT_NOW)


def test_a_workshop_of_too_few_can_be_left():
    world = workshop(Phase.WORKSHOP, seats=4)
    assert world.when(c.JumpTo(world.state.plan.position, first(world), sure=True)).refused is None
    world = back_at_the_list_with_a_score()
    assert world.when(c.JumpTo(world.state.plan.position, first(world), sure=True)).refused is None


def test_a_panel_weighs_its_questions_once_and_a_later_workshop_leaves_the_weights_as_they_are():
    """Two means of nearly the same people, a member more or less, would tell how that one weighed."""
    model = session(seats=6)
    two = (Step("w", StepKind.WORKSHOP, 20), Step("v", StepKind.WORKSHOP, 20))
    world = doors_open(replace(model, steps=(model.steps[0], *two, *model.steps[1:])))
    world = world.press_until(Phase.WORKSHOP_WEIGH)
    weighed = c.Gathered(6, (), ((0, 0, 0, 0, 6), (0, 0, 6, 0, 0)), (0, 0))
    world = world.when(c.Next(world.state.plan.position, sure=True, gathered=weighed))
    weights = [one.weight for one in world.state.model.criteria]
    assert weights == [5, 3]
    again = world.press_until(Phase.WORKSHOP_LIST).press()
    again.then(e.CriteriaAgreed("v", world.state.model.criteria, None))
    assert again.state.plan.phase is Phase.WORKSHOP_SHOWN
    assert [one.weight for one in again.state.model.criteria] == weights
    said = poster(again.state, again.clock, Outside()).lines
    assert any("We weighed our questions before" in line for line in said)
    assert audit(again.history) is None
