"""Undo takes a step back, never an answer, and never what people have seen."""

from sessions import commands as c
from sessions import events as e
from sessions.audit import fits
from sessions.model.answers import score
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from sessions.model.refusals import No
from tests.sessions.test_workshop import workshop
from tests.sessions.worlds import doors_open, scored, scoring_open


def undo(world):
    return world.when(c.Undo(world.state.plan.position))


def test_undo_takes_back_the_opening_of_scoring_and_keeps_the_answers():
    world = undo(scoring_open().answer(1, 4))
    world.then(e.Undone("score"))
    assert world.state.plan.phase is Phase.READ
    assert world.state.scoring["A01"].cells[1]["c1"].answer == score(4)
    assert world.press().state.scoring["A01"].cells[1]["c1"].answer == score(4)


def test_undo_takes_back_a_close_before_anything_is_shown():
    world = undo(scored({1: 4}).press())
    assert world.state.plan.phase is Phase.SCORE
    assert world.answer(2, 3).refused is None


def test_undo_is_refused_after_a_reveal():
    undo(scored({1: 4}).press_until(Phase.REVEAL)).then_refused(No.SEEN)


def test_undoing_the_opening_of_a_ballot_voids_it():
    world = undo(scored({}).press_until(Phase.BALLOT))
    assert world.state.plan.phase is Phase.TALK
    assert world.state.rounds["A01"][0].void
    assert world.press().state.rounds["A01"][1].number == 2


def test_undo_is_refused_after_a_closed_ballot_and_void_needs_a_reason():
    world = scored({}).press_until(Phase.OUTCOME, tally=c.Tally((0, 0, 0, 0, 6), 0))
    undo(world).then_refused(No.SEEN)
    world.when(c.VoidRound("")).then_refused(No.WHY_NEEDED)
    void = world.when(c.VoidRound("two of us voted twice"))
    assert void.state.plan.phase is Phase.TALK
    assert void.state.rounds["A01"][0].void == "two of us voted twice"


def test_undo_takes_back_a_decision():
    world = scored({}).press_until(Phase.DECISION, tally=c.Tally((0, 0, 0, 0, 6), 0))
    world = world.when(c.RecordDecision("A01", Verdict.FUND))
    assert "A01" not in undo(world).state.plan.decisions


def test_undo_is_refused_once_the_list_is_confirmed():
    world = doors_open().press_until(Phase.CONFIRMED, tally=c.Tally((0, 0, 0, 0, 6), 0))
    undo(world).then_refused(No.CONFIRMED_STANDS)


def test_every_undo_is_shown_to_the_panel():
    assert undo(scoring_open()).state.interventions[-1].what == "undone"


def test_undo_asks_before_it_throws_ballots_away_and_says_how_many():
    world = scored({}).press_until(Phase.BALLOT)
    asked = world.when(c.Undo(world.state.plan.position, cast=3))
    asked.then_refused(No.ASK_AGAIN_UNDO_BALLOT)
    assert asked.refused.asks_again
    assert "3" in asked.refused.sentence
    sure = world.when(c.Undo(world.state.plan.position, sure=True, cast=3))
    assert sure.state.plan.phase is Phase.TALK


def test_undo_asks_before_it_throws_away_what_was_given_without_a_name():
    world = workshop(Phase.WORKSHOP)
    asked = world.when(c.Undo(world.state.plan.position, given=2))
    asked.then_refused(No.ASK_AGAIN_UNDO_GIVEN)
    assert "2" in asked.refused.sentence
    assert (
        world.when(c.Undo(world.state.plan.position, sure=True, given=2)).state.plan.phase
        is not Phase.WORKSHOP
    )


def test_undo_within_an_application_keeps_another_view_and_does_not_ask():
    world = scored({}).press_until(Phase.DECISION, tally=c.Tally((0, 0, 0, 0, 6), 0))
    world = world.when(c.RecordDecision("A01", Verdict.FUND))
    assert world.when(c.Undo(world.state.plan.position, given=2)).refused is None


def test_undo_after_a_break_goes_back_to_the_break_and_no_further():
    for pause in (c.TakeBreak(10), c.Hold("One moment.")):
        before = scoring_open().answer(1, 4)
        over = before.when(pause).press()
        assert over.state.plan.phase is Phase.SCORE
        again = undo(over)
        again.then(e.Undone("break-ended"))
        assert again.state.plan == before.when(pause).state.plan
        without = undo(again)
        assert (without.state.plan.phase, without.state.plan.pause) == (Phase.SCORE, None)
        assert undo(without).state.plan.phase is Phase.READ


def test_a_step_after_a_break_is_taken_back_alone():
    world = scoring_open().when(c.TakeBreak(10)).press().press()
    assert world.state.plan.phase is Phase.CLOSED
    back = undo(world)
    assert (back.state.plan.phase, back.state.plan.pause) == (Phase.SCORE, None)


def test_a_record_in_which_undo_went_past_a_break_still_opens():
    world = scoring_open().when(c.TakeBreak(10)).press()
    old = world.after(e.Undone("score"))
    assert (old.state.plan.phase, old.state.plan.pause) == (Phase.READ, None)
    assert fits(world.state, e.Undone("score"))
    assert not fits(world.state, e.Undone("read"))
