"""The wall's application: a switchboard. It draws the room's poster, and turns keys into orders.

It keeps no state of the session: if it dies of a bug, the room lives on and another wall opens over it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen

from screens.wall import keys, themes
from screens.wall.asks.card import Card
from screens.wall.lookback import Lookback
from screens.wall.screen import SHEETS, WallScreen
from sessions import commands as c
from sessions.refusals import Refused
from sessions.wording import say

if TYPE_CHECKING:
    from .room import Room

LEFT = "left"
_ASKING = "ask"
_TURNS = 2_000  # of the event loop that a card may take to come up; it needs some dozens
_GOING_ON = keys.keys_of("next") | keys.keys_of("confirm")


class RoomChanged(Message):
    """The room is not as it was. Many of these are drawn once."""

    def can_replace(self, message: Message) -> bool:
        """Take the place of one that is still waiting."""
        return isinstance(message, RoomChanged)


class WallApp(App[str]):
    """The wall over a room. `run` gives LEFT once the facilitator leaves; nothing if the wall broke."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [*SHEETS]
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings()]
    ALLOW_SELECT = False
    INLINE_PADDING = 0

    def __init__(self, room: Room, first_words: str = "") -> None:
        """Take the room to show, and what the facilitator should read before anything else."""
        super().__init__()
        self.first_words = first_words
        for theme in list(self.available_themes):
            self.unregister_theme(theme)
        for ours in themes.THEMES:
            self.register_theme(ours)
        self.theme = themes.suited(self.console.color_system)
        self.room = room
        self.lookback = Lookback()
        self.pressed_at = ""
        self.wall = WallScreen(room.clock.now)

    def get_default_screen(self) -> Screen[None]:
        """Give the one screen."""
        return self.wall

    async def on_ready(self) -> None:
        """Show the room, and begin to listen."""
        await self.draw()
        if self.first_words:
            self.tell(self.first_words)
        self.listen()

    @work
    async def listen(self) -> None:
        """Hear every change of the room for as long as the wall is up."""
        with self.room.watch() as watch:
            while True:
                await watch.changed()
                self.post_message(RoomChanged())

    async def on_room_changed(self) -> None:
        """Draw once, however much changed."""
        await self.draw()

    async def draw(self) -> None:
        """Draw what the wall should show now. A new place hushes what was said about the old one."""
        if self.lookback.keep(self.room.poster()):
            self._hush()
        await self.wall.show(self.lookback.poster, looking_back=self.lookback.active)

    # What the program answers, at the foot.

    def _hush(self) -> None:
        self.pressed_at = ""
        self.wall.answer.hush()

    def tell(self, sentence: str) -> None:
        """Say one plain sentence at the foot."""
        self.pressed_at = ""
        self.wall.answer.tell(sentence)

    async def on_event(self, event: events.Event) -> None:
        """Let any key but the one that was asked for take the question back."""
        match event:
            case events.Key(key=key) if not event.is_forwarded and self.screen is self.wall:
                if self._conversing():
                    return  # between two cards: what is typed for the next one is no order to the room
                if not (self.pressed_at and key in _GOING_ON):
                    self._hush()
            case _:
                pass
        await super().on_event(event)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the wall's keys through on the wall alone: under a card they are only letters."""
        if action in keys.ACTIONS and self.screen is not self.wall:
            return False
        return super().check_action(action, parameters)

    async def do(self, command: c.Command) -> bool:
        """Give an order; say whether it was granted, and at the foot why not."""
        try:
            await self.room.do(command)
        except Refused as refused:
            self.tell(refused.sentence)
            return False
        await self.draw()
        return True

    # Going on and back.

    async def action_next(self) -> None:
        """Come back from a blank wall or from looking back; else do the obvious next thing."""
        if self.wall.blanked:
            self.wall.blank()
        elif self.lookback.active:
            self.lookback.forward()
            await self.draw()
        else:
            await self._press()

    async def _press(self) -> None:
        # what people see is what they press for: the poster's place, not the room's newest
        position = self.lookback.poster.frame.position
        try:
            await self.room.press(position=position, sure=self.pressed_at == position)
        except Refused as refused:
            self.tell(refused.sentence)
            if refused.asks_again:
                self.pressed_at = position
                self.wall.answer.ask(refused.sentence)
            return
        self._hush()
        await self.draw()

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
            await self.do(c.MoveLine(line + by))

    async def action_confirm(self) -> None:
        """Confirm the list together, where there is one."""
        if self.wall.funding_line is not None:
            await self.action_next()
        else:
            self._hush()

    # Orders that need nothing more said.

    async def action_pause(self) -> None:
        """Take a break."""
        await self.do(c.TakeBreak())

    async def action_more(self) -> None:
        """Give a minute more."""
        await self.do(c.AddMinutes(1))

    async def action_fewer(self) -> None:
        """Take a minute away."""
        await self.do(c.AddMinutes(-1))

    async def action_undo(self) -> None:
        """Take the last step back."""
        await self.do(c.Undo(self.room.position()))

    def action_theme(self) -> None:
        """Change the colours."""
        self.theme = themes.after(self.theme)

    # Orders that ask something first: each asks in a worker, so that the wall goes on hearing the room.

    async def action_ask(self, name: str) -> None:
        """Ask what an order needs, and give it. Keys that follow at once belong to the card, so wait for it."""
        if self.screen is not self.wall:
            return
        from .asking import ASKING

        conversation = self.run_worker(partial(ASKING[name], self), name=name, group=_ASKING)
        for _ in range(_TURNS):
            if conversation.is_finished or (isinstance(self.screen, Card) and self.screen.up):
                return
            await asyncio.sleep(0)

    def _conversing(self) -> bool:
        return any(worker.group == _ASKING and not worker.is_finished for worker in self.workers)

    async def action_quit(self) -> None:
        """Leave by the same door as q."""
        await self.action_ask("leave")

    def action_help_quit(self) -> None:
        """Say how to leave; an interrupt must not end the day."""
        self.tell(say("wall.press-q"))

    def leave(self) -> None:
        """Close the wall; the session stays."""
        self.exit(LEFT)

    # The palette.

    def action_command_palette(self) -> None:
        """Open the palette in our words."""
        from textual.command import CommandPalette

        if self.screen is self.wall:
            self.push_screen(CommandPalette(placeholder=say("wall.palette.search")))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002
        """List all that the wall can do."""
        from .palette import palette

        return palette(self)

    # If the wall breaks.

    def _fatal_error(self) -> None:
        """Leave a plain card behind. Textual's own traceback would print values for the room to read."""
        from screens.wall.broken import broken_card

        if not self._exit_renderables:
            self._exit_renderables.append(broken_card())
        self._close_messages_no_wait()
