"""A crash in mid-round loses no ballot that was acknowledged, and the wall names who is waited for."""

import pytest

from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.views.phone.pages import BallotPage
from tests.secrecy.table import REF, ROUND, Table, counted

GIVEN = {1: "5", 2: "4", 3: "1", 4: "cant-say", 5: "5", 6: "2"}


async def voted(table: Table, given=GIVEN) -> Table:
    for seat, choice in given.items():
        await table.cast(seat, choice)
    return table


async def test_after_a_crash_the_phones_bring_every_ballot_back():
    table = await voted(Table())
    table.restart()
    assert table.wall[0] == "0 of 6 ballots restored; waiting for seats 1, 2, 3, 4, 5 and 6."
    for seat in (1, 2, 4, 5, 6):
        table.look(seat)
    assert table.wall[0] == "5 of 6 ballots restored; waiting for seat 3."
    table.look(3)
    assert table.wall[0] == "All 6 ballots are restored."
    await table.close()
    assert table.counts == counted(GIVEN.values())


async def test_without_a_crash_the_wall_waits_for_nobody():
    table = await voted(Table())
    assert not [line for line in table.wall if "restored" in line]


async def test_closing_without_a_ballot_is_asked_about_by_name_and_then_done():
    table = await voted(Table(), {**GIVEN, 7: "5"})
    table.restart()
    for seat in (1, 2, 5, 6, 4, 7):
        table.look(seat)
    with pytest.raises(Refused) as asked:
        await table.room.press(position=table.room.position())
    assert asked.value.code is No.ASK_AGAIN_UNREAD
    assert asked.value.asks_again
    assert "seat 3 " in asked.value.sentence
    await table.close()
    assert table.counts == counted([*(choice for seat, choice in GIVEN.items() if seat != 3), "5"])
    assert [one.what for one in table.room.state.interventions] == ["ballots-unread"]


async def test_a_phone_that_lost_its_half_is_asked_to_vote_again():
    table = await voted(Table())
    table.restart()
    table.jars[3].clear()
    for seat in table.seats:
        table.look(seat)
    page = table.room.page(3)
    assert isinstance(page, BallotPage)
    assert page.message.startswith("The laptop stopped")
    await table.cast(3, "2")
    assert table.wall[0] == "All 6 ballots are restored."
    await table.close()
    assert table.counts == counted({**GIVEN, 3: "2"}.values())


async def test_who_had_not_voted_may_still_vote_after_the_crash():
    table = await voted(Table())
    table.restart()
    await table.cast(7, "1")
    for seat in table.seats:
        table.look(seat)
    await table.close()
    assert table.counts == counted([*GIVEN.values(), "1"])


async def test_a_lost_reply_loses_no_ballot():
    table = await voted(Table())
    await table.cast(3, "5", lost=True)
    table.restart()
    for seat in table.seats:
        table.look(seat)
    await table.close()
    assert table.counts == counted(GIVEN.values()), "the ballot that was acknowledged is the one that counts"


async def test_two_replies_lost_one_after_the_other_lose_no_ballot():
    table = await voted(Table())
    await table.cast(3, "5", lost=True)
    await table.cast(3, "4", lost=True)
    table.restart()
    for seat in table.seats:
        table.look(seat)
    await table.close()
    assert table.counts == counted(GIVEN.values())


async def test_a_lost_reply_without_a_crash_changes_nothing():
    table = await voted(Table())
    await table.cast(3, "5", lost=True)
    await table.close()
    assert table.counts == counted({**GIVEN, 3: "5"}.values())


async def test_crash_after_crash_restores_too():
    table = await voted(Table())
    for _ in range(3):
        table.restart()
        for seat in table.seats:
            table.look(seat)
        await table.cast(2, "4")
    table.restart()
    for seat in table.seats:
        table.look(seat)
    await table.close()
    assert table.counts == counted(GIVEN.values())


async def test_a_ballot_restored_can_still_be_changed():
    table = await voted(Table())
    table.restart()
    for seat in table.seats:
        table.look(seat)
    await table.cast(1, "1")
    await table.close()
    assert table.counts == counted({**GIVEN, 1: "1"}.values())


async def test_a_half_restores_no_other_seats_ballot():
    table = await voted(Table())
    table.restart()
    stolen = dict(zip(table.jars[2], table.jars[1].values(), strict=True))
    table.room.bring_halves(stolen, 2)
    assert table.wall[0].startswith("0 of 6")


async def test_devices_that_go_round_keep_no_half_and_vote_again():
    table = Table()
    for seat in (1, 2, 3, 4, 5):
        await table.cast(seat, "5", keep=seat != 4)
    assert table.jars[4] == {}
    table.restart()
    for seat in table.seats:
        table.look(seat)
    assert table.wall[0] == "4 of 5 ballots restored; waiting for seat 4."
    await table.cast(4, "5", keep=False)
    await table.close()
    assert table.counts == (0, 0, 0, 0, 5, 0)


async def test_halves_end_at_the_first_contact_after_closing():
    table = await voted(Table())
    assert table.look(1) == ()
    await table.close()
    for seat in GIVEN:
        assert len(table.look(seat)) == 1
    assert not any(table.jars.values())


async def test_a_box_left_over_after_its_round_closed_is_removed_at_the_start():
    table = await voted(Table())
    kept = bytes(table.disk.read(table.room.polling_box._ballots._file._box))
    await table.close()
    assert not [name for name in table.disk.names() if "ballots" in name]
    handle = table.disk.create(table.room.polling_box._ballots._file._box)
    table.disk.write(handle, kept)
    table.disk.close(handle)
    table.restart()
    assert not [name for name in table.disk.names() if "ballots" in name]
    assert table.counts == counted(GIVEN.values()), "the record is the authority"
    assert table.room.state.plan.phase is Phase.OUTCOME


async def test_under_five_nothing_is_kept():
    table = await voted(Table(), {1: "5", 2: "5", 3: "1", 4: "1"})
    await table.close()
    closed = table.record.entries[-1].doc["event"]
    assert {key for key, value in closed.items() if value not in (None, [], 0)} == {
        "fact", "application", "round", "eligible", "outcome",
    }  # fmt: skip
    assert closed["outcome"] == "too-few"
    assert not [name for name in table.disk.names() if "ballots" in name]


async def test_a_ballot_set_aside_takes_its_box_with_it():
    from sessions.commands import VoidRound

    table = await voted(Table())
    await table.room.do(VoidRound("we misread the question"))
    assert not [name for name in table.disk.names() if "ballots" in name]
    with pytest.raises(Refused):
        await table.room.cast(1, REF, ROUND, "5")
