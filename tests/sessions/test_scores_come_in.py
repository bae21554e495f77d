"""Scores come in once, can be changed until scoring closes, and only by whom they belong to."""

import pytest

from sessions import commands as c
from sessions import events as e
from sessions.model.answers import Answer, Kind, Source, score
from sessions.model.phases import Phase
from sessions.model.refusals import No
from sessions.results.budget import full_list, ranking
from sessions.results.influence import shaped
from sessions.views.wall.current_poster import Outside, poster
from tests.sessions.worlds import doors_open, scored, scoring_open, session


def test_the_same_sending_again_changes_nothing():
    world = scoring_open().answer(1, 4, sending="one")
    world.answer(1, 4, sending="one").then()


def test_the_same_sending_after_closing_is_answered_as_the_first_was():
    world = scoring_open().answer(1, 4, sending="one").press()
    world.answer(1, 4, sending="one").then()


def test_an_older_answer_never_wins():
    world = scoring_open().answer(1, 4, revision=3).answer(1, 2, revision=2)
    world.then_refused(No.OLDER_ANSWER)
    assert world.state.scoring["A01"].cells[1]["c1"].answer == score(4)


def test_a_mind_changed_replaces_the_answer():
    world = scoring_open().answer(1, 4).answer(1, 2, revision=2)
    assert world.state.scoring["A01"].cells[1]["c1"].answer == score(2)


def test_a_late_answer_is_told_so():
    scoring_open().press().answer(1, 4).then_refused(No.SCORING_CLOSED)


def test_an_answer_before_scoring_opens_is_told_to_wait():
    doors_open().press_until(Phase.READ).answer(1, 4).then_refused(No.NOT_NOW)


@pytest.mark.parametrize("value", [0, 6, -1, 10**30])
def test_a_number_off_the_scale_is_refused(value):
    scoring_open().answer(1, value).then_refused(No.NOT_ON_SCALE)


def test_cannot_say_carries_no_number():
    scoring_open().when(c.GiveAnswer(1, "A01", "c1", Answer(Kind.CANT_SAY, 3), "i", 1)).then_refused(
        No.NOT_ON_SCALE
    )


def test_a_question_of_another_day_is_refused():
    scoring_open().answer(1, 3, "nothing").then_refused(No.NO_SUCH_QUESTION)


def test_handing_in_nothing_is_refused():
    scoring_open().when(c.HandIn(1, "A01")).then_refused(No.NOTHING_ANSWERED)


def test_an_answer_changed_after_handing_in_keeps_the_member_in():
    world = scored({1: 3}).answer(1, 5, revision=2)
    assert world.state.scoring["A01"].handed_in == {1}
    assert world.state.scoring["A01"].cells[1]["c1"].answer == score(5)


def test_staff_cannot_touch_a_score_while_scoring_is_open():
    world = scored({1: 3})
    world.when(c.Correct(1, "A01", "c1", score(5), "misread")).then_refused(No.SCORING_OPEN)


def test_a_correction_needs_a_reason_and_is_shown_to_the_panel():
    world = scored({1: 3}).press()
    world.when(c.Correct(1, "A01", "c1", score(5), "")).then_refused(No.WHY_NEEDED)
    done = world.when(c.Correct(1, "A01", "c1", score(5), "misread slip"))
    cell = done.state.scoring["A01"].cells[1]["c1"]
    assert (cell.answer, cell.corrected) == (score(5), True)
    assert done.state.interventions[-1].what == "corrected"


def test_a_paper_slip_is_marked_as_paper_and_handed_in():
    world = doors_open(taken=5).when(c.TakePaperSeat(6)).press_until(Phase.SCORE)
    world = world.when(c.KeySlip(6, "A01", {"c1": score(2), "c2": Answer(Kind.CANT_SAY)}, "slip"))
    cells = world.state.scoring["A01"].cells[6]
    assert {cell.source for cell in cells.values()} == {Source.PAPER}
    assert 6 in world.state.scoring["A01"].handed_in


def test_a_member_who_stepped_out_does_not_score():
    world = doors_open().press_until(Phase.INTRODUCE).when(c.StepOut(2, "A01")).press_until(Phase.SCORE)
    world.answer(2, 3).then_refused(No.STEPPED_OUT)
    assert 2 not in world.state.scoring["A01"].electorate


def test_a_late_conflict_sets_the_score_aside_but_does_not_redraw_what_was_shown():
    world = scored(dict.fromkeys(range(1, 7), 3)).press_until(Phase.REVEAL).when(c.StepOut(2, "A01"))
    scoring = world.state.scoring["A01"]
    assert 2 not in scoring.sheets
    assert 2 in scoring.shown_sheets
    assert world.state.conflicts[(2, "A01")].declared is e.Declared.LATE
    assert world.state.interventions[-1].what == "late-conflict"


def test_a_conflict_that_was_a_mistake_can_be_lifted_before_scoring_opens():
    world = (
        doors_open()
        .press_until(Phase.INTRODUCE)
        .when(c.StepOut(2, "A01"))
        .when(c.ComeBack(2, "A01", sure=True))
    )
    assert 2 in world.press_until(Phase.SCORE).state.scoring["A01"].electorate


def test_a_conflict_lifted_after_undo_counts_the_score_again():
    world = scoring_open().answer(2, 3).when(c.StepOut(2, "A01"))
    world = world.when(c.Undo(world.state.plan.position)).when(c.ComeBack(2, "A01", sure=True)).press()
    assert 2 in world.state.scoring["A01"].sheets


def test_a_member_who_stepped_out_comes_back_for_the_next_one():
    world = doors_open(session(applications=2)).press_until(Phase.INTRODUCE).when(c.StepOut(2, "A01"))
    world = world.press_until(Phase.DECISION, tally=c.Tally((0, 0, 0, 0, 5), 0)).press()
    conflict = world.state.conflicts[(2, "A01")]
    assert conflict.stepped_out
    assert conflict.came_back


def test_until_the_reveal_nothing_shown_or_ranked_depends_on_what_was_scored():
    first = scored(dict.fromkeys(range(1, 7), 3)).press_until(
        Phase.DECISION, tally=c.Tally((0, 0, 0, 0, 6), 0)
    )
    first = first.press_until(Phase.SCORE)
    low, high = (_all_scored(first, value) for value in (1, 5))
    assert low.state.application == high.state.application == "A02"
    assert _told(low) == _told(high)
    assert _told(low.press()) == _told(high.press())
    shown = [world.press_until(Phase.REVEAL) for world in (low, high)]
    assert [place.ref for place in ranking(shown[0].state)] == ["A01", "A02"]
    assert [place.ref for place in ranking(shown[1].state)] == ["A02", "A01"]


def _all_scored(world, value):
    for seat in range(1, 7):
        world = world.answer(seat, value).answer(seat, value, "c2")
    return world


def _told(world):
    """Give what the wall says, and how applications stand."""
    wall = poster(world.state, world.clock, Outside())
    return wall, ranking(world.state), full_list(world.state), shaped(world.state)
