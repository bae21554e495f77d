"""Notes, and what is set aside with a reason: a ballot, or the confirmed list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sessions import commands as c
from sessions.wording import say

if TYPE_CHECKING:
    from ..switchboard import Switchboard


async def note(app: Switchboard) -> None:
    """Write a note."""
    from screens.wall.asks.writing import Writing

    text = await app.push_screen_wait(Writing(say("wall.note.title"), say("wall.note.label")))
    if text and await app.do(c.AddNote(text)):
        app.tell(say("wall.note.kept"))


async def void(app: Switchboard) -> None:
    """Set a ballot aside, or the list once it is confirmed, with the reason."""
    from screens.wall.asks.writing import Writing

    what = "steering.reopen" if app.hand.choices().confirmed else "wall.void"
    why = await app.push_screen_wait(Writing(say(f"{what}.title"), say(f"{what}.label")))
    if why:
        await app.do(c.VoidRound(why) if what == "wall.void" else c.ReopenList(why))
