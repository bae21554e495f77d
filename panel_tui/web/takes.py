"""Taking a seat once, however often the phone sends the same form: the second reply is the first one's."""

from __future__ import annotations

import asyncio
from collections import OrderedDict

from ..door import Taken
from ..room import Room

_REMEMBERED = 1_000


class Takes:
    """Seats being taken or just taken, by the name of the form that was sent."""

    def __init__(self, room: Room) -> None:
        """Remember nothing yet."""
        self._room = room
        self._takes: OrderedDict[str, asyncio.Task[Taken]] = OrderedDict()

    async def take(self, code: str, sending: str) -> Taken:
        """Take a seat, or give what the same form was given before. Raises Refused."""
        if not sending:
            return await self._room.take(code)
        name = f"{sending} {code}"
        task = self._takes.get(name)
        if task is None:
            task = self._takes[name] = asyncio.ensure_future(self._room.take(code))
            if len(self._takes) > _REMEMBERED:
                self._takes.popitem(last=False)
        try:
            return await asyncio.shield(task)
        except BaseException:
            if task.done():
                self._takes.pop(name, None)
            raise
