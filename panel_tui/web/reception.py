"""What the pages share for one room: the room, seats taken once however often a form comes, and own new codes."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from typing import cast

from starlette.requests import Request

from panel_tui.room.joining import TakenSeat
from panel_tui.room.room import Room
from panel_tui.system.clock import steady
from panel_tui.system.hash_pool import Slowly, at_once
from panel_tui.web.event_streams import EventStreams
from panel_tui.web.wall_pages import WallPages
from panel_tui.web.wrong_codes import CodeTries
from screens.phone.preferences import Look

_REMEMBERED = 1_000


class SeatsTaken:
    """Seats being taken or just taken, by the name of the form that was sent."""

    def __init__(self, room: Room) -> None:
        """Remember nothing yet."""
        self._room = room
        self._takes: OrderedDict[str, asyncio.Task[TakenSeat]] = OrderedDict()

    async def take(self, code: str, sending: str, slowly: Slowly = at_once, leaving: str = "") -> TakenSeat:
        """Take a seat, or give what the same form was given before. Raises Refused."""
        if not sending:
            return await self._room.take(code, slowly, leaving)
        name = f"{sending} {code}"
        task = self._takes.get(name)
        if task is None:
            task = self._takes[name] = asyncio.ensure_future(self._room.take(code, slowly, leaving))
            if len(self._takes) > _REMEMBERED:
                self._takes.popitem(last=False)
        try:
            return await asyncio.shield(task)
        except BaseException:
            if task.done():
                self._takes.pop(name, None)
            raise


_MINUTES = 10


class OwnCodes:
    """Codes waiting to be written down, by the cookie of the phone they are for."""

    def __init__(self, clock: Callable[[], float] = steady) -> None:
        """Hold nothing yet."""
        self._clock = clock
        self._codes: dict[str, tuple[str, float]] = {}

    def keep(self, token: str, code: str) -> None:
        """Hold a code for a phone."""
        now = self._clock()
        self._codes = {key: held for key, held in self._codes.items() if held[1] > now}
        if code:
            self._codes[token] = (code, now + _MINUTES * 60)

    def for_phone(self, token: str) -> str:
        """Return the code this phone has not written down yet; nothing where there is none."""
        code, until = self._codes.get(token, ("", 0.0))
        return code if until > self._clock() else ""

    def written_down(self, token: str) -> None:
        """Forget a phone's code."""
        self._codes.pop(token, None)


class Reception:
    """One room's front desk."""

    def __init__(self, room: Room) -> None:
        """Open for this room."""
        self.room = room
        self.codes = CodeTries()
        self.own_codes = OwnCodes()
        self.takes = SeatsTaken(room)
        self.streams = EventStreams()
        self.walls = WallPages(room)
        self.turn_look: tuple[str, Look] | None = None  # chosen in one turn on the device that goes round

    def visited(self, request: Request) -> None:
        """Note that a page was opened, and from where."""
        self.room.visits.came(request.client.host if request.client else "")

    @property
    def language(self) -> str:
        """Return the language of pages that belong to no seat."""
        session = self.room.state.session
        return session.language if session else "en"

    @property
    def title(self) -> str:
        """Return the session's title; nothing before the doors have opened."""
        session = self.room.state.session
        return session.title if session else ""


def reception(request: Request) -> Reception:
    """Find the front desk a request came to."""
    return cast(Reception, request.scope["app"].reception)
