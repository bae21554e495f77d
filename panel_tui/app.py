"""The wall's application: a switchboard. It draws the room's poster, and turns keys into orders."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import SystemCommand
from textual.binding import BindingType
from textual.screen import Screen

from screens.wall import keys
from screens.wall.lookback import Lookback
from screens.wall.screen import SHEETS, WallScreen
from screens.wall.widgets.answer import Answer
from sessions import commands as c
from sessions.supposing import Supposed
from sessions.views.sheets import AFTER
from sessions.wording import say

from .hand import RoomHand
from .ready.awake import Awake
from .ready.checks import Laptop
from .switchboard import LEFT, RoomChanged, Switchboard

if TYPE_CHECKING:
    from .room import Room

__all__ = ["LEFT", "RoomChanged", "WallApp"]


class WallApp(Switchboard):
    """The wall over a room."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [*SHEETS]
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings()]
    KEYS = keys.KEYS

    def __init__(self, room: Room, laptop: Laptop | None = None, drawn: asyncio.Event | None = None) -> None:
        """Take the room to show and the laptop it runs on; `drawn` is set once it stands."""
        super().__init__()
        self._drawn = drawn or asyncio.Event()
        self.room = room
        self.laptop = laptop or Laptop(Path(), Awake())
        self._told_address = room.address
        self.hand = RoomHand(room)
        self.pretending = False  # whether the members are a rehearsal's, and leave with the wall
        self.lookback = Lookback()
        self.wall = WallScreen(room.clock.now)

    def get_default_screen(self) -> Screen[None]:
        """Give the one screen."""
        return self.wall

    @property
    def main(self) -> Screen[None]:
        """Give the one screen."""
        return self.wall

    @property
    def answer(self) -> Answer:
        """Give the bar at the foot of the wall."""
        return self.wall.answer

    @property
    def position(self) -> str:
        """Name the poster's place, not the room's newest."""
        return self.lookback.poster.frame.position

    @property
    def before_leaving(self) -> str:
        """Say what becomes of the phones, and of pretend members where there are any."""
        line = super().before_leaving
        return f"{line} {say('wall.leave.pretend')}" if self.pretending else line

    async def on_ready(self) -> None:
        """Show the room, and begin to listen."""
        await self.draw()
        self.listen()
        self.call_after_refresh(self._drawn.set)

    @work
    async def listen(self) -> None:
        """Hear every change of the room for as long as the wall is up."""
        with self.room.watch() as watch:
            while True:
                await watch.changed()
                self.post_message(RoomChanged())

    async def draw(self) -> None:
        """Draw what the wall should show now. A new place hushes what was said about the old one."""
        if self.lookback.keep(self.room.poster()):
            self.hush()
        await self.wall.show(self.lookback.poster, looking_back=self.lookback.active)
        if self.room.address != self._told_address:
            self._told_address = self.room.address
            self.tell(say("ready.address.moved", address=self.room.address))

    # Going on and back.

    async def action_next(self) -> None:
        """Come back from a blank wall or from looking back; else do the obvious next thing."""
        if self.wall.blanked:
            self.wall.blank()
        elif self.lookback.active:
            self.lookback.forward()
            await self.draw()
        elif self.wall.sheet:
            await self.lay("")
        else:
            await self.press_on()

    async def action_back(self) -> None:
        """Look back."""
        if self.lookback.back():
            await self.draw()

    def action_blank(self) -> None:
        """Blank the wall, or bring it back."""
        self.wall.blank()

    def action_swap(self) -> None:
        """Change the square in the lobby."""
        self.wall.swap()

    async def action_ways(self) -> None:
        """Lay the ways to divide the pot over the list, one sheet after another."""
        await self.lay(AFTER.get(self.wall.sheet, "ways"))

    async def action_portfolio(self) -> None:
        """Lay what the list would fund, by place, size and theme, over the list."""
        await self.lay("portfolio")

    async def action_checks(self) -> None:
        """Lay the checks on the scores over the list."""
        await self.lay("checks")

    async def action_next_list(self) -> None:
        """Show the next pot's list."""
        if self.wall.funding_line is not None and not self.lookback.active:
            self.room.table.next_list()
            await self.draw()

    async def lay(self, sheet: str, supposed: Supposed | None = None) -> None:
        """Lay a sheet over the list, or take it away."""
        await self.granted(self.room.table.lay(sheet, supposed))

    async def action_up(self) -> None:
        """Turn a page back, or move the funding line up."""
        await self._turn(-1)

    async def action_down(self) -> None:
        """Turn a page, or move the funding line down."""
        await self._turn(1)

    async def _turn(self, by: int) -> None:
        line = self.wall.funding_line if not self.lookback.active else None
        if line is None:
            self.wall.turn(by)
        elif line + by >= 0:
            await self.do(c.MoveLine(line + by, self.wall.strand))

    async def action_confirm(self) -> None:
        """Confirm the list together, where there is one."""
        if self.wall.funding_line is not None:
            await self.action_next()
        else:
            self.hush()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let a key that means two things mean the one that belongs to what is up."""
        if action in ("swap", "ways") and (action == "ways") is not self.wall.dividing:
            return False
        return super().check_action(action, parameters)

    def commands(self) -> Iterable[SystemCommand]:
        """List all that the wall can do."""
        from .palette import palette

        return palette(self, "square")
