"""Slips: two members key the totals, twice; phones and paper become one count, and nobody votes by both."""

import pytest

from panel_tui.room.card_codes import fast_hash
from sessions.commands import (
    ChoosePaperWay,
    ReissueCard,
    StepOut,
    TakePaperSeat,
    TakeSeatByCard,
    Tally,
    VoidRound,
)
from sessions.events import Card
from sessions.model.answers import PaperWay
from sessions.model.refusals import No, Refused
from sessions.views.phone.pages import Wait
from tests.secrecy.table import REF, ROUND, Table, seat_key

PHONES = (1, 2, 3, 4, 5)
SLIPS = Tally((0, 0, 0, 0, 1), 1)


async def voted() -> Table:
    """Seven seats, the last two on paper; five phones have voted."""
    table = Table(paper=(6, 7))
    for seat in PHONES:
        await table.cast(seat, "4")
    return table


async def new_card(table: Table, seat: int) -> None:
    """Give a seat a new card: its phone is lost."""
    await table.room.do(ReissueCard(Card(seat, "", fast_hash("new key"))))
    table.jars[seat] = {}


async def take_phone(table: Table, seat: int, key: str = "") -> None:
    """Take a seat with a phone by its card."""
    await table.room.do(TakeSeatByCard(fast_hash(key or seat_key(seat)), fast_hash(f"new-{seat}")))


async def test_phones_and_slips_become_one_count():
    table = await voted()
    await table.room.close_ballot_on_phones()
    table.room.key_paper(SLIPS, SLIPS)
    await table.close()
    assert table.counts == (0, 0, 0, 5, 1, 1)
    assert table.room.state.rounds[REF][-1].cast == 7


async def test_the_slips_leave_nothing_on_the_disk_but_the_joint_count():
    table = await voted()
    await table.room.close_ballot_on_phones()
    before = len(table.trace)
    table.room.key_paper(SLIPS, SLIPS)
    assert table.trace[before:] == []


async def test_two_counts_that_differ_are_asked_for_again():
    table = await voted()
    await table.room.close_ballot_on_phones()
    with pytest.raises(Refused) as refused:
        table.room.key_paper(SLIPS, Tally((0, 0, 0, 1, 0), 1))
    assert refused.value.code is No.PAPER_DIFFERS


async def test_there_is_at_most_one_slip_a_paper_seat():
    table = await voted()
    await table.room.close_ballot_on_phones()
    three = Tally((1, 0, 0, 0, 2), 0)
    with pytest.raises(Refused) as refused:
        table.room.key_paper(three, three)
    assert refused.value.code is No.PAPER_TOO_MANY


@pytest.mark.parametrize("odd", [Tally((1,), 0), Tally((0, 0, 0, 0, -1), 1), Tally((0,) * 6, 0)])
async def test_a_count_that_is_none_is_refused(odd):
    table = await voted()
    await table.room.close_ballot_on_phones()
    with pytest.raises(Refused):
        table.room.key_paper(odd, odd)


async def test_a_seat_that_voted_by_phone_has_no_slip():
    table = await voted()
    await table.room.do(TakePaperSeat(5))
    await table.room.close_ballot_on_phones()
    three = Tally((0, 0, 0, 0, 3), 0)
    with pytest.raises(Refused) as refused:
        table.room.key_paper(three, three)
    assert refused.value.values == {"n": 2}


async def test_slips_are_counted_only_once_phones_are_closed_and_then_phones_wait():
    table = await voted()
    with pytest.raises(Refused) as refused:
        table.room.key_paper(SLIPS, SLIPS)
    assert refused.value.code is No.PHONES_OPEN
    await table.room.close_ballot_on_phones()
    with pytest.raises(Refused):
        await table.room.cast(1, REF, ROUND, "1")
    page = table.room.page(1)
    assert isinstance(page, Wait)
    assert not page.may_vote_again
    table.room.reopen_ballot_on_phones()
    await table.cast(1, "1")


async def test_closing_with_slips_uncounted_is_asked_about():
    table = await voted()
    assert any(line.startswith("2 of us vote on paper, and have agreed") for line in table.wall)
    with pytest.raises(Refused) as asked:
        await table.room.press(position=table.room.position())
    assert asked.value.code is No.ASK_AGAIN_PAPER
    assert "(2)" in asked.value.sentence


async def test_few_phones_and_few_slips_are_enough_together():
    table = Table(paper=(4, 5, 6, 7))
    for seat in (1, 2, 3):
        await table.cast(seat, "5")
    await table.room.close_ballot_on_phones()
    two = Tally((0, 0, 0, 2, 0), 0)
    table.room.key_paper(two, two)
    await table.close()
    assert table.counts == (0, 0, 0, 2, 3, 0)


async def test_a_crash_asks_for_the_slips_again_and_opens_the_phones():
    table = await voted()
    await table.room.close_ballot_on_phones()
    table.room.key_paper(SLIPS, SLIPS)
    table.restart()
    await table.cast(1, "5")
    await table.room.close_ballot_on_phones()
    table.room.key_paper(SLIPS, SLIPS)
    for seat in PHONES:
        table.look(seat)
    await table.close()
    assert table.counts == (0, 0, 0, 4, 2, 1)


async def test_a_seat_that_chose_paper_does_not_vote_by_phone_as_well():
    table = await voted()
    await take_phone(table, 6)
    with pytest.raises(Refused) as refused:
        await table.cast(6, "5")
    assert refused.value.code is No.ON_PAPER_NOW
    page = table.room.page(6)
    assert isinstance(page, Wait)
    assert page.heading.startswith("Seat 6 votes on paper")
    await table.room.close_ballot_on_phones()
    table.room.key_paper(SLIPS, SLIPS)  # the slip it had put in counts, and that of seat 7
    await table.close()
    assert table.counts == (0, 0, 0, 5, 1, 1)


async def test_it_does_not_do_so_after_a_crash_either():
    table = await voted()
    await take_phone(table, 6)
    table.restart()
    with pytest.raises(Refused) as refused:
        await table.cast(6, "5")
    assert refused.value.code is No.ON_PAPER_NOW


async def test_a_phone_that_is_lost_again_does_not_lift_the_bar():
    table = await voted()
    await take_phone(table, 6)
    await new_card(table, 6)
    await take_phone(table, 6, "new key")
    with pytest.raises(Refused) as refused:
        await table.cast(6, "5")
    assert refused.value.code is No.ON_PAPER_NOW


async def test_in_the_next_ballot_it_votes_by_phone():
    table = await voted()
    await take_phone(table, 6)
    await table.room.do(VoidRound("the wrong question"))
    await table.room.do(ChoosePaperWay(PaperWay.TWO_SEE))
    while table.room.state.open_round is None:
        await table.room.press(position=table.room.position(), sure=True)
    number = table.room.state.open_round.number
    await table.room.cast(6, REF, number, "5")
    assert table.room.in_box()[0].on_paper == 1


async def test_a_new_card_alone_bars_no_phone_and_then_there_is_no_slip_for_it():
    table = Table(paper=(6, 7))
    for seat in (2, 3, 4, 5):
        await table.cast(seat, "4")
    await new_card(table, 1)
    assert table.room.in_box()[0].on_paper == 2, "whoever waits for a new phone has no slip yet"
    await take_phone(table, 1, "new key")
    await table.cast(1, "5")
    await table.room.close_ballot_on_phones()
    three = Tally((0, 0, 0, 0, 3), 0)
    with pytest.raises(Refused) as refused:
        table.room.key_paper(three, three)
    assert refused.value.values == {"n": 2}


async def test_a_slip_put_in_while_waiting_for_a_new_phone_is_not_counted_unless_paper_was_chosen():
    """Else its member could vote by slip and phone, and a slip that another seat never gave would hide it."""
    table = Table(paper=(7,))
    for seat in range(2, 7):
        await table.cast(seat, "4")
    await new_card(table, 1)
    two = Tally((0, 0, 0, 0, 2), 0)
    await table.room.close_ballot_on_phones()
    with pytest.raises(Refused) as refused:
        table.room.key_paper(two, two)
    assert refused.value.values == {"n": 1}
    table.room.reopen_ballot_on_phones()
    await table.room.do(TakePaperSeat(1))
    await table.room.close_ballot_on_phones()
    table.room.key_paper(two, two)
    await table.close()
    assert table.room.state.rounds[REF][-1].cast == 7


async def test_a_member_with_a_new_card_may_choose_paper_and_then_keeps_to_it():
    table = Table()
    for seat in range(2, 8):
        await table.cast(seat, "4")
    await new_card(table, 1)
    await table.room.do(TakePaperSeat(1))
    await take_phone(table, 1, "new key")
    with pytest.raises(Refused) as refused:
        await table.cast(1, "5")
    assert refused.value.code is No.ON_PAPER_NOW


TWO = Tally((0, 0, 0, 0, 2), 0)


async def two_slips_counted():
    """Five have voted by phone and two on paper, and the slips are counted."""
    table = Table(paper=(6, 7))
    for seat in range(1, 6):
        await table.cast(seat, "4")
    await table.room.close_ballot_on_phones()
    table.room.key_paper(TWO, TWO)
    return table


async def test_a_paper_member_who_steps_out_after_the_slips_were_counted_has_them_counted_again():
    """A count of slips cannot be taken apart: theirs would stay in it, and more would have voted than may."""
    table = await two_slips_counted()
    await table.room.do(StepOut(7, REF))
    assert table.room.in_box()[0].ballots == 5
    with pytest.raises(Refused) as refused:
        table.room.key_paper(TWO, TWO)
    assert refused.value.values == {"n": 1}
    one = Tally((0, 0, 0, 0, 1), 0)
    table.room.key_paper(one, one)
    await table.room.press(position=table.room.position(), sure=True)
    closed = table.room.state.rounds[REF][-1]
    assert (closed.cast, closed.eligible) == (6, 6)


async def test_the_slips_stay_counted_where_one_steps_out_who_voted_by_phone():
    table = await two_slips_counted()
    await table.room.do(StepOut(1, REF))
    assert table.room.in_box()[0].ballots == 6
