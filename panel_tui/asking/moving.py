"""Notes, a step back, and what is set aside with a reason: a ballot, or the confirmed list."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sessions import commands as c
from sessions.refusals import No, Refused
from sessions.views.choices import Void
from sessions.wording import say

if TYPE_CHECKING:
    from ..switchboard import Switchboard


async def note(app: Switchboard) -> None:
    """Write a note."""
    from screens.wall.asks.writing import Writing

    text = await app.push_screen_wait(Writing(say("wall.note.title"), say("wall.note.label")))
    if text and await app.do(c.AddNote(text)):
        app.tell(say("wall.note.kept"))


async def undo(app: Switchboard) -> None:
    """Take the last step back; of an open ballot, what was in the box is gone, and that is said."""
    ballot = app.hand.choices().undoes_ballot
    if await app.do(c.Undo(app.hand.position())):
        app.tell(say("steering.undo.ballot" if ballot else "steering.undo.done"))


async def void(app: Switchboard) -> None:
    """Set a ballot, shown scores, or the list once it is confirmed aside, with the reason."""
    from screens.wall.asks.writing import Writing

    what, position = app.hand.choices().to_void, app.hand.position()
    if what is None:
        raise Refused(No.NO_ROUND_TO_VOID)  # before a reason is written that would be lost
    title, label, order = _SETTING_ASIDE[what]
    why = await app.push_screen_wait(Writing(say(title), say(label)))
    if why:
        await app.do(order(why, position))


# each order is given the reason, and the place it was asked for: there may be two desks
_SETTING_ASIDE: dict[Void, tuple[str, str, Callable[[str, str], c.Command]]] = {
    Void.LIST: ("steering.reopen.title", "steering.reopen.label", lambda why, _there: c.ReopenList(why)),
    Void.BALLOT: ("wall.void.title", "wall.void.label", c.VoidRound),
    Void.SCORES: ("wall.void-scores.title", "wall.void-scores.label", c.VoidReveal),
}
