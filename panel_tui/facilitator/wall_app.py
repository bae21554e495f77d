"""The wall's application: a switchboard. It draws the room's poster, and turns keys into orders."""

from __future__ import annotations

import asyncio
from collections.abc import Hashable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import SystemCommand
from textual.binding import BindingType
from textual.screen import Screen

from panel_tui.facilitator.base_app import LEFT, BaseApp, RoomChanged
from panel_tui.facilitator.facilitator_api import RoomApi
from panel_tui.ready.checks import Laptop
from panel_tui.ready.power import Awake
from panel_tui.room.room_protocol import nothing_more
from screens.wall import keys
from screens.wall.lookback import Lookback
from screens.wall.screen import SHEETS, WallScreen
from screens.wall.widgets.words import AnswerBar
from sessions import commands as c
from sessions.results.what_if import Supposed
from sessions.views.wall.sheet_makers import AFTER
from sessions.wording import say

if TYPE_CHECKING:
    from panel_tui.room.room import Room

# seconds: in a rush each phone's answer is a change, and nobody reads more than five counts a second
_TOGETHER = 0.2
_FIT_FOR_GUESTS = ("leave", "help", "hold", "screens")  # conversations in which no application is named

__all__ = ["LEFT", "RoomChanged", "WallApp"]


class WallApp(BaseApp):
    """The wall over a room."""

    # read once: a wall that is opened again must need no file, however many connections hold them all
    CSS: ClassVar[str] = "\n".join(sheet.read_text(encoding="utf-8") for sheet in SHEETS)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings()]
    KEYS = keys.KEYS

    def __init__(self, room: Room, laptop: Laptop | None = None, drawn: asyncio.Event | None = None) -> None:
        """Take the room to show and the laptop it runs on; `drawn` is set once it stands."""
        super().__init__(room.clock)
        self._drawn = drawn or asyncio.Event()
        self.room = room
        self.laptop = laptop or Laptop(Path(), Awake())
        self._told_address = room.address
        self._told_opened = room.listener.opened_again
        self._warned = ""
        self.api = RoomApi(room)
        self.pretending = False  # whether the members are a rehearsal's, and leave with the wall
        self.lookback = Lookback()
        self._remembered = False  # whether what was up before this wall was asked for
        self.wall = WallScreen(room.clock.now)

    def get_default_screen(self) -> Screen[None]:
        """Return the one screen."""
        return self.wall

    @property
    def main(self) -> Screen[None]:
        """Return the one screen."""
        return self.wall

    @property
    def answer(self) -> AnswerBar:
        """Return the bar at the foot of the wall."""
        return self.wall.answer

    @property
    def position(self) -> str:
        """Name the poster's place, not the room's newest."""
        return self.lookback.poster.frame.position

    @property
    def face(self) -> Hashable:
        """Tell posters apart by their places, and by what lies over them."""
        poster = self.wall.poster
        place = poster.frame.position if poster is not None else ""
        return place, self.lookback.active, self.wall.sheet, self.wall.strand, self.wall.blanked

    @property
    def before_leaving(self) -> str:
        """Say what becomes of the phones, and of pretend members where there are any."""
        trouble = self.room.keeping.trouble
        if trouble.name and not trouble.saved:
            return say("wall.leave.not-kept", trouble=trouble.said)
        kept = say("wall.leave.unshown") if self._unshown else super().before_leaving
        line = trouble.said or kept
        return f"{line} {say('wall.leave.pretend')}" if self.pretending else line

    @property
    def leaving_loses(self) -> bool:
        """Whether something of a person's is in memory alone: what the disk does not hold, or is not shown yet."""
        trouble = self.room.keeping.trouble
        return bool(trouble.name and not trouble.saved) or (self._unshown and not self.pretending)

    @property
    def _unshown(self) -> bool:
        state = self.room.state
        secret = state.open_round or state.open_tie or state.open_question
        return bool(secret) or self.room.anonymous_answers.holds_any

    async def before_leaving_look(self) -> None:
        """Read all of the record again: what is said on leaving must be so."""
        await self.room.keeping.look(whole=True)

    async def on_ready(self) -> None:
        """Show the room, and begin to listen."""
        await self.draw()
        self.room.turn_on = self._turn_on_for_desk
        self.listen()
        self.call_after_refresh(self._drawn.set)

    def on_unmount(self) -> None:
        """Leave nothing to turn, and other screens as they would be without a wall."""
        self.room.turn_on = nothing_more
        self.room.screens.darken(blank=False)

    @work
    async def listen(self) -> None:
        """Hear every change of the room for as long as the wall is up."""
        with self.room.watch() as watch:
            while True:
                await watch.changed()
                self.post_message(RoomChanged())
                await watch.pause(_TOGETHER)

    async def draw(self) -> None:
        """Draw what the wall should show now. A new place hushes what was said about the old one."""
        if self.lookback.keep(self.room.poster()):
            self.hush()
        await self.wall.show(
            self.lookback.poster, looking_back=self.lookback.active, screens=self.room.screens.count
        )
        self._warn(self.room.keeping.trouble.said)
        self._tell_of_the_door()
        if self.room.address != self._told_address:
            self._told_address = self.room.address
            printed = self.room.state.printed_address
            key = "not-the-cards" if printed and printed != self.room.address else "moved"
            self.tell(say(f"ready.address.{key}", address=self.room.address, printed=printed))
        self.look()

    def _warn(self, sentence: str) -> None:
        """Say what is wrong with the record for as long as it is; and once that it is over."""
        self.wall.warn(sentence or (say("ready.door.shut") if self.room.listener.shut else ""))
        if self._warned and not sentence:
            self.tell(say("record.back"))
        self._warned = sentence

    def _tell_of_the_door(self) -> None:
        """Say once that a closed listener was opened again."""
        if self.room.listener.opened_again != self._told_opened:
            self._told_opened = self.room.listener.opened_again
            self.tell(say("ready.door.again"))

    # While guests can read the wall.

    async def action_ask(self, name: str) -> None:
        """Ask nothing on the wall, while guests are in, in which another application could stand."""
        if self.room.state.guests_in and name not in _FIT_FOR_GUESTS:
            self.tell(say("interviews.wall.guests"))
        else:
            await super().action_ask(name)

    # Going on and back.

    async def action_next(self) -> None:
        """Come back from a blank wall or from looking back; else do the obvious next thing."""
        if self.wall.blanked:
            self.action_blank()
        elif self.lookback.active:
            self.lookback.forward()
            await self.draw()
        elif self.pressed_at != self.position and self.turn_on():
            await self.draw()
        elif self.wall.sheet:
            await self.lay("")
        else:
            await self.press_on()

    def turn_on(self) -> bool:
        """Show what has not been seen yet of what is up; say whether there was more. The day goes on after that."""
        if self.wall.turn_on():
            return True
        if self.wall.further_list:
            self.room.table.next_list()
            return True
        return False

    def _turn_on_for_desk(self, position: str) -> bool:
        present = not self.wall.blanked and not self.lookback.active and self.position == position
        return self.is_running and present and self.turn_on()

    async def action_back(self) -> None:
        """Look back; further than this wall has been up, to what the record knows."""
        moved = self.lookback.back()
        if not moved and not self._remembered:
            self._remembered = True
            self.lookback.remember(await self.room.earlier())
            moved = self.lookback.back()
        if moved:
            await self.draw()
        else:
            self.tell(say("wall.looking-back.first"))

    async def returned(self) -> bool:
        """Come back from looking back: what people see is not what such a key would be about."""
        if not self.lookback.active:
            return False
        self.lookback.come_back()
        await self.draw()
        self.tell(say("wall.looking-back.over"))
        return True

    def action_blank(self) -> None:
        """Blank the wall, or bring it back; other screens go with it."""
        self.wall.blank()
        self.room.screens.darken(blank=self.wall.blanked)

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
        line = self.wall.line_moved(by) if not self.lookback.active else None
        if line is None:
            self.wall.turn(by)
        else:
            await self.do(c.MoveLine(line, self.wall.strand))

    async def action_confirm(self) -> None:
        """Confirm the list together, where there is one."""
        if self.wall.funding_line is None:
            self.hush()
        else:
            await self.action_next()

    def action_pass_over(self) -> None:
        """Leave the decisions that were not turned over yet, where there are some."""
        if not self.lookback.active and self.wall.pass_over():
            self.tell(say("wall.turned.passed-over"))
        else:
            self.hush()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let a key that means two things mean the one that belongs to what is up."""
        if action in ("swap", "ways") and (action == "ways") is not self.wall.dividing:
            return False
        return super().check_action(action, parameters)

    def commands(self) -> Iterable[SystemCommand]:
        """List all that the wall can do."""
        from panel_tui.facilitator.palette_commands import palette

        return palette(self, "square", "screens", "save")
