"""The desk's application, and how it is opened: find the session, learn its language, sit down."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Hashable, Iterable
from pathlib import Path, PurePath
from typing import ClassVar

from textual import work
from textual.app import SystemCommand
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen

from panel_tui.desk.client import Away, DeskApi, DeskClient
from panel_tui.desk.connection_note import ConnectionNote, every_note, note_of
from panel_tui.facilitator.base_app import BaseApp
from panel_tui.folder import read_session
from panel_tui.folder.languages import learn_language
from panel_tui.system.clock import Clock
from panel_tui.system.errors import Unable
from panel_tui.system.terminal import ended_from_outside
from screens.desk import screen
from screens.desk.screen import SHEETS, DeskScreen
from screens.wall.keys import bindings
from screens.wall.widgets.words import AnswerBar
from sessions.views.desk.desk import DeskView
from sessions.wording import say, speaking

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


class DeskApp(BaseApp):
    """The desk over a line to the session that runs."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [*SHEETS]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(screen.KEYS)]
    KEYS = screen.KEYS
    PRIVATE = True
    WORDS = "desk"

    def __init__(self, link: DeskClient, clock: Clock | None = None) -> None:
        """Take the line."""
        self.clock = clock or Clock()
        super().__init__(self.clock)
        self.link = link
        self.api: DeskApi = DeskApi(link, self.clock)
        self.desk = DeskScreen(self.clock.now)

    def get_default_screen(self) -> Screen[None]:
        """Return the one screen."""
        return self.desk

    @property
    def main(self) -> Screen[None]:
        """Return the one screen."""
        return self.desk

    @property
    def answer(self) -> AnswerBar:
        """Return the bar at the foot of it."""
        return self.desk.answer

    @property
    def position(self) -> str:
        """Name the place that is on the desk."""
        return self.api.position()

    @property
    def face(self) -> Hashable:
        """Tell views apart by their places, and by whether anybody answers."""
        return self.position, self.desk.unheard

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
        if not self.desk.query(AnswerBar):
            return  # one that came as the desk was being closed
        before = self.api.view
        self.api.view = seen.view
        if self.desk.unheard or before is None or before.position != seen.view.position:
            self.hush()
        await self.draw()

    def on_unheard(self, unheard: Unheard) -> None:
        """Say that nobody answers."""
        self.desk.away(unheard.sentence)
        self.look()

    async def draw(self) -> None:
        """Draw the last view."""
        if self.api.view is not None:
            self.desk.show(self.api.view)
            self.look()

    async def action_next(self) -> None:
        """Do the obvious next thing."""
        await self.press_on()

    def commands(self) -> Iterable[SystemCommand]:
        """List all that can be done here."""
        from panel_tui.facilitator.palette_commands import palette

        return palette(self, "view_slip", "look_back")


async def sit(folder: Path | None) -> None:
    """Keep the desk of a folder's session open until the facilitator leaves it."""
    link = DeskClient(finding(folder))
    try:
        language, own, shortlist = await spoken(link, folder)
        learn_language(language)
        with speaking(language, own, shortlist=shortlist):
            app = DeskApp(link)
            async with ended_from_outside(lambda _why: app.leave()):
                await app.run_async()
    finally:
        await link.close()


def finding(folder: Path | None) -> Callable[[], ConnectionNote | None]:
    """Return how the session is found: by its folder or, where none was named, as the only one. Raises Unable."""
    if folder is not None:
        return lambda: note_of(folder)
    notes = every_note()
    if len(notes) > 1:
        raise Unable(say("desk.several", folders="\n".join(note.folder for note in notes)))
    return lambda: next(iter(every_note()), None)


async def spoken(link: DeskClient, folder: Path | None) -> tuple[str, dict[str, str], bool]:
    """Return the language of the session that runs, or of the folder where none does, and the group's own words.

    The last says whether it is a shortlist.
    """
    with contextlib.suppress(Away):
        view = await link.look()
        link.forget()
        if view is not None:
            return view.language, dict(view.wording), view.shortlist
    session = read_session(folder).session if folder is not None else None
    if session is None:
        return "en", {}, False
    return session.language, dict(session.wording), session.places is not None
