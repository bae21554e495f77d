"""A pretend facilitator: presses the one key, and only when nobody has anything left to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from panel_tui.unable import Unable
from sessions.wording import say

from .members import Members

MOST_PRESSES = 5_000  # a day of fifty applications takes under a thousand
MOST_WAITS = 50  # looks round the room while answers still come in, before pressing all the same


class Driver(Protocol):
    """The room as a facilitator handles it."""

    async def press(self) -> None:
        """Do the obvious next thing, as PageDown does."""
        ...

    def waiting_for(self) -> int:
        """Count who has yet to answer what is open; nought where nothing is."""
        ...

    def finished(self) -> bool:
        """Say whether the closing screen is reached."""
        ...

    def describe(self) -> str:
        """Say where the room stands, in one line."""
        ...


class Stuck(Unable):
    """The rehearsal cannot go on."""


async def drive(driver: Driver, members: Members, *, tell: Callable[[str], None] | None = None) -> None:
    """Take the day from the lobby to the closing screen. Raises Stuck. `tell` gets each new progress line."""
    told = ""
    for _ in range(MOST_PRESSES):
        await _settle(driver, members)
        if tell is not None and (line := driver.describe()) != told:
            told = line
            tell(line)
        if driver.finished():
            return
        await driver.press()
    raise Stuck(say("rehearse.stuck", where=driver.describe()))


async def _settle(driver: Driver, members: Members) -> None:
    """Let the room come to rest: those who have not answered by then have nothing to say."""
    for _ in range(MOST_WAITS):
        sent = await members.settle()
        for seat, why in members.lost.items():
            raise Stuck(say("rehearse.lost", seat=seat)) from why
        if not sent or not driver.waiting_for():
            return
