"""Who is woken by what: one phone's answer wakes that phone and the wall, and nobody else's."""

from __future__ import annotations

import asyncio
from pathlib import Path

from panel_tui.room.notifier import Notifier
from panel_tui.room.room import Room
from sessions import commands as c
from sessions.model.answers import score
from sessions.model.phases import Phase
from tests.web.phones import go_to, small_room


async def woken(room: Room, command: c.Command) -> dict[str, bool]:
    """Give who of the wall, seat 1 and seat 2 is woken by an order."""
    with room.watch() as wall, room.watch(1) as own, room.watch(2) as other:
        await room.do(command)
        return {"wall": wall.pending, "own": own.pending, "other": other.pending}


async def test_an_answer_wakes_its_own_phone_and_the_wall_alone(tmp_path: Path) -> None:
    async with small_room(tmp_path) as room:
        for seat in (1, 2):
            await room.do(c.TakePaperSeat(seat))
        await go_to(room, Phase.SCORE)
        answer = c.GiveAnswer(1, "A01", "reach", score(4), "x", 1)
        assert await woken(room, answer) == {"wall": True, "own": True, "other": False}
        assert await woken(room, c.HandIn(1, "A01")) == {"wall": True, "own": True, "other": False}


async def test_what_the_room_does_together_wakes_everyone(tmp_path: Path) -> None:
    async with small_room(tmp_path) as room:
        for seat in (1, 2):
            await room.do(c.TakePaperSeat(seat))
        await go_to(room, Phase.SCORE)
        everyone = {"wall": True, "own": True, "other": True}
        assert await woken(room, c.AddMinutes(1)) == everyone
        assert await woken(room, c.Next(room.position(), sure=True)) == everyone


async def test_a_slip_keyed_in_for_one_seat_is_that_seat_s_alone(tmp_path: Path) -> None:
    async with small_room(tmp_path) as room:
        for seat in (1, 2):
            await room.do(c.TakePaperSeat(seat))
        await go_to(room, Phase.SCORE)
        slip = c.KeySlip(2, "A01", {"reach": score(2), "do": score(3)}, "slip")
        assert await woken(room, slip) == {"wall": True, "own": False, "other": True}


async def test_what_single_phones_do_in_a_moment_is_one_change_for_the_wall_and_an_order_is_not_waited_for() -> (
    None
):
    notifier = Notifier()
    with notifier.watch() as wall:
        notifier.notify(1)
        await wall.changed()
        pausing = asyncio.create_task(wall.pause(60))
        for seat in range(2, 50):
            notifier.notify(seat)
            await asyncio.sleep(0)
        assert not pausing.done(), "an answer ended the pause"
        notifier.notify()
        await asyncio.wait_for(pausing, 1)
        assert wall.pending, "what came meanwhile was lost"


async def test_a_pause_ends_by_itself_and_what_came_in_it_is_heard() -> None:
    notifier = Notifier()
    with notifier.watch() as wall:
        notifier.notify()
        await wall.changed()
        notifier.notify(1)
        await asyncio.wait_for(wall.pause(0.01), 1)
        await asyncio.wait_for(wall.changed(), 1)
