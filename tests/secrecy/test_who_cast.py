"""Who cast, as the live room's box tells the closing record; never a choice."""

import pytest

from sessions.commands import StepOut, VoidRound
from sessions.model.refusals import No, Refused
from tests.secrecy.table import REF, Table

ALL = (1, 2, 3, 4, 5, 6, 7)
ENDS = {seat: "1" if seat < 4 else "5" for seat in ALL}


async def next_ballot(table: Table) -> int:
    """Go on until the next ballot is open; give its number."""
    while table.room.state.open_round is None:
        await table.room.press(position=table.room.position(), sure=True)
    return table.room.state.open_round.number


async def cast_all(table: Table, *seats: int) -> None:
    number = table.room.state.open_round.number
    for seat in seats:
        await table.room.cast(seat, REF, number, ENDS[seat])


def last(table: Table):
    return table.room.state.rounds[REF][-1]


async def test_the_record_keeps_the_seats_with_no_ballot():
    table = Table()
    await cast_all(table, *ALL[:-1])
    await table.close()
    assert (last(table).absent, last(table).cast) == ((7,), 6)


async def test_set_aside_and_voted_again_with_one_missing_shows_the_outcome_alone_and_keeps_no_count():
    table = Table()
    await cast_all(table, *ALL)
    await table.close()
    await table.room.do(VoidRound("we misread it"))
    await next_ballot(table)
    await cast_all(table, *ALL[:-1])
    with pytest.raises(Refused) as asked:
        await table.room.press(position=table.room.position())
    assert asked.value.code is No.ASK_AGAIN_WAIT
    await table.close()
    assert (last(table).counts, last(table).absent) == (None, (7,))
    written = table.record.entries[-1].doc["event"]
    assert (written["fact"], written["counts"], written["cast"]) == ("RoundClosed", None, None)


async def test_a_ballot_taken_out_by_a_conflict_is_not_among_those_cast():
    table = Table()
    await cast_all(table, *ALL)
    await table.room.do(StepOut(3, REF))
    await table.close()
    assert (last(table).voters, last(table).absent, last(table).cast) == ((1, 2, 4, 5, 6, 7), (), 6)


async def test_a_ballot_a_crash_left_unread_is_not_among_those_cast():
    table = Table()
    for seat in ALL:
        await table.cast(seat, ENDS[seat])
    table.restart()
    for seat in ALL[:-1]:
        table.look(seat)
    await table.close()
    assert (last(table).absent, last(table).cast) == ((7,), 6)
