"""A real room with its desk: the listener on its own port, and a desk driven by keys over it."""

from __future__ import annotations

from contextlib import asynccontextmanager

import pytest

from panel_tui.desk.app import DeskApp
from panel_tui.desk.client import DeskClient
from panel_tui.desk.listener import desk_listener
from panel_tui.folder.members_file import members_text
from panel_tui.room.open_room import live_room
from sessions import commands as c
from sessions.events import Card
from tests.sessions.worlds import session
from tests.wall.conftest import Driven
from tests.wall.rooms import Unhurried


@pytest.fixture(autouse=True)
def runtime_folder(tmp_path, monkeypatch):
    """Keep the notes of tests away from those of the laptop's owner."""
    home = tmp_path / "runtime"
    home.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(home))
    return home


@asynccontextmanager
async def a_room(folder, *, plan=None, taken=6, paper=()):
    """Open a room whose first seats are taken by phone, but for those on paper."""
    folder.mkdir(exist_ok=True)
    if plan is not None and plan.labels:
        (folder / "members.toml").write_bytes(members_text(plan.labels))
    async with live_room(folder, session=plan or session(), clock=Unhurried()) as room:
        for seat in sorted(room.state.seats)[:taken]:
            if seat in paper:
                await room.do(c.TakePaperSeat(seat))
            else:
                await room.do(c.TakeFreeSeat(f"token{seat}", Card(0, f"code{seat}", f"key{seat}")))
        yield room


async def press_until(room, phase):
    for _ in range(100):
        if room.state.plan.phase is phase:
            return
        await room.press(position=room.position(), sure=True)
    raise AssertionError(f"never came to {phase}")


class AtTheDesk(Driven):
    """A desk that runs over a real line."""

    def __init__(self, app, pilot, room):
        self.app, self.pilot, self.room = app, pilot, room

    async def settle(self):
        await self.pilot.pause(0.01)
        await self.pilot.pause(0.01)

    @property
    def words(self):
        """The screen's words, each gap one space: a line may break anywhere."""
        return " ".join(self.text.split())

    async def heard(self, true=lambda: True):
        """Wait until the desk shows the room's own place, and something else is so too."""
        await self.until(
            lambda: (
                self.app.api.view is not None
                and self.app.api.view.position == self.room.position()
                and true()
            )
        )
        await self.settle()

    @property
    def said(self):
        return self.app.desk.answer.said.plain


@asynccontextmanager
async def at_the_desk(room, note, size=(120, 40)):
    link = DeskClient(lambda: note)
    app = DeskApp(link, Unhurried())
    async with app.run_test(size=size, notifications=True) as pilot:
        it = AtTheDesk(app, pilot, room)
        await it.heard()
        yield it
    await link.close()


@pytest.fixture
def desk(tmp_path):
    @asynccontextmanager
    async def opened(*, size=(120, 40), until=None, **room):
        folder = tmp_path / "day"
        async with a_room(folder, **room) as it, desk_listener(it, folder) as note:
            if until:
                await press_until(it, until)
            async with at_the_desk(it, note, size) as driven:
                yield driven

    return opened
