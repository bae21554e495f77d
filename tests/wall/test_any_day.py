"""Every moment of any day, sensible or not, can be drawn on the wall at every size without breaking it."""

import asyncio

import pytest
from hypothesis import given, settings

from panel_tui.facilitator.wall_app import WallApp
from sessions.views.wall.current_poster import Outside, poster
from tests.sessions.days import DAYS
from tests.sessions.worlds import doors_open, session
from tests.wall.rooms import FakeRoom

SIZES = [(60, 20), (80, 24), (120, 40)]


def moments(orders, *, seats):
    """Live through a day and give the poster of each place the room came to."""
    world = doors_open(session(seats=seats))
    seen = {}
    for order in orders:
        world = world.when(order(world))
        seen[world.state.plan.position] = poster(
            world.state, world.clock, Outside("10.0.0.7:8765", "http://10.0.0.7")
        )
    return list(seen.values())


async def drawn(posters, size):
    room = FakeRoom(posters=posters)
    app = WallApp(room)
    async with app.run_test(size=size, notifications=True) as pilot:
        for place in range(len(posters)):
            room.at = place
            await app.draw()
            await pilot.pause()
            assert app.screen._compositor.render_strips()


@pytest.mark.parametrize("seats", [3, 6])
@pytest.mark.parametrize("size", SIZES)
@given(orders=DAYS)
@settings(max_examples=5, deadline=None)
def test_any_day_can_be_drawn(orders, size, seats):
    posters = moments(orders, seats=seats)
    if posters:
        asyncio.run(drawn(posters, size))
