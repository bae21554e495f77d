"""Leaving the wall, and help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.wall.asks.pick import Line, Pick
from sessions.wording import say

if TYPE_CHECKING:
    from ..switchboard import Switchboard


async def leave(app: Switchboard) -> None:
    """Ask once, then leave."""
    lines = (Line("yes", say("wall.leave.yes")), Line("no", say("wall.leave.no")))
    card = Pick(say(f"{app.WORDS}.leave.title"), lines, text=app.before_leaving)
    if await app.push_screen_wait(card) == "yes":
        app.leave()


async def show_help(app: Switchboard) -> None:
    """Show what the keys do."""
    from screens.wall.asks.help import Help

    await app.push_screen_wait(Help(app.KEYS, say(f"{app.WORDS}.help.title")))
