"""Other screens: let one in by a square and a short code, or end them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panel_tui.system.network import square_link
from screens.wall.dialogs.codes import JoiningSquare, Square
from screens.wall.dialogs.pick import Pick, PickLine
from sessions.wording import say, say_many

if TYPE_CHECKING:
    from panel_tui.facilitator.wall_app import WallApp


async def screens(app: WallApp) -> None:
    """Show the code for the next screen; where some are in, or none may come, ask first."""
    others = app.room.screens
    if others.count or not others.may_come:
        ways = [PickLine("in", say("elsewhere.way-in"))] if others.may_come else []
        ways += [PickLine("end", say("elsewhere.way-end"))] if others.count else []
        if not ways:
            app.tell(say("elsewhere.card-not-now"))
            return
        picked = await app.push_screen_wait(Pick(say("elsewhere.card"), ways, text=_told(app)))
        if picked == "end":
            others.end()
            app.tell(say("elsewhere.ended"))
        if picked != "in":
            return
    words = f"{say('elsewhere.card-once')}\n\n{say('elsewhere.card-how')}"
    await app.push_screen_wait(Square(say("elsewhere.card"), words, lambda: _next_screen(app)))


def _next_screen(app: WallApp) -> JoiningSquare:
    """Return the code that is offered now; while none may come, nothing but why."""
    code = app.room.screens.offered()
    if not code:
        return JoiningSquare("", "", "", say("elsewhere.card-not-now"))
    link = f"{square_link(app.room.address, '', encrypted=app.room.encrypted)}WALL/{code}"
    return JoiningSquare(link, f"{app.room.address}/wall", code, _told(app))


def _told(app: WallApp) -> str:
    n = app.room.screens.count
    return say_many("elsewhere.let-in", n) if n else say("elsewhere.none")
