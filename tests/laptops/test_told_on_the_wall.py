"""What the wall says when no new phone can get in, and when they can again."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from panel_tui.facilitator.wall_app import WallApp
from tests.wall.conftest import Driven
from tests.wall.rooms import FakeRoom


@pytest.fixture
async def wall() -> AsyncIterator[Driven]:
    room = FakeRoom("lobby")
    app = WallApp(room)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        driven = Driven(app, pilot)
        await driven.settle()
        yield driven


async def test_a_shut_door_stands_on_the_wall_until_it_is_open_again(wall: Driven) -> None:
    wall.room.listener.found_shut()
    await wall.app.draw()
    await wall.until(lambda: "No new phone can get in" in wall.text)
    wall.room.listener.stands_open()
    await wall.app.draw()
    await wall.until(lambda: "No new phone can get in" not in wall.text)
    assert "It is open again" in wall.said
