"""Who is woken by what: one phone's answer wakes that phone and the wall, and nobody else's."""

from __future__ import annotations

from pathlib import Path

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
