"""Two counts of almost the same people give a ballot away; such a ballot is not held."""

from sessions import commands as c
from sessions.phases import Phase
from sessions.refusals import No
from tests.sessions.worlds import World, doors_open, session

UNDECIDED, MOVED = c.Tally((2, 0, 1, 0, 4), 0), c.Tally((4, 0, 1, 0, 2), 0)


def talking_after_one_ballot() -> World:
    world = doors_open(session(seats=8)).press_until(Phase.BALLOT)
    return world.press(tally=UNDECIDED).press()


def test_the_same_people_may_vote_again():
    world = talking_after_one_ballot().press(sure=False)
    assert world.refused is None
    assert world.state.plan.phase is Phase.BALLOT


def test_after_a_declared_conflict_the_room_is_warned_first():
    world = talking_after_one_ballot().when(c.StepOut(3, "A01"))
    asked = world.press(sure=False).then_refused(No.ASK_AGAIN_FEWER)
    assert asked.refused.asks_again
    assert "1 of us" in asked.refused.sentence
    sure = world.press()
    assert sure.state.open_round.electorate == (1, 2, 4, 5, 6, 7, 8)


def test_anything_else_that_changes_few_of_the_voters_is_refused():
    world = talking_after_one_ballot().when(c.StepOut(3, "A01")).press()
    world = world.press(tally=MOVED).press()
    assert world.state.plan.phase is Phase.TALK
    # seat 3 comes back: the second count less the first would be its ballot
    for set_aside in (c.VoidRound("heard too late"), c.VoidRound("and the first"), c.VoidReveal("all anew")):
        world = world.when(set_aside)
        assert world.refused is None
    world = world.press()
    back = world.when(c.JumpTo(world.state.plan.position, world.state.step.key))
    back = back.when(c.ComeBack(3, "A01"))
    assert back.refused is None
    again = back.press_until(Phase.TALK)
    again.press().then_refused(No.TOO_ALIKE)


def test_a_ballot_set_aside_has_been_seen_all_the_same():
    world = doors_open(session(seats=8)).press_until(Phase.BALLOT).press(tally=UNDECIDED)
    world = world.when(c.VoidRound("we misread it")).when(c.StepOut(3, "A01"))
    world.press(sure=False).then_refused(No.ASK_AGAIN_FEWER)


def test_a_ballot_too_small_to_be_kept_gives_nothing_away():
    few = c.Tally((1, 0, 0, 0, 2), 0)
    world = doors_open(session(seats=8)).press_until(Phase.BALLOT).press(tally=few).press()
    world = world.when(c.StepOut(3, "A01"))
    assert world.press(sure=False).refused is None
