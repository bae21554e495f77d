"""Card codes are long enough for the number of seats."""

import pytest

from panel_tui.clock import Clock
from panel_tui.codes import draw_card, hashed
from panel_tui.live import live_room
from sessions.commands import PrintCards
from tests.journeys.small_session import small_session


@pytest.mark.parametrize(("seats", "length"), [(12, 8), (50, 8), (51, 10), (500, 10)])
def test_above_fifty_seats_a_code_has_ten_letters(seats, length):
    assert len(draw_card(Clock(), 1, seats=seats).code) == length


async def test_a_long_code_takes_its_seat(tmp_path):
    async with live_room(small_session(tmp_path / "panel", seats=51)) as room:
        card = draw_card(room.clock, 51, seats=51)
        await room.do(PrintCards((hashed(card, "salt"),)))
        assert (await room.take(card.code.lower())).seat == 51
