"""What people wrote without a name: hiding what should not stay up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.wall.asks.pick import Line, Pick
from sessions import commands as c
from sessions.wording import say

if TYPE_CHECKING:
    from ..switchboard import Switchboard


async def hide_reason(app: Switchboard) -> None:
    """Pick a reason that is shown, say why, and hide it."""
    from screens.wall.asks.writing import Writing

    shown = app.hand.choices().reasons
    if not shown:
        app.tell(say("people.hide.none"))
        return
    lines = [Line(str(at), one.text, one.heading) for at, one in enumerate(shown)]
    picked = await app.push_screen_wait(Pick(say("people.hide.title"), lines))
    if picked is None:
        return
    one = shown[int(picked)]
    why = await app.push_screen_wait(Writing(say("people.hide.why"), say("people.hide.why-label")))
    if why and await app.do(c.HideReason(one.application, one.round, one.place, why)):
        app.tell(say("people.hide.done"))
