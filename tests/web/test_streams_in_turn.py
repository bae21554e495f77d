"""When something changes for all, phones are told one after another, so that the wall waits for few of them."""

import asyncio

from panel_tui.room.notifier import Watch
from panel_tui.web.event_streams import EventStreams


def open_for(seats):
    streams = EventStreams()
    for seat in range(1, seats + 1):
        streams.open(seat, None, Watch())
    return streams, [asyncio.create_task(streams.turn()) for _ in range(seats)]


async def test_of_five_hundred_that_wake_up_at_once_a_few_are_told_at_once_and_all_soon():
    _streams, turns = open_for(500)
    await asyncio.sleep(0)
    told = sum(turn.done() for turn in turns)
    assert 1 <= told <= 20
    async with asyncio.timeout(5):
        await asyncio.gather(*turns)


async def test_a_panel_waits_for_nothing():
    _streams, turns = open_for(40)
    await asyncio.sleep(0)
    assert all(turn.done() for turn in turns)
