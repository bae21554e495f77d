"""What a press would be asked again about can be asked for by itself, and nothing happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from panel_tui.room.room import Room
from sessions import commands as c
from sessions.model.answers import score
from sessions.model.phases import Phase
from sessions.model.refusals import Refused
from tests.web.phones import go_to, small_room


def asked(room: Room) -> Refused:
    with pytest.raises(Refused) as refused:
        room.ask(position=room.position())
    return refused.value


async def test_the_number_missing_is_as_it_is_now_and_nothing_is_closed(tmp_path: Path) -> None:
    async with small_room(tmp_path) as room:
        for seat in (1, 2):
            await room.do(c.TakePaperSeat(seat))
        await go_to(room, Phase.SCORE)
        assert asked(room).values == {"missing": 2}
        await room.do(c.KeySlip(1, "A01", {"reach": score(4)}, "slip"))
        assert asked(room).values == {"missing": 1}
        await room.do(c.KeySlip(2, "A01", {"reach": score(4)}, "other"))
        room.ask(position=room.position())  # everyone is in: nobody would lose anything
        assert room.state.plan.phase is Phase.SCORE


async def test_where_nothing_is_asked_nothing_happens_either(tmp_path: Path) -> None:
    async with small_room(tmp_path) as room:
        before = len(room.record.entries)
        room.ask(position=room.position())
        assert (len(room.record.entries), room.state.plan.step) == (before, -1)
