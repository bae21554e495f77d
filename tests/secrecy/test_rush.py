"""Many at one instant, one phone twice at once, and a close in between."""

import asyncio
import threading

from tests.secrecy.table import REF, ROUND, Table, counted


def slow(table: Table) -> threading.Event:
    """Hold the table's disk until the event is set."""
    let_go = threading.Event()
    create = table.disk.create

    def when_let(path):
        assert let_go.wait(30)
        return create(path)

    table.disk.create = when_let
    return let_go


async def test_a_rush_is_few_writes():
    table = Table(60)
    await asyncio.gather(*(table.cast(seat, "5") for seat in table.seats))
    boxes = [entry for entry in table.trace if entry == ("create", "record.ballots-new")]
    assert len(boxes) <= 2
    table.restart()
    for seat in table.seats:
        table.look(seat)
    await table.close()
    assert table.counts == (0, 0, 0, 0, 60, 0)


async def test_a_form_sent_twice_at_once_leaves_the_phone_with_the_half_that_counts():
    for pause in range(4):
        table = Table()
        let_go = slow(table)
        first = asyncio.create_task(table.room.cast(1, REF, ROUND, "1"))
        for _ in range(pause):
            await asyncio.sleep(0)
        second = asyncio.create_task(table.room.cast(1, REF, ROUND, "5"))
        await asyncio.sleep(0)  # it is in before the first is on the disk
        let_go.set()
        one, other = await asyncio.gather(first, second)
        assert one == other, "whichever reply arrives, the phone holds the pad of the last write"
        for seat in (2, 3, 4, 5):
            await table.cast(seat, "5")
        table.jars[1][one.name] = one.value
        table.restart()
        for seat in table.seats:
            table.look(seat)
        await table.close()
        assert table.counts == (0, 0, 0, 0, 5, 0)


async def test_who_has_sent_a_ballot_when_the_room_closes_is_counted_or_told():
    for pause in range(6):
        table = Table()
        casting = [asyncio.create_task(table.cast(seat, "5")) for seat in table.seats]
        for _ in range(pause):
            await asyncio.sleep(0)
        await table.close()
        await asyncio.gather(*casting, return_exceptions=True)
        acknowledged = table.acknowledged.values()
        assert table.counts in (None, counted(acknowledged))
        assert table.counts is not None or len(acknowledged) < 5
        assert not [name for name in table.disk.names() if "ballots" in name]
