"""Rooms over a day that has been lived: a real room on a pretend disk, for what a scripted poster cannot show."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from panel_tui.facilitator.wall_app import WallApp
from panel_tui.record import Record
from panel_tui.record.history import document
from panel_tui.room.room import Room
from sessions.events import Stamped
from tests.wall.conftest import Driven
from tests.wall.rooms import Unhurried


@asynccontextmanager
async def wall_over(
    history: Iterable[Stamped], folder: Path, *, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Driven]:
    """Open the wall over a room that has lived this history."""
    record = Record.open(folder / "record.jsonl", program="tests")
    await record.append([document(one) for one in history])
    app = WallApp(Room(record, Unhurried()))
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            driven = Driven(app, pilot)
            await driven.settle()
            yield driven
    finally:
        await record.close()
