"""When something changes for all, phones are told one after another, so that the wall waits for few of them."""

import asyncio

from panel_tui.web.event_streams import EventStreams


async def test_of_five_hundred_that_wake_up_at_once_a_few_are_told_at_once_and_all_soon():
    streams = EventStreams()
    turns = [asyncio.create_task(streams.turn()) for _ in range(500)]
    await asyncio.sleep(0)
    told = sum(turn.done() for turn in turns)
    assert 1 <= told <= 20
    async with asyncio.timeout(5):
        await asyncio.gather(*turns)


async def test_a_small_panel_waits_for_nothing():
    streams = EventStreams()
    turns = [asyncio.create_task(streams.turn()) for _ in range(10)]
    await asyncio.sleep(0)
    assert all(turn.done() for turn in turns)
