"""The agenda, notes, and a ballot set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.wall.asks.pick import Line, Pick
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
    """Set a ballot aside, with the reason."""
    from screens.wall.asks.writing import Writing

    why = await app.push_screen_wait(Writing(say("wall.void.title"), say("wall.void.label")))
    if why:
        await app.do(c.VoidRound(why))


async def agenda(app: Switchboard) -> None:
    """Go to another line of the agenda, from the place that was up when it was opened."""
    position = app.hand.position()
    steps = app.hand.choices().agenda
    here = next((at for at, step in enumerate(steps) if step.here), 0)
    lines = [
        Line(
            step.key,
            step.words,
            say("wall.agenda.here") if step.here else say("wall.agenda.minutes", minutes=step.minutes),
        )
        for step in steps
    ]
    step = await app.push_screen_wait(Pick(say("wall.agenda.title"), lines, start=here))
    if step is not None:
        await app.do(c.JumpTo(position, step))
