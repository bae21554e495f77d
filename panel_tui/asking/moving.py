"""Notes, a step back, and what is set aside with a reason: a ballot, or the confirmed list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sessions import commands as c
from sessions.refusals import No, Refused
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
    """Set a ballot aside, or the list once it is confirmed, with the reason."""
    from screens.wall.asks.writing import Writing

    choices = app.hand.choices()
    confirmed = choices.confirmed
    if not (confirmed or choices.voidable):
        raise Refused(No.NO_ROUND_TO_VOID)  # before a reason is written that would be lost
    title = say("steering.reopen.title" if confirmed else "wall.void.title")
    label = say("steering.reopen.label" if confirmed else "wall.void.label")
    why = await app.push_screen_wait(Writing(title, label))
    if why:
        await app.do(c.ReopenList(why) if confirmed else c.VoidRound(why))
