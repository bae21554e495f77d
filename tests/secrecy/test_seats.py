"""Seats that move in mid-round: a new phone, a seat that steps out, a device that was taken out of use."""

import pytest

from panel_tui.room.card_codes import fast_hash
from sessions import commands as c
from sessions.events import Card
from sessions.model.refusals import No, Refused
from sessions.views.phone.current_page import Ask
from sessions.views.phone.pages import BallotPage, Wait
from tests.secrecy.table import REF, ROUND, Table, counted

GIVEN = {1: "5", 2: "5", 3: "1", 4: "4", 5: "5"}


async def voted() -> Table:
    table = Table()
    for seat, choice in GIVEN.items():
        await table.cast(seat, choice)
    return table


async def new_phone(table: Table, seat: int) -> dict[str, str]:
    """Give a seat a new card and a new phone; keep the old phone's jar."""
    await table.room.do(c.ReissueCard(Card(seat, "", fast_hash("new key"))))
    await table.room.do(c.TakeSeatByCard(fast_hash("new key"), fast_hash("new token")))
    old, table.jars[seat] = table.jars[seat], {}
    return old


async def test_a_ballot_already_cast_stands_and_the_new_phone_cannot_change_it():
    table = await voted()
    await new_phone(table, 3)
    with pytest.raises(Refused) as refused:
        await table.cast(3, "5")
    assert refused.value.code is No.BALLOT_STANDS
    page = table.room.page(3, Ask("ballot"))
    assert isinstance(page, Wait)
    assert not page.may_vote_again
    await table.close()
    assert table.counts == counted(GIVEN.values())


async def test_a_new_phone_whose_seat_had_not_voted_may_vote():
    table = await voted()
    await new_phone(table, 7)
    await table.cast(7, "5")
    await table.close()
    assert table.counts == counted([*GIVEN.values(), "5"])


async def test_after_a_crash_the_lost_half_of_a_moved_seat_is_asked_for_again():
    table = await voted()
    await new_phone(table, 3)
    table.restart()
    for seat in table.seats:
        table.look(seat)
    assert table.wall[0] == "4 of 5 ballots restored; waiting for seat 3."
    assert isinstance(table.room.page(3), BallotPage)
    await table.cast(3, "2")
    await table.close()
    assert table.counts == counted({**GIVEN, 3: "2"}.values())


async def test_the_old_phone_may_still_bring_its_half_and_then_the_ballot_stands():
    table = await voted()
    old = await new_phone(table, 3)
    table.restart()
    table.room.bring_halves(old, None)
    assert table.wall[0].startswith("1 of 5")
    with pytest.raises(Refused) as refused:
        await table.cast(3, "5")
    assert refused.value.code is No.BALLOT_STANDS


async def test_the_old_phone_cannot_turn_its_half_into_another_ballot():
    from panel_tui.room.ballots.shares import SlotPlace, mixed, pad_value, read_pad, slip

    table = await voted()
    old = await new_phone(table, 3)
    table.restart()
    place = SlotPlace(table.mark, REF, ROUND, 3)
    ((name, value),) = old.items()
    for fill in (bytes(15), b"\xff" * 15):  # it knows it voted 1 and would rather have voted 5
        turn = mixed(slip(0, place, fill), slip(4, place, fill))
        table.room.bring_halves({name: pad_value(mixed(read_pad(value), turn))}, None)
    assert table.wall[0].startswith("0 of 5")


async def test_a_half_comes_too_late_for_a_seat_that_has_voted_again():
    table = await voted()
    old = await new_phone(table, 3)
    table.restart()
    await table.cast(3, "4")
    table.room.bring_halves(old, None)
    for seat in table.seats:
        table.look(seat)
    await table.close()
    assert table.counts == counted({**GIVEN, 3: "4"}.values())


async def test_who_steps_out_takes_the_ballot_along_in_memory_and_on_the_disk():
    table = await voted()
    await table.cast(6, "5")
    await table.room.do(c.StepOut(3, REF))
    box = [entry[1] for entry in table.trace if entry[0] == "write" and len(entry[1]) == 64 * 8][-1]
    assert box[32 + 64 * 2 : 32 + 64 * 3] == bytes(64)
    table.restart()
    for seat in table.seats:
        table.look(seat)
    assert table.wall[0] == "All 5 ballots are restored."
    await table.close()
    assert table.counts == counted([*(choice for seat, choice in GIVEN.items() if seat != 3), "5"])
