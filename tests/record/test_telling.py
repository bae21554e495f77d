"""Whoever waits for one commit is told in order, a few at a time: the wall's keys must not wait for a whole rush."""

import asyncio
import itertools

from panel_tui.record import Record


async def test_a_rush_is_told_in_order_and_leaves_room_for_others_between(tmp_path):
    record = Record.open(tmp_path / "record.jsonl", program="test")
    told, seen = [], [0]

    async def caller(number):
        (entry,) = await record.append([{"number": number}])
        assert entry.doc["number"] == number
        told.append(number)

    async def somebody_else():
        while len(told) < 100:
            await asyncio.sleep(0)
            seen.append(len(told))

    await asyncio.gather(*(caller(number) for number in range(100)), somebody_else())
    await record.close()
    assert told == list(range(100))
    steps = [after - before for before, after in itertools.pairwise(seen)]
    assert 0 < max(steps) <= 16


async def test_closing_waits_until_everyone_is_told(tmp_path):
    record = Record.open(tmp_path / "record.jsonl", program="test")
    callers = [asyncio.create_task(record.append([{"number": number}])) for number in range(100)]
    await asyncio.sleep(0)
    await record.close()
    await asyncio.sleep(0)
    assert all(caller.done() for caller in callers)
