"""Slips: two members key the totals, twice; phones and paper become one count, and nobody votes by both."""

import pytest

from sessions.commands import TakePaperSeat, Tally
from sessions.refusals import No, Refused
from sessions.views.pages import Wait
from tests.secrecy.table import REF, ROUND, Table

PHONES = (1, 2, 3, 4, 5)
SLIPS = Tally((0, 0, 0, 0, 1), 1)


async def voted() -> Table:
    """Seven seats, the last two on paper; five phones have voted."""
    table = Table(paper=(6, 7))
    for seat in PHONES:
        await table.cast(seat, "4")
    return table


async def test_phones_and_slips_become_one_count():
    table = await voted()
    await table.room.shut_phones()
    table.room.key_paper(SLIPS, SLIPS)
    await table.close()
    assert table.counts == (0, 0, 0, 5, 1, 1)
    assert table.room.state.rounds[REF][-1].cast == 7


async def test_the_slips_leave_nothing_on_the_disk_but_the_joint_count():
    table = await voted()
    await table.room.shut_phones()
    before = len(table.trace)
    table.room.key_paper(SLIPS, SLIPS)
    assert table.trace[before:] == []


async def test_two_counts_that_differ_are_asked_for_again():
    table = await voted()
    await table.room.shut_phones()
    with pytest.raises(Refused) as refused:
        table.room.key_paper(SLIPS, Tally((0, 0, 0, 1, 0), 1))
    assert refused.value.code is No.PAPER_DIFFERS


async def test_there_is_at_most_one_slip_a_paper_seat():
    table = await voted()
    await table.room.shut_phones()
    three = Tally((1, 0, 0, 0, 2), 0)
    with pytest.raises(Refused) as refused:
        table.room.key_paper(three, three)
    assert refused.value.code is No.PAPER_TOO_MANY


@pytest.mark.parametrize("odd", [Tally((1,), 0), Tally((0, 0, 0, 0, -1), 1), Tally((0,) * 6, 0)])
async def test_a_count_that_is_none_is_refused(odd):
    table = await voted()
    await table.room.shut_phones()
    with pytest.raises(Refused):
        table.room.key_paper(odd, odd)


async def test_a_seat_that_voted_by_phone_has_no_slip():
    table = await voted()
    await table.room.do(TakePaperSeat(5))
    await table.room.shut_phones()
    three = Tally((0, 0, 0, 0, 3), 0)
    with pytest.raises(Refused) as refused:
        table.room.key_paper(three, three)
    assert refused.value.values == {"n": 2}


async def test_slips_are_counted_only_once_phones_are_closed_and_then_phones_wait():
    table = await voted()
    with pytest.raises(Refused) as refused:
        table.room.key_paper(SLIPS, SLIPS)
    assert refused.value.code is No.PHONES_OPEN
    await table.room.shut_phones()
    with pytest.raises(Refused):
        await table.room.cast(1, REF, ROUND, "1")
    page = table.room.page(1)
    assert isinstance(page, Wait)
    assert not page.may_vote_again
    table.room.reopen_phones()
    await table.cast(1, "1")


async def test_closing_with_slips_uncounted_is_asked_about():
    table = await voted()
    assert "2 of us vote on paper." in table.wall
    with pytest.raises(Refused) as asked:
        await table.room.press(position=table.room.position())
    assert asked.value.code is No.ASK_AGAIN_PAPER
    assert "(2)" in asked.value.sentence


async def test_few_phones_and_few_slips_are_enough_together():
    table = Table(paper=(4, 5, 6, 7))
    for seat in (1, 2, 3):
        await table.cast(seat, "5")
    await table.room.shut_phones()
    two = Tally((0, 0, 0, 2, 0), 0)
    table.room.key_paper(two, two)
    await table.close()
    assert table.counts == (0, 0, 0, 2, 3, 0)


async def test_a_crash_asks_for_the_slips_again_and_opens_the_phones():
    table = await voted()
    await table.room.shut_phones()
    table.room.key_paper(SLIPS, SLIPS)
    table.restart()
    await table.cast(1, "5")
    await table.room.shut_phones()
    table.room.key_paper(SLIPS, SLIPS)
    for seat in PHONES:
        table.look(seat)
    await table.close()
    assert table.counts == (0, 0, 0, 4, 2, 1)
