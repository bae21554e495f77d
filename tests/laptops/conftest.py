"""A small room, as the tests of the pages have it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from panel_tui.room.room import Room
from tests.web.phones import small_room


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    (tmp_path / "day").mkdir()
    async with small_room(tmp_path / "day") as opened:
        yield opened
