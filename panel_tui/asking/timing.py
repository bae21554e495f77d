"""Time: how the day stands, the rest re-timed, a forgotten start, a holding slide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.wall.asks.pick import Line, Pick
from sessions import commands as c
from sessions.wording import say, say_many

if TYPE_CHECKING:
    from ..switchboard import Switchboard

_AGO = (1, 2, 3, 5, 10, 15)
_HOLDING = ("moment", "sorting", "quiet", "phones")


async def retime(app: Switchboard) -> None:
    """Say how the day stands for time; where something can be saved, offer it first."""
    position, pacing = app.hand.position(), app.hand.choices().pacing
    ways = ("yes", "no") if pacing.retiming else ("no",)
    lines = [Line(way, say(f"steering.retime.{way}")) for way in ways]
    card = Pick(say("steering.retime.title"), lines, text="\n".join(pacing.lines))
    if await app.push_screen_wait(card) == "yes" and await app.do(c.Retime(position, pacing.retiming)):
        app.tell(say("steering.retime.done"))


async def began(app: Switchboard) -> None:
    """Forgive a forgotten start."""
    position = app.hand.position()
    lines = [Line("0", say("steering.began.now"))]
    lines += [Line(str(n), say_many("steering.began.ago", n)) for n in _AGO]
    ago = await app.push_screen_wait(Pick(say("steering.began.title"), lines, start=2))
    if ago is not None and await app.do(c.MoveStart(position, int(ago))):
        app.tell(say("steering.began.done"))


async def hold(app: Switchboard) -> None:
    """Put a holding slide up; PageDown takes it away."""
    from screens.wall.asks.writing import Writing

    lines = [Line(key, say(f"steering.hold.{key}")) for key in (*_HOLDING, "own")]
    picked = await app.push_screen_wait(Pick(say("steering.hold.title"), lines))
    if picked is None:
        return
    words: str | None = say(f"steering.hold.{picked}")
    if picked == "own":
        words = await app.push_screen_wait(Writing(say("steering.hold.title"), say("steering.hold.label")))
    if words:
        await app.do(c.Hold(words))
