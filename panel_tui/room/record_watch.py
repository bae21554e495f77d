"""Look after a room's record between two answers: say what is wrong within a second, and come back by itself.

The room takes nothing in while its record cannot: an answer is refused at the door, before anything is decided.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from panel_tui.record import Record
from sessions.model.refusals import No, Refused
from sessions.views.trouble import Trouble

EVERY = 0.5  # seconds between two looks: whoever is in the room hears of trouble within one
RARELY = 5.0  # seconds between two tries, where coming back has failed a few times


class Keeping:
    """What is known of the record, for the wall, the desk and the phones."""

    def __init__(self, record: Record, ring: Callable[[], None]) -> None:
        """Begin with a record that has just been opened; `ring` tells everyone who watches the room."""
        self._record, self._notify = record, ring
        self._told = Trouble()
        self._leaving_for: Path | None = None

    @property
    def trouble(self) -> Trouble:
        """Return what is wrong now; a trouble without a name is none."""
        why = self._record.trouble
        if self._leaving_for is not None:
            return Trouble("moved", str(self._leaving_for))
        return Trouble(why.code.partition(".")[2]) if why is not None else Trouble()

    @property
    def takes(self) -> bool:
        """Whether an answer may be taken in."""
        return self._leaving_for is None and self._record.takes

    def ask(self) -> None:
        """Raise Refused where nothing can be kept now."""
        if not self.takes:
            raise Refused(No.NOT_SAVED)

    def leave_for(self, folder: Path | None) -> None:
        """Take nothing more in here: the day goes on in another folder. Nothing takes that back."""
        self._leaving_for = folder
        self.tell()

    def tell(self) -> None:
        """Let everyone hear whether something is wrong, where they have heard otherwise."""
        if (now := self.trouble) != self._told:
            self._told = now
            self._notify()

    async def look(self, *, whole: bool = False) -> Trouble:
        """Look at the record, come back where that can be, and give what is wrong; `whole` reads all of it again."""
        if self._leaving_for is None:
            await self._record.tend(whole=whole)
        self.tell()
        return self.trouble

    async def go_on(self, *, every: float = EVERY, rarely: float = RARELY) -> None:
        """Look again and again, for as long as the session runs."""
        pause = every
        while True:
            await asyncio.sleep(pause)
            pause = min(2 * pause, rarely) if (await self.look()).name else every


@asynccontextmanager
async def looked_after(keeping: Keeping) -> AsyncIterator[None]:
    """Look after the record for as long as the block lasts."""
    looking = asyncio.create_task(keeping.go_on())
    try:
        yield
    finally:
        looking.cancel()
        with suppress(asyncio.CancelledError):
            await looking
