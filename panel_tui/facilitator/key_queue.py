"""Keys typed to a card faster than it can take them: each is handed over once the one before it is dealt with.

Textual passes a key from the field up to the application before Tab or Enter does anything, and by then the keys
behind it have gone to the field that is being left. So they wait for their turn here.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

from screens.wall.dialogs.dialog import Dialog

_ROUNDS = 3  # up from the field: the key itself, what it chose, and what the card made of that
_LOOK = 0.02  # seconds between looks for something that may never come, as when a card closes


class KeyQueue:
    """The keys of one conversation. What is left when it ends was meant for no one, and is no order to the room."""

    def __init__(self, app: App[Any], conversing: Callable[[], bool]) -> None:
        """Take the application whose keys these are, and how to know that it is asking something."""
        self.app, self.conversing = app, conversing
        self._waiting: deque[events.Key] = deque()
        self._turn: events.Key | None = None
        self._dealing = False

    def takes(self, key: events.Key) -> bool:
        """Whether it is this key's turn; hold it where it is not."""
        if key is self._turn:
            return True
        free = not self._dealing and self._card_is_up
        if free:
            self._turn = key
        else:
            self._waiting.append(key)
        if not self._dealing:
            self._dealing = True
            self.app.run_worker(self._deal_out(), group="typed")
        return free

    @property
    def _card_is_up(self) -> bool:
        top = self.app.screen_stack[-1:]  # none once the application is closing
        return any(isinstance(screen, Dialog) and screen.up for screen in top)

    async def _deal_out(self) -> None:
        try:
            while await self._heard() and self._waiting:
                self._turn = self._waiting.popleft()
                self.app.post_message(self._turn)
        finally:
            self._waiting.clear()
            self._turn, self._dealing = None, False

    async def _heard(self) -> bool:
        """Wait until all that was typed has had its effect; say whether there is a card to hear more."""
        for _ in range(_ROUNDS):
            await _through(self.app)
            for screen in self.app.screen_stack[-1:]:
                for pump in (screen.focused or screen).ancestors_with_self:
                    await _through(pump)
        while self.app.is_running and self.conversing() and not self._card_is_up:
            await asyncio.sleep(_LOOK)
        return self.app.is_running and self.conversing()


async def _through(pump: MessagePump) -> None:
    """Wait until one part of the screen has dealt with what it was sent so far, or is gone."""
    passed = asyncio.Event()
    pump.call_later(passed.set)
    while pump.is_running and not passed.is_set():
        with suppress(TimeoutError):
            await asyncio.wait_for(passed.wait(), _LOOK)
