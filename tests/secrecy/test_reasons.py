"""Reasons stand apart from ballots: in memory until the ballot closes, then in the record in order of letters."""

import pytest

from sessions.model.refusals import Refused
from tests.secrecy.table import REF, ROUND, Table


async def voted() -> Table:
    table = Table()
    for seat in table.seats:
        await table.cast(seat, "5")
    return table


async def test_reasons_come_out_sorted_whoever_wrote_first():
    table = await voted()
    for seat, text in ((7, "They know the street."), (1, "A good budget."), (4, "Lunch matters.")):
        table.room.give_reason(seat, REF, ROUND, text)
    await table.close()
    kept = table.room.state.rounds[REF][-1].reasons
    assert kept == ("A good budget.", "Lunch matters.", "They know the street.")


async def test_a_reason_touches_no_disk_before_the_ballot_closes():
    table = await voted()
    before = len(table.trace)
    table.room.give_reason(3, REF, ROUND, "They know the street.")
    assert table.trace[before:] == []


async def test_a_reason_can_be_changed_and_taken_back_and_is_cleaned():
    table = await voted()
    table.room.give_reason(1, REF, ROUND, "first")
    table.room.give_reason(1, REF, ROUND, "second\x1b[31m")
    table.room.give_reason(2, REF, ROUND, "never mind")
    table.room.give_reason(2, REF, ROUND, "")
    await table.close()
    assert table.room.state.rounds[REF][-1].reasons == ("second[31m",)


async def test_under_five_no_reason_is_kept():
    table = Table()
    for seat in (1, 2, 3, 4):
        await table.cast(seat, "5")
    table.room.give_reason(1, REF, ROUND, "a telling word")
    await table.close()
    assert table.room.state.rounds[REF][-1].reasons == ()
    assert not [entry for entry in table.trace if entry[0] == "write" and b"telling" in entry[1]]


async def test_who_may_not_vote_may_give_no_reason():
    table = await voted()
    with pytest.raises(Refused):
        table.room.give_reason(1, REF, 2, "for another round")
