"""What sends a phone away can be taken back, for as long as nobody else has sat down there."""

import pytest

from sessions import commands as c
from sessions.audit import audit
from sessions.events import Card
from sessions.model.phases import Phase
from sessions.model.refusals import No
from tests.sessions.worlds import doors_open, session

SENDING_AWAY = {
    "paper": c.TakePaperSeat(2),
    "a new card": c.ReissueCard(Card(2, "new code", "new key")),
    "home": c.LeaveEarly(2),
}


@pytest.mark.parametrize("way", SENDING_AWAY)
def test_a_seat_is_again_as_it_was(way):
    world = doors_open(session())
    before = world.state.seats[2]
    away = world.when(SENDING_AWAY[way])
    assert not away.state.seats[2].token
    back = away.when(c.PutSeatBack(2))
    assert back.state.seats[2] == before
    assert back.state.interventions[-1].what == "seat-put-back"
    assert audit(back.history) is None
    back.when(c.PutSeatBack(2)).then_refused(No.NOTHING_TO_PUT_BACK)


def test_not_once_somebody_has_taken_the_seat():
    world = doors_open(session())
    code = world.state.seats[2].code
    world = world.when(c.TakePaperSeat(2)).when(c.TakeSeatByCard(code, "another"))
    world.when(c.PutSeatBack(2)).then_refused(No.NOTHING_TO_PUT_BACK)


def test_a_slip_that_may_be_in_the_box_is_not_voted_for_again():
    world = doors_open(session()).press_until(Phase.BALLOT)
    world = world.when(c.TakePaperSeat(2)).when(c.PutSeatBack(2))
    assert world.state.seats[2].token
    assert world.state.seats[2].slip
