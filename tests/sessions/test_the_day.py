"""The one key leads through the day, and asks once more where a chance to answer would be lost."""

from sessions import commands as c
from sessions import events as e
from sessions.model.decisions import Outcome
from sessions.model.phases import Phase
from sessions.model.refusals import No
from sessions.results.budget import outcome_of
from tests.sessions.worlds import doors_open, scored, scoring_open, session

AGREED = c.Tally((0, 0, 0, 0, 6), 0)


def test_page_down_alone_leads_from_arriving_to_thank_you():
    world = doors_open(session(applications=3)).press_until(Phase.THANKS, tally=AGREED)

    assert world.state.ended
    assert world.state.confirmed
    assert set(world.state.plan.decisions) == {"A01", "A02", "A03"}


def test_closing_scoring_asks_once_more_and_says_how_many_are_missing():
    world = scoring_open().answer(1, 4).press(sure=False)

    world.then_refused(No.ASK_AGAIN_SCORING)
    assert "6 of us" in world.refused.sentence
    assert world.state.plan.phase is Phase.SCORE


def test_when_everyone_is_in_one_press_closes():
    world = scored(dict.fromkeys(range(1, 7), 3)).press(sure=False)
    assert world.state.plan.phase is Phase.CLOSED


def test_a_key_pressed_twice_does_not_skip_anything():
    world = doors_open()
    first = c.Next(world.state.plan.position)
    world.when(first).when(first).then_refused(No.MOVED_ON)


def test_nothing_comes_after_thank_you():
    doors_open().press_until(Phase.THANKS, tally=AGREED).press().then_refused(No.NOTHING_NEXT)


def test_doors_shut_when_the_first_application_begins():
    world = doors_open(taken=5).press_until(Phase.INTRODUCE)

    assert not world.state.doors
    world.when(c.TakeFreeSeat("late", e.Card(0, "x", "y"))).then_refused(No.DOORS_SHUT)


def test_too_few_for_quorum_asks_once_more():
    world = doors_open(session(quorum=6), taken=5).press_until(Phase.READ)
    world.press(sure=False).then_refused(No.ASK_AGAIN_QUORUM)
    assert world.press().state.plan.phase is Phase.SCORE


def test_the_electorate_is_frozen_when_scoring_opens():
    world = doors_open(taken=5).press_until(Phase.SCORE)
    world = world.when(c.TakeSeatByCard("code6", "t")).when(c.TakePaperSeat(6))
    world.answer(6, 3).then_refused(No.NOT_IN_ELECTORATE)


def test_a_split_round_leads_to_talk_and_an_agreed_one_to_the_decision():
    split = scored(dict.fromkeys(range(1, 7), 3)).press_until(
        Phase.OUTCOME, tally=c.Tally((3, 0, 0, 0, 3), 0)
    )
    assert split.press().state.plan.phase is Phase.TALK

    agreed = split.press().press().press(tally=AGREED)
    assert agreed.state.rounds["A01"][1].outcome is Outcome.YES
    assert agreed.press().state.plan.phase is Phase.DECISION


def test_at_most_one_moved_stops_the_rounds():
    world = scored({}).press_until(Phase.OUTCOME, tally=c.Tally((3, 0, 0, 0, 3), 0)).press()
    world = world.press_until(Phase.OUTCOME, tally=c.Tally((3, 0, 0, 0, 3), 0))
    assert world.press().state.plan.phase is Phase.DECISION


def test_fewer_than_five_ballots_keep_no_count_at_all():
    world = scored({}).press_until(Phase.OUTCOME, tally=c.Tally((0, 0, 0, 0, 4), 1))
    closed = world.happened[0]
    assert closed == e.RoundClosed("A01", 1, 6, Outcome.TOO_FEW)
    assert world.when(c.AgreeByTalking(yes=True)).refused is None


def test_what_was_agreed_by_talking_stays_once_the_list_is_confirmed():
    few = c.Tally((0, 0, 0, 0, 3), 0)
    world = doors_open(session(applications=1)).press_until(Phase.OUTCOME, tally=few)
    world = world.when(c.AgreeByTalking(yes=True))
    world = world.press_until(Phase.CONFIRMED, tally=few)
    back = world.when(c.JumpTo(world.state.plan.position, "s3", sure=True))
    assert back.state.application == "A01"
    back.when(c.AgreeByTalking(yes=False)).then_refused(No.ALREADY_CONFIRMED)


def test_a_proper_ballot_speaks_louder_than_an_agreement_by_talking_before_it():
    world = (
        scored({})
        .press_until(Phase.OUTCOME, tally=c.Tally((0, 0, 0, 0, 4), 1))
        .when(c.AgreeByTalking(yes=True))
    )
    world = world.when(c.VoidRound("we want a ballot after all")).press_until(
        Phase.OUTCOME, tally=c.Tally((6, 0, 0, 0, 0), 0)
    )
    assert outcome_of(world.state, "A01") is Outcome.NO


def test_a_panel_of_four_is_told_why_there_is_no_ballot():
    world = doors_open(session(seats=4)).press_until(Phase.TALK).press()
    world.then(e.RoundClosed("A01", 1, 4, Outcome.TOO_FEW))
    assert world.press().state.plan.phase is Phase.DECISION


def test_a_break_now_waits_on_top_and_goes_back_to_where_we_were():
    world = scoring_open().when(c.TakeBreak(10))
    assert world.state.plan.pause
    world = world.press(sure=False)
    assert world.state.plan.phase is Phase.SCORE
    assert world.state.plan.pause is None
    assert [t.phase for t in world.state.timings][-3:] == [Phase.SCORE, Phase.BREAK, Phase.SCORE]


def test_jumping_out_of_an_open_scoring_is_refused():
    world = scoring_open()
    world.when(c.JumpTo(world.state.plan.position, "s1")).then_refused(No.NOT_NOW)


def test_an_application_looked_at_again_is_not_scored_again():
    world = scored(dict.fromkeys(range(1, 7), 4)).press_until(Phase.DECISION, tally=AGREED)
    step = world.state.step.key
    world = world.when(c.JumpTo(world.state.plan.position, step)).press().press()
    assert world.state.plan.phase is Phase.REVEAL
