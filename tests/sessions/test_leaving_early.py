"""A member who goes home early: still of the electorate that is frozen, of none after it, and back by card."""

from sessions import commands as c
from sessions import events as e
from sessions.model.phases import Phase
from sessions.model.refusals import No
from sessions.state import scores_of
from sessions.views.desk import choice_lists
from tests.sessions.worlds import doors_open, scoring_open, session


def test_whoever_goes_home_stays_in_what_is_open_and_is_not_in_the_next():
    world = scoring_open().answer(6, 4).when(c.LeaveEarly(6)).then(e.MemberLeft(6))
    assert scores_of(world.state, "A01").electorate == (1, 2, 3, 4, 5, 6)
    assert scores_of(world.state, "A01").sheets[6], "what was given counts"

    later = (
        world.press_until(Phase.DECISION, tally=c.Tally((0, 0, 0, 0, 6), 0)).press().press_until(Phase.SCORE)
    )
    assert later.state.application == "A02"
    assert scores_of(later.state, "A02").electorate == (1, 2, 3, 4, 5)


def test_the_open_ballot_keeps_its_electorate():
    world = scoring_open().press_until(Phase.BALLOT).when(c.LeaveEarly(6))
    assert world.state.open_round.electorate == (1, 2, 3, 4, 5, 6)


def test_a_card_brings_the_member_back():
    world = doors_open().when(c.LeaveEarly(6))
    assert world.state.here == (1, 2, 3, 4, 5)
    assert world.when(c.TakeSeatByCard("code6", "new")).state.here == (1, 2, 3, 4, 5, 6)
    assert world.when(c.TakePaperSeat(6)).state.here == (1, 2, 3, 4, 5, 6)


def test_paper_brings_a_member_back_who_had_paper_before():
    world = doors_open().when(c.TakePaperSeat(6)).when(c.LeaveEarly(6)).when(c.TakePaperSeat(6))
    assert world.state.here == (1, 2, 3, 4, 5, 6)


def test_nobody_else_is_given_the_seat_of_whoever_went_home():
    world = doors_open().when(c.LeaveEarly(3)).when(c.TakeFreeSeat("late", e.Card(0, "x", "y")))
    world.then_refused(No.NO_FREE_SEAT)


def test_a_new_card_alone_does_not_bring_anyone_back():
    world = doors_open().when(c.LeaveEarly(3)).when(c.ReissueCard(e.Card(3, "x", "y")))
    assert world.state.here == (1, 2, 4, 5, 6)
    assert not world.state.seats[3].paper


def test_going_home_twice_is_going_once():
    doors_open().when(c.LeaveEarly(3)).when(c.LeaveEarly(3)).then()


def test_nobody_goes_home_who_never_came():
    doors_open(taken=5).when(c.LeaveEarly(6)).then_refused(No.NOT_NOW)
    doors_open(taken=5).when(c.LeaveEarly(60)).then_refused(No.NO_SUCH_SEAT)


def test_the_quorum_counts_those_who_are_here():
    world = doors_open(session(quorum=6)).when(c.LeaveEarly(6)).press_until(Phase.READ)
    world.press(sure=False).then_refused(No.ASK_AGAIN_QUORUM)


def test_the_panel_is_told_and_the_list_of_seats_says_so():
    world = doors_open().when(c.LeaveEarly(3))
    assert [one.what for one in world.state.interventions] == ["member-left"]
    assert [seat.seat for seat in choice_lists.seats(world.state) if seat.left] == [3]
