"""The desk's application: it draws the view it is given, and sends wishes. It comes back by itself."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import PurePath
from typing import ClassVar

from textual import work
from textual.app import SystemCommand
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen

from screens.desk import keys
from screens.desk.screen import SHEETS, DeskScreen
from screens.wall.keys import bindings
from screens.wall.widgets.answer import Answer
from sessions import commands as c
from sessions.views.desk import DeskView

from ..clock import Clock
from ..switchboard import Switchboard
from .hand import DeskHand
from .link import Away, Link

AGAIN = 1.0  # seconds between two tries to find a session that runs


class Seen(Message):
    """A view has come. Of several only the newest is drawn."""

    def __init__(self, view: DeskView) -> None:
        """Keep it."""
        super().__init__()
        self.view = view

    def can_replace(self, message: Message) -> bool:
        """Take the place of an older one that is still waiting."""
        return isinstance(message, Seen)


class Unheard(Message):
    """Nobody answers just now."""

    def __init__(self, sentence: str) -> None:
        """Keep why."""
        super().__init__()
        self.sentence = sentence


class DeskApp(Switchboard):
    """The desk over a line to the session that runs."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [*SHEETS]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(keys.KEYS)]
    KEYS = keys.KEYS
    PRIVATE = True
    WORDS = "desk"

    def __init__(self, link: Link, clock: Clock | None = None) -> None:
        """Take the line."""
        super().__init__()
        self.clock = clock or Clock()
        self.link = link
        self.hand: DeskHand = DeskHand(link, self.clock)
        self.desk = DeskScreen(self.clock.now)

    def get_default_screen(self) -> Screen[None]:
        """Give the one screen."""
        return self.desk

    @property
    def main(self) -> Screen[None]:
        """Give the one screen."""
        return self.desk

    @property
    def answer(self) -> Answer:
        """Give the bar at the foot of it."""
        return self.desk.answer

    @property
    def position(self) -> str:
        """Name the place that is on the desk."""
        return self.hand.position()

    def on_ready(self) -> None:
        """Begin to listen."""
        self.listen()

    @work
    async def listen(self) -> None:
        """Look for as long as the desk is open; when nobody answers, say so and try again."""
        while True:
            try:
                view = await self.link.look()
            except Away as away:
                self.link.forget()
                self.post_message(Unheard(away.sentence))
                await asyncio.sleep(AGAIN)
            else:
                if view is not None:
                    self.post_message(Seen(view))

    async def on_seen(self, seen: Seen) -> None:
        """Draw a view that has come. A new place, or one heard again, hushes what was said before."""
        before = self.hand.view
        self.hand.view = seen.view
        if self.desk.unheard or before is None or before.position != seen.view.position:
            self.hush()
        await self.draw()

    def on_unheard(self, unheard: Unheard) -> None:
        """Say that nobody answers."""
        self.desk.away(unheard.sentence)

    async def draw(self) -> None:
        """Draw the last view."""
        if self.hand.view is not None:
            self.desk.show(self.hand.view)

    async def action_next(self) -> None:
        """Do the obvious next thing."""
        await self.press_on()

    async def action_add_seat(self) -> None:
        """Put one more seat at the table."""
        await self.do(c.AddSeat())

    def commands(self) -> Iterable[SystemCommand]:
        """List all that can be done here."""
        from ..palette import palette

        return palette(self)
