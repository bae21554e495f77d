"""An interview: the agreed questions, asked by seats in turn; then notes, scores, and a ballot of its own."""

from collections import Counter

import pytest
from msgspec.structs import replace

from sessions import commands as c
from sessions import events as e
from sessions.audit import audit
from sessions.decide.interviews import whose_turn
from sessions.evolve import fold
from sessions.model.decisions import Outcome
from sessions.model.phases import GUESTS_IN, INTERVIEW_SHARES, Phase
from sessions.model.refusals import No
from sessions.model.session import StepKind
from sessions.model.stage import EarlierApplication, EarlierStage
from sessions.plan.day_load import phase_minutes
from sessions.results.budget import outcome_of
from sessions.results.told_scores import mean_score
from sessions.views.phone import pages as p
from sessions.views.phone.current_page import Ask, Mine, page
from sessions.views.record.audience import Audience
from sessions.views.record.results import criterion_rows, result_rows
from sessions.views.record.tellable import tellable
from sessions.views.shapes import shapes
from sessions.views.wall import posters
from sessions.views.wall.current_poster import Outside, poster
from tests.sessions.meeting import QUESTIONS, all_score, at, interview, onward, stage
from tests.sessions.worlds import doors_open


def shown(world):
    return poster(world.state, world.clock, Outside())


def test_its_phases_come_in_the_order_people_live_through():
    world, seen = doors_open(stage(applications=1)), []
    while world.state.plan.phase is not Phase.BUDGET:
        world = onward(world)
        if world.state.application:
            seen.append(world.state.plan.phase)
    assert seen == [
        Phase.INTERVIEW_QUESTIONS,
        Phase.INTERVIEW_GUESTS,
        *[Phase.INTERVIEW_ASK] * len(QUESTIONS),
        Phase.INTERVIEW_THEIRS,
        Phase.INTERVIEW_GOODBYE,
        Phase.INTERVIEW_NOTES,
        Phase.SCORE,
        Phase.CLOSED,
        Phase.REVEAL,
        Phase.TALK,
        Phase.BALLOT,
        Phase.OUTCOME,
        Phase.DECISION,
    ]


def test_its_minutes_are_shared_among_its_phases_and_none_is_lost():
    for minutes in (20, 45, 61):
        shared = phase_minutes(minutes, StepKind.INTERVIEW)
        assert set(shared) == set(INTERVIEW_SHARES)
        assert sum(shared.values()) == minutes


def test_all_questions_have_one_countdown_together_which_a_pause_stops():
    world = at(Phase.INTERVIEW_ASK)
    first = shown(world).countdown
    world = onward(world)
    assert shown(world).countdown == first
    paused = world.when(c.TakeBreak()).press()
    waited = paused.history[-1].at - paused.history[-2].at
    assert shown(paused).countdown.until == first.until + waited


def test_minutes_given_while_questions_are_asked_stay_with_all_of_them():
    world = at(Phase.INTERVIEW_ASK).when(c.AddMinutes(3))
    before = shown(world).countdown
    assert shown(onward(world)).countdown == before


def test_each_question_stands_on_the_wall_with_whose_turn_it_is():
    world = at(Phase.INTERVIEW_ASK)
    for n, question in enumerate(QUESTIONS, start=1):
        seen = shown(world)
        assert (seen.number, seen.question) == (f"Question {n} of 3", question)
        assert seen.lines == (f"Seat {whose_turn(world.state)} asks.",)
        world = onward(world)
    assert world.state.plan.phase is Phase.INTERVIEW_THEIRS


def test_over_several_interviews_everybody_asks_equally_often():
    world = at(Phase.INTERVIEW_NOTES, stage(seats=6, applications=4), ref="A04")
    asked = Counter(seat for one in world.state.plan.interviews.values() for seat in one.asking)
    assert sum(asked.values()) == 12
    assert set(asked.values()) == {2}


def test_the_turns_are_the_seeds_whatever_was_scored():
    def turns(value):
        world = doors_open(replace(stage(applications=3), seed=7))
        while world.state.plan.phase is not Phase.BUDGET:
            world = onward(world, value)
        return [one.asking for one in world.state.plan.interviews.values()]

    assert turns(1) == turns(5)


def test_who_has_a_conflict_is_not_asked_to_ask():
    model = stage(seats=6)
    members = tuple(
        replace(one, conflicts=("A01",) if one.seat in (1, 2, 3) else ()) for one in model.members
    )
    world = at(Phase.INTERVIEW_ASK, replace(model, members=members))
    assert set(world.state.interview.asking) <= {4, 5, 6}


def test_who_goes_home_before_their_turn_is_passed_over():
    world = at(Phase.INTERVIEW_ASK)
    second = world.state.interview.asking[1]
    world = onward(world.when(c.LeaveEarly(second)))
    assert whose_turn(world.state) not in (0, second)
    assert world.state.interview.passed == frozenset()


def test_a_turn_is_passed_on_from_the_phone_whose_turn_it_is_and_from_no_other():
    world = at(Phase.INTERVIEW_ASK)
    turn, place = whose_turn(world.state), world.state.plan.position
    other = next(seat for seat in world.state.here if seat != turn)
    world.when(c.PassTurn(place, other)).then_refused(No.NOT_NOW)
    passed = world.when(c.PassTurn(place, turn)).then(e.TurnPassed(1))
    assert whose_turn(passed.state) not in (0, turn)
    assert passed.state.interview.passed == {1}
    back = passed.when(c.Undo(place, sure=True))
    assert (whose_turn(back.state), back.state.interview.passed) == (turn, frozenset())


def test_the_facilitator_passes_on_for_whoever_says_so_aloud():
    world = at(Phase.INTERVIEW_ASK)
    world.when(c.PassTurn(world.state.plan.position)).then(e.TurnPassed(1))


def test_nobody_is_left_without_who_asks_where_one_alone_could():
    world = at(Phase.INTERVIEW_ASK, stage(seats=1))
    world.when(c.PassTurn(world.state.plan.position)).then_refused(No.NOT_NOW)
    assert not page(world.state, 1, world.clock, Ask(), Mine()).may_pass


def test_before_guests_come_in_nobody_who_stepped_out_is_said_to_ask():
    world = at(Phase.INTERVIEW_QUESTIONS)
    first = world.state.interview.asking[0]
    world = world.when(c.StepOut(first, world.state.application))
    said = [who for _question, who in shown(world).rows]
    assert f"seat {first} asks" not in said
    world = world.press().press()
    assert f"Seat {whose_turn(world.state)} asks." in shown(world).lines
    assert f"seat {whose_turn(world.state)} asks" == said[0]


def test_the_wall_offers_to_pass_a_turn_only_where_there_is_one_to_pass():
    assert shown(at(Phase.INTERVIEW_ASK)).passable
    assert not shown(at(Phase.INTERVIEW_THEIRS)).passable


def test_follow_ups_are_counted_by_question_and_theirs_apart():
    world = at(Phase.INTERVIEW_ASK)
    for _ in range(2):
        world = world.when(c.AskFollowUp(world.state.plan.position))
    world = onward(onward(onward(world)))
    world = world.when(c.AskFollowUp(world.state.plan.position)).then(e.FollowUpAsked(0))
    assert world.state.interview.follow_ups == {1: 2, 0: 1}
    onward(world).when(c.AskFollowUp(onward(world).state.plan.position)).then_refused(No.NOT_NOW)


def test_taking_a_question_back_leads_to_the_one_before():
    world = onward(at(Phase.INTERVIEW_ASK))
    back = world.when(c.Undo(world.state.plan.position, sure=True))
    assert (back.state.plan.phase, back.state.plan.question) == (Phase.INTERVIEW_ASK, 1)
    first = back.when(c.Undo(back.state.plan.position, sure=True))
    assert first.state.plan.phase is Phase.INTERVIEW_GUESTS


def test_a_late_press_for_the_question_before_does_nothing():
    world = at(Phase.INTERVIEW_ASK)
    stale = world.state.plan.position
    onward(world).when(c.Next(stale)).then_refused(No.MOVED_ON)


@pytest.mark.parametrize("phase", sorted(GUESTS_IN))
def test_no_answer_is_taken_while_guests_are_in(phase):
    world = at(phase)
    world.answer(1, 4).then_refused(No.NOT_NOW)


# what was scored before


def scored_anew(before: dict[int, int], now: dict[int, int], seats: int = 7):
    world = doors_open(stage(seats=seats, applications=1, before=True)).press_until(Phase.SCORE)
    world = all_score(world, before)
    world = world.press_until(Phase.INTERVIEW_NOTES, tally=c.Tally((0, 0, 0, 0, seats), 0)).press()
    assert world.refused is None, world.refused
    world = all_score(world, now)
    return world.press_until(Phase.REVEAL)


ALL_FOUR, ALL_TWO = dict.fromkeys(range(1, 8), 4), dict.fromkeys(range(1, 8), 2)


def test_nothing_is_picked_and_what_i_said_before_stands_beside_it():
    world = doors_open(stage(applications=1, before=True)).press_until(Phase.SCORE)
    world = all_score(world, {1: 4}).press_until(Phase.INTERVIEW_NOTES).press()
    asked = page(world.state, 1, world.clock, Ask(), Mine())
    assert isinstance(asked, p.Score)
    assert (asked.before, asked.said, asked.given) == (
        "Before we met them you said: Mostly. And now?",
        "",
        "",
    )
    assert page(world.state, 2, world.clock, Ask(), Mine()).before == ""


def test_without_an_earlier_score_in_this_session_nothing_is_said_of_before():
    world = at(Phase.SCORE)
    assert page(world.state, 1, world.clock, Ask(), Mine()).before == ""


def test_the_reveal_says_what_it_came_to_before():
    world = scored_anew(ALL_FOUR, ALL_TWO)
    seen = shapes(world.state, "A01")
    assert seen[0].words == "Most of us: A little"
    assert seen[0].since == "Before we met them: “Most of us: Mostly”"
    assert sum(bar.count for bar in seen[0].bars) == 7


@pytest.mark.parametrize("missing", [1, 2])
def test_where_one_to_four_scored_only_once_no_bars_are_shown_beside_those_seen_before(missing):
    fewer = dict.fromkeys(range(1, 8 - missing), 2)
    state = scored_anew(ALL_FOUR, fewer).state
    [seen, *_] = shapes(state, "A01")
    assert (seen.bars, seen.split, seen.alike, seen.since) == ((), False, False, "")
    assert "Not quite the same people" in seen.words
    # nor any other total of them: its digits would tell as much
    rows = [row for row in criterion_rows(state, Audience.PUBLIC) if row.application == "A01"]
    assert {(row.mean, row.median, row.lowest, row.highest, row.answered, row.split) for row in rows} == {
        (None, None, None, None, None, False)
    }
    [result] = [row for row in result_rows(state, Audience.PUBLIC) if row.application == "A01"]
    assert (result.score, result.median, result.lowest, result.highest) == (None, None, None, None)
    assert {row.answered for row in criterion_rows(state, Audience.STAFF)} == {7 - missing}


def test_ballots_before_the_interview_are_told_and_are_no_more_the_outcome():
    world = doors_open(stage(applications=1, before=True)).press_until(Phase.SCORE)
    world = all_score(world, ALL_FOUR).press_until(Phase.INTERVIEW_NOTES, tally=c.Tally((0, 0, 0, 0, 7), 0))
    assert outcome_of(world.state, "A01") is not None
    world = all_score(world.press(), ALL_TWO).press_until(Phase.TALK)
    assert outcome_of(world.state, "A01") is None
    assert shown(world).rounds == ()
    again = world.press_until(Phase.OUTCOME, tally=c.Tally((7, 0, 0, 0, 0), 0))
    assert [(one.number, one.before_interview) for one in again.state.rounds["A01"]] == [
        (1, True),
        (2, False),
    ]
    assert outcome_of(again.state, "A01").value == "We agree: no"


def test_scores_shown_after_an_interview_can_be_set_aside_and_what_was_before_stays():
    world = scored_anew(ALL_FOUR, ALL_TWO).when(c.VoidReveal("read out wrongly"))
    assert world.refused is None
    assert world.state.plan.phase is Phase.SCORE
    again = all_score(world, dict.fromkeys(range(1, 8), 3), sending="again").press_until(Phase.REVEAL)
    scoring = again.state.scoring["A01"]
    assert {cell.answer.value for cells in scoring.cells.values() for cell in cells.values()} == {3}
    assert {cell.answer.value for cells in scoring.earlier.cells.values() for cell in cells.values()} == {4}
    assert audit(again.history) is None


def test_scoring_that_is_taken_back_and_opened_again_keeps_what_was_before():
    world = doors_open(stage(applications=1, before=True)).press_until(Phase.SCORE)
    world = all_score(world, ALL_FOUR).press_until(Phase.INTERVIEW_NOTES, tally=c.Tally((0, 0, 0, 0, 7), 0))
    world = all_score(world.press(), {1: 2})
    world = world.when(c.Undo(world.state.plan.position, sure=True)).press()
    scoring = world.state.scoring["A01"]
    assert set(scoring.cells) == {1}
    assert set(scoring.earlier.cells) == set(range(1, 8))


def met_and_agreed():
    """A yes agreed on A01, then the interview, up to quiet notes."""
    world = doors_open(stage(applications=1, before=True)).press_until(Phase.SCORE)
    return all_score(world, ALL_FOUR).press_until(Phase.INTERVIEW_NOTES, tally=c.Tally((0, 0, 0, 0, 7), 0))


@pytest.mark.parametrize("closed", [False, True])
def test_where_the_scoring_after_an_interview_is_left_what_was_agreed_before_stands(closed):
    before = met_and_agreed()
    assert outcome_of(before.state, "A01") is Outcome.YES
    world = all_score(before.press(), {1: 2})
    if closed:
        world = world.press()
        assert world.state.plan.phase is Phase.CLOSED
        world = world.when(c.Undo(world.state.plan.position, sure=True))
    world = world.when(c.Undo(world.state.plan.position, sure=True))
    for left in (world, world.when(c.JumpTo(world.state.plan.position, world.state.steps[-1].key, True))):
        assert left.refused is None
        assert outcome_of(left.state, "A01") is Outcome.YES
        assert mean_score(left.state, "A01") == mean_score(before.state, "A01") != None  # noqa: E711
        assert set(tellable(left.state).scoring) == {"A01"}
        assert audit(left.history) is None
        assert fold(left.history) == left.state


def test_a_jump_out_of_scores_closed_after_an_interview_leaves_what_was_agreed_before():
    world = all_score(met_and_agreed().press(), {1: 2}).press()
    assert world.state.plan.phase is Phase.CLOSED
    world = world.when(c.JumpTo(world.state.plan.position, world.state.steps[-1].key, True))
    assert world.refused is None
    assert outcome_of(world.state, "A01") is Outcome.YES
    assert mean_score(world.state, "A01") is not None


# the record


def whole_day(model):
    world = doors_open(model)
    while not world.state.ended:
        world = onward(world)
    return world


@pytest.mark.parametrize("before", [False, True])
def test_a_day_of_interviews_is_sound_and_folds_to_the_same(before):
    world = whole_day(stage(before=before))
    assert audit(world.history) is None
    assert fold(world.history) == world.state


@pytest.mark.parametrize(
    "forged",
    [e.QuestionAsked(2), e.QuestionAsked(0), e.QuestionAsked(9), e.TurnPassed(1), e.FollowUpAsked(1)],
)
def test_what_cannot_have_happened_is_found(forged):
    world = at(Phase.INTERVIEW_GUESTS)
    assert audit((*world.history, e.Stamped(world.clock, forged))) == len(world.history)


def test_no_event_of_an_interview_names_a_seat():
    names = {
        name for kind in (e.QuestionAsked, e.TurnPassed, e.FollowUpAsked) for name in kind.__struct_fields__
    }
    assert names == {"number"}


def test_a_line_to_meet_somebody_cannot_be_put_in_on_the_day():
    world = at(Phase.INTERVIEW_QUESTIONS)
    wanted = c.AddStep(world.state.plan.position, StepKind.INTERVIEW, 45, ref="A02")
    world.when(wanted).then_refused(No.NOT_NOW)


def test_what_was_written_at_the_stage_before_is_shown_beside_our_questions():
    asked_then = EarlierApplication("A01", questions=("Who pays the rent?",))
    other = EarlierApplication("A02", questions=("Of another",))
    before = EarlierStage("an id", "words", "Shortlist", carried=(asked_then, other))
    world = at(Phase.INTERVIEW_QUESTIONS, replace(stage(), before=(before,)))
    assert shown(world).rows[-1] == (
        "Who pays the rent?",
        "one of us wrote this at an earlier stage; it is not on our list",
    )
    assert "Of another" not in str(shown(world).rows)


def test_before_guests_come_in_everybody_sees_what_is_asked_and_by_whom():
    world = at(Phase.INTERVIEW_QUESTIONS)
    seen = shown(world)
    assert isinstance(seen, posters.Listing)
    asking = world.state.interview.asking
    assert seen.rows == tuple((q, f"seat {seat} asks") for q, seat in zip(QUESTIONS, asking, strict=True))
    mine = page(world.state, asking[1], world.clock, Ask(), Mine())
    assert mine.lines == ("You ask question 2.",)  # its words stand in the list
    assert mine.questions == QUESTIONS


def test_an_interview_of_another_length_keeps_its_questions():
    model = stage(applications=1)
    world = at(Phase.INTERVIEW_QUESTIONS, replace(model, steps=(interview(1, questions=("Only one?",)),)))
    assert world.state.interview.questions == ("Only one?",)
