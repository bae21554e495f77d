"""A pretend facilitator: presses the one key, and only when nobody has anything left to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from panel_tui.rehearse.members import Members
from panel_tui.system.errors import Unable
from sessions.wording import say

MOST_PRESSES = 200  # on one line of the agenda; three ballots with talk between them take some twenty
MOST_WAITS = 50  # looks round the room while answers still come in, before pressing all the same


class Driver(Protocol):
    """The room as a facilitator handles it."""

    async def press(self) -> None:
        """Do the obvious next thing, as PageDown does."""
        ...

    def waiting_for(self) -> int:
        """Count who has yet to answer what is open; nought where nothing is."""
        ...

    def line(self) -> int:
        """Number the line of the agenda where the room stands."""
        ...

    def finished(self) -> bool:
        """Whether the closing screen is reached."""
        ...

    def describe(self) -> str:
        """Say where the room stands, in one line."""
        ...


class Stuck(Unable):
    """The rehearsal cannot go on."""


async def drive(driver: Driver, members: Members, *, tell: Callable[[str], None] | None = None) -> None:
    """Take the day from the lobby to the closing screen. Raises Stuck. `tell` gets each new progress line."""
    told, line, pressed = "", driver.line(), 0
    while pressed < MOST_PRESSES:
        await _settle(driver, members)
        if tell is not None and (now := driver.describe()) != told:
            told = now
            tell(now)
        if driver.finished():
            return
        await driver.press()
        pressed = pressed + 1 if driver.line() == line else 0  # however long the day, it goes on
        line = driver.line()
    raise Stuck(say("rehearse.stuck", where=driver.describe()))


async def _settle(driver: Driver, members: Members) -> None:
    """Let the room come to rest: those who have not answered by then have nothing to say."""
    for _ in range(MOST_WAITS):
        sent = await members.settle()
        for seat, why in members.lost.items():
            raise Stuck(say("rehearse.lost", seat=seat)) from why
        if not sent or not driver.waiting_for():
            return
