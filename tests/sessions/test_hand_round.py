"""The device that goes round, by the rules: for seats without a phone of their own, and for whoever has the card."""

import pytest

from sessions import commands as c
from sessions import events as e
from sessions.audit import audit
from sessions.model.answers import Answer, Kind, PaperWay, Source, score
from sessions.model.phases import Phase
from sessions.model.refusals import No
from sessions.state import scores_of
from sessions.views.desk import choice_lists
from tests.sessions.worlds import World, doors_open, scoring_open, session

DEVICE = "the device's cookie"


def goes_round(world: World) -> World:
    """Make a device go round."""
    return world.when(c.MakeHandRound("a code")).when(c.TakeHandRound("a code", DEVICE))


def with_cards(world: World) -> World:
    """Print a card for each seat; those who have phones keep them."""
    return world.when(c.PrintCards(tuple(e.Card(n, f"code{n}", f"key{n}") for n in world.state.seats)))


def five_phones_and_a_device() -> World:
    return goes_round(with_cards(doors_open(taken=5)))


def use(world: World, seat: int, *, card: str = "", device: str = DEVICE) -> World:
    return world.when(c.UseHandRound(device, seat, card or f"code{seat}"))


def test_a_member_without_a_phone_sits_down_by_the_device_and_is_of_the_electorate():
    world = use(five_phones_and_a_device(), 6).then(e.SeatHandedRound(6))
    assert world.state.here == (1, 2, 3, 4, 5, 6)
    assert scores_of(world.press_until(Phase.SCORE).state, "A01").electorate == (1, 2, 3, 4, 5, 6)


def test_using_it_again_is_no_fact_so_that_nobody_reads_off_when_someone_had_it():
    use(use(five_phones_and_a_device(), 6), 6).then()


def test_a_seat_with_a_phone_of_its_own_is_never_acted_for():
    use(five_phones_and_a_device(), 5).then_refused(No.OWN_PHONE)


@pytest.mark.parametrize(("seat", "card"), [(6, "code5"), (6, "nothing"), (5, "nothing"), (60, "code5")])
def test_whoever_has_not_the_card_learns_nothing_of_the_seat(seat, card):
    use(five_phones_and_a_device(), seat, card=card).then_refused(No.NOT_THIS_CARD)


def test_a_seat_without_a_card_cannot_be_opened_by_no_code():
    world = goes_round(doors_open(taken=5))
    world.when(c.UseHandRound(DEVICE, 6, "")).then_refused(No.NOT_THIS_CARD)


def test_no_other_device_goes_round():
    use(five_phones_and_a_device(), 6, device="another").then_refused(No.NOT_HAND_ROUND)
    use(with_cards(doors_open(taken=5)), 6, device="").then_refused(No.NOT_HAND_ROUND)


def test_a_new_code_ends_the_device_before_it():
    world = five_phones_and_a_device().when(c.MakeHandRound("a second code"))
    use(world, 6).then_refused(No.NOT_HAND_ROUND)


def test_its_code_makes_one_device_and_no_second():
    world = five_phones_and_a_device()
    world.when(c.TakeHandRound("a code", "another")).then_refused(No.NO_SUCH_CODE)
    world.when(c.TakeHandRound("", "another")).then_refused(No.NO_SUCH_CODE)


def test_a_phone_of_ones_own_ends_it_for_that_seat():
    world = use(five_phones_and_a_device(), 6).when(c.TakeSeatByCard("code6", "a phone at last"))
    use(world, 6).then_refused(No.OWN_PHONE)
    assert not world.state.seats[6].handed_round


def test_a_member_whose_phone_has_died_goes_on_by_it_with_a_new_card():
    world = five_phones_and_a_device().when(c.ReissueCard(e.Card(5, "new5", "newkey5")))
    assert use(world, 5, card="new5").then(e.SeatHandedRound(5)).state.here == (1, 2, 3, 4, 5)


def test_a_new_card_leaves_a_seat_with_the_device():
    world = use(five_phones_and_a_device(), 6).when(c.ReissueCard(e.Card(6, "new6", "newkey6")))
    assert (world.state.seats[6].handed_round, world.state.seats[6].paper) == (True, False)
    use(world, 6).then_refused(No.NOT_THIS_CARD)


def test_a_member_who_went_home_comes_back_by_it():
    world = use(five_phones_and_a_device(), 6).when(c.LeaveEarly(6))
    assert use(world, 6).then(e.SeatHandedRound(6)).state.here == (1, 2, 3, 4, 5, 6)


def test_whoever_votes_on_paper_in_this_ballot_does_not_vote_by_it_too():
    world = five_phones_and_a_device().when(c.TakePaperSeat(6)).press_until(Phase.TALK)
    world = world.when(c.ChoosePaperWay(PaperWay.TWO_SEE)).press()
    use(world, 6).then_refused(No.ON_PAPER_NOW)
    use(world.press_until(Phase.OUTCOME, tally=c.Tally((0, 0, 0, 0, 6), 0)), 6).then(e.SeatHandedRound(6))


def test_whoever_sits_down_by_it_while_one_is_under_way_joins_in_from_the_next():
    world = use(goes_round(with_cards(scoring_open(session(seats=7)).when(c.AddSeat()))), 8, card="code8")
    given = world.when(
        c.GiveAnswer(8, "A01", "c1", score(3), "x", 1, Source.HAND_ROUND),
    )
    given.then_refused(No.NOT_IN_ELECTORATE)


def test_answers_by_it_say_so_and_a_seat_with_a_phone_gives_none_that_do():
    world = use(five_phones_and_a_device(), 6).press_until(Phase.SCORE)
    cant_say = Answer(Kind.CANT_SAY)
    by_device = world.when(c.GiveAnswer(6, "A01", "c1", cant_say, "x", 1, Source.HAND_ROUND, helped=True))
    cell = scores_of(by_device.state, "A01").cells[6]["c1"]
    assert (cell.source, cell.helped) == (Source.HAND_ROUND, True)
    world.when(c.GiveAnswer(5, "A01", "c1", cant_say, "x", 1, Source.HAND_ROUND)).then_refused(No.OWN_PHONE)


def test_the_panel_is_told_and_the_list_of_seats_says_who_takes_part_by_it():
    world = use(five_phones_and_a_device(), 6)
    assert [one.what for one in world.state.interventions] == ["hand-round-made"]
    assert [seat.seat for seat in choice_lists.seats(world.state) if seat.handed_round] == [6]


def test_after_the_end_a_member_may_still_look_at_what_was_decided():
    world = use(five_phones_and_a_device(), 6).press_until(Phase.THANKS, tally=c.Tally((0, 0, 0, 0, 6), 0))
    use(world, 6).then()
    world.when(c.MakeHandRound("another")).then_refused(No.ENDED)


@pytest.mark.parametrize(
    ("world", "lie"),
    [
        (doors_open(), e.HandRoundTaken("nobody made it")),
        (with_cards(doors_open(taken=5)), e.SeatHandedRound(6)),
        (five_phones_and_a_device(), e.SeatHandedRound(5)),
        (scoring_open(), e.Answered(1, "A01", "c1", score(3), "x", 1, Source.HAND_ROUND)),
    ],
)
def test_a_claim_that_does_not_follow_is_named(world, lie):
    assert audit(world.history) is None
    assert audit((*world.history, e.Stamped(world.clock, lie))) == len(world.history)
