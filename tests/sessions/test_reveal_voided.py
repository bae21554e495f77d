"""Scores that were shown can be set aside, with a reason, and given again; nothing is wiped and nobody singled out."""

import pytest

from sessions import commands as c
from sessions import events as e
from sessions.audit import audit
from sessions.model.answers import score
from sessions.model.phases import Phase
from sessions.model.refusals import No
from sessions.results.budget import unheard
from sessions.views.desk.choice_lists import to_void
from sessions.views.desk.choices import Void
from sessions.views.phone.current_page import Mine, page
from sessions.views.shapes import shapes
from sessions.views.wall.current_poster import Outside, poster
from tests.sessions.test_history import ASKS
from tests.sessions.worlds import scored

EVERYONE = {1: 4, 2: 2, 3: 5, 4: 4, 5: 1, 6: 3}
WHY = "we were shown them before Ann had finished"


def shown(values=None):
    return scored(EVERYONE if values is None else values).press_until(Phase.REVEAL)


def set_aside(world):
    return world.when(c.VoidReveal(WHY))


@pytest.mark.parametrize("phase", [Phase.REVEAL, Phase.TALK])
def test_shown_scores_are_set_aside_with_a_reason_and_scoring_is_open_again(phase):
    world = scored(EVERYONE).press_until(phase)
    assert to_void(world.state) is Void.SCORES
    world.when(c.VoidReveal("")).then_refused(No.WHY_NEEDED)
    again = set_aside(world).then(e.RevealVoided("A01", WHY))
    assert again.state.plan.phase is Phase.SCORE
    assert [(one.what, one.why) for one in again.state.interventions] == [("reveal-voided", WHY)]
    assert audit(again.history) is None


def test_what_was_given_stands_until_its_member_changes_it_and_each_hands_in_anew():
    again = set_aside(shown())
    assert again.state.scoring["A01"].cells == shown().state.scoring["A01"].cells
    assert not again.state.scoring["A01"].handed_in
    changed = again.answer(2, 5, revision=2).when(c.HandIn(2, "A01")).press_until(Phase.REVEAL)
    assert changed.state.scoring["A01"].sheets[2]["c1"] == score(5)
    assert changed.state.scoring["A01"].sheets[1]["c1"] == score(4)
    assert audit(changed.history) is None


def test_until_they_are_shown_again_nothing_is_ranked_by_them_and_nobody_may_correct_them():
    world = shown()
    assert not unheard(world.state, "A01")
    again = set_aside(world)
    assert unheard(again.state, "A01")
    again.when(c.Correct(1, "A01", "c1", score(2), "a slip of the pen")).then_refused(No.SCORING_OPEN)


def test_what_was_set_aside_does_not_come_back_by_undo_and_may_be_set_aside_once_more():
    again = set_aside(shown())
    again.when(c.Undo(again.state.plan.position)).then_refused(No.NOTHING_TO_UNDO)
    twice = set_aside(again.press_until(Phase.REVEAL))
    assert twice.state.scoring["A01"].voided == (WHY, WHY)


def test_a_ballot_goes_first():
    """Scores that were voted on stand until the ballot on them is set aside."""
    voted = shown().press_until(Phase.OUTCOME, tally=c.Tally((0, 0, 0, 0, 6), 0))
    assert to_void(voted.state) is Void.BALLOT
    set_aside(voted).then_refused(No.NO_ROUND_TO_VOID)
    free = voted.when(c.VoidRound("we misread it"))
    assert to_void(free.state) is Void.SCORES
    assert set_aside(free).state.plan.phase is Phase.SCORE


@pytest.mark.parametrize("phase", [Phase.INTRODUCE, Phase.SCORE, Phase.CLOSED, Phase.OUTCOME, Phase.BUDGET])
def test_where_no_scores_were_just_shown_there_is_nothing_to_set_aside(phase):
    world = scored(EVERYONE)
    if phase is Phase.INTRODUCE:
        world = world.press_until(Phase.DECISION, tally=c.Tally((0, 0, 0, 0, 6), 0)).press()
    set_aside(world.press_until(phase, tally=c.Tally((0, 0, 0, 0, 6), 0))).then_refused(No.NO_ROUND_TO_VOID)


def test_whoever_steps_out_between_two_reveals_is_not_told_apart_by_them():
    """The second shapes are drawn from the same people's scores as the first, as they are when nothing is set aside."""
    first = shown()
    drawn = shapes(first.state, "A01")
    second = set_aside(first).when(c.StepOut(5, "A01")).press_until(Phase.REVEAL)
    assert shapes(second.state, "A01") == drawn
    assert 5 not in second.state.scoring["A01"].sheets


def test_whoever_was_out_before_the_first_reveal_is_in_neither():
    world = scored(EVERYONE).when(c.StepOut(5, "A01")).press_until(Phase.REVEAL)
    again = set_aside(world).press_until(Phase.REVEAL)
    assert 5 not in again.state.scoring["A01"].shown_sheets


@pytest.mark.parametrize("changed", range(7))
def test_the_bars_move_only_with_five_or_more(changed):
    """Ann alone had not finished, and all know it: were the bars to move with her alone, they would tell her score."""
    first = shown()
    drawn = shapes(first.state, "A01")
    world = set_aside(first)
    for seat in range(1, changed + 1):
        world = world.answer(seat, 1 + EVERYONE[seat] % 5, revision=2)
    second = world.press_until(Phase.REVEAL)
    again = shapes(second.state, "A01")
    assert (again == drawn) == (changed < 5)
    assert second.state.scoring["A01"].sheets == world.state.scoring["A01"].sheets
    looked = poster(second.state, second.clock, Outside())
    assert "fewer than five" in looked.summary
    assert looked.shapes == again


def test_a_member_who_was_missing_at_the_first_reveal_is_not_told_by_the_second():
    told = set()
    for value in range(1, 6):
        six = set_aside(shown({seat: EVERYONE[seat] for seat in range(1, 6)}))
        second = six.answer(6, value).press_until(Phase.REVEAL)
        wall_says = poster(second.state, second.clock, Outside())
        phone_says = page(second.state, 1, second.clock, ASKS[0], Mine())
        told.add(repr((wall_says, phone_says)))
    assert len(told) == 1


def test_four_and_then_two_are_six_who_changed():
    """What counts is how far the bars would move from those the room saw, however often they were set aside."""
    first = shown()
    drawn = shapes(first.state, "A01")
    world = set_aside(first)
    for seat in range(1, 5):
        world = world.answer(seat, 1 + EVERYONE[seat] % 5, revision=2)
    second = world.press_until(Phase.REVEAL)
    assert shapes(second.state, "A01") == drawn
    world = set_aside(second)
    for seat in (5, 6):
        world = world.answer(seat, 1 + EVERYONE[seat] % 5, revision=2)
    third = world.press_until(Phase.REVEAL)
    assert shapes(third.state, "A01") != drawn


def test_what_was_too_little_to_be_drawn_is_drawn_once_five_have_scored():
    four = shown({seat: EVERYONE[seat] for seat in range(1, 5)})
    assert not shapes(four.state, "A01")[0].bars
    five = set_aside(four).answer(5, 1).press_until(Phase.REVEAL)
    assert shapes(five.state, "A01")[0].bars


def test_a_phone_asks_its_member_to_look_again_and_tells_nobody_elses_answer():
    again = set_aside(shown())
    asked = page(again.state, 1, again.clock, ASKS[0], Mine())
    assert "score this one again" in asked.message
    other = set_aside(shown({**EVERYONE, 2: 1}))
    assert page(other.state, 1, other.clock, ASKS[0], Mine()) == asked
    done = again.when(c.HandIn(1, "A01"))
    assert not page(done.state, 1, done.clock, ASKS[0], Mine()).message


def test_left_before_they_were_shown_again_it_is_the_same_seats_that_score_when_the_room_comes_back():
    """Whoever has gone home meanwhile gave scores that the room has seen: they are not lost."""
    first = shown()
    other = next(step.key for step in first.state.steps if step.ref == "A02")
    back = next(step.key for step in first.state.steps if step.ref == "A01")
    closed = set_aside(first).press_until(Phase.CLOSED)
    away = closed.when(c.JumpTo(closed.state.plan.position, other, sure=True))
    gone = away.when(c.LeaveEarly(5))
    assert gone.refused is None
    here = gone.when(c.JumpTo(gone.state.plan.position, back, sure=True))
    again = here.press_until(Phase.SCORE)
    assert again.state.scoring["A01"].electorate == first.state.scoring["A01"].electorate
    second = again.press_until(Phase.REVEAL)
    assert second.state.scoring["A01"].sheets == first.state.scoring["A01"].sheets
    assert audit(second.history) is None
    others = again.happened[0].electorate[1:]
    forged = (*here.history, *here.press_until(Phase.READ).history[len(here.history) :])
    assert audit((*forged, e.Stamped(again.clock, e.ScoringOpened("A01", others)))) == len(forged)


@pytest.mark.parametrize("order", [c.VoidReveal, c.VoidRound])
def test_what_another_desk_has_moved_on_from_is_not_taken_for_what_is_up_now(order):
    """A reason takes a while to write; by then the scores that are up may be another application's."""
    tally = c.Tally((0, 0, 0, 0, 6), 0)
    asked = shown()
    there = asked.state.plan.position
    voted = asked.press_until(Phase.OUTCOME, tally=tally)
    if order is c.VoidRound:
        there = voted.state.plan.position
    world = voted.press_until(Phase.DECISION, tally=tally).press().press_until(Phase.SCORE)
    for seat, value in EVERYONE.items():
        world = world.answer(seat, value, sending=f"again-{seat}")
    world = world.press_until(Phase.REVEAL if order is c.VoidReveal else Phase.OUTCOME, tally=tally)
    assert world.state.application == "A02"
    world.when(order(WHY, there)).then_refused(No.MOVED_ON)
    assert world.when(order(WHY, world.state.plan.position)).happened
