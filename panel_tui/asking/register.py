"""Conflicts: who steps out or comes back, and the register signed off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.wall.asks.pick import Line, Pick
from sessions import commands as c
from sessions.wording import say

from .picking import pick_seat, who_is_out

if TYPE_CHECKING:
    from ..switchboard import Switchboard


async def step_out(app: Switchboard) -> None:
    """Let someone step out or come back. On the wall the list does not say who is out: the room need not know."""
    choices = app.hand.choices()
    ref = choices.application
    if not ref:
        lines = [Line(one.application, one.title) for one in choices.decidable]
        picked = await app.push_screen_wait(Pick(say("steering.out.application"), lines))
        ref = picked or ""
    if not ref:
        return
    told = who_is_out if app.PRIVATE and choices.application else lambda _seat: ""
    seat = await pick_seat(app, say("wall.out.title"), choices.seats, told)
    if seat is None:
        return
    ways = (Line("out", say("wall.out.steps-out")), Line("back", say("wall.out.comes-back")))
    way = await app.push_screen_wait(Pick(say("wall.out.which", seat=seat.seat), ways, start=int(seat.out)))
    if way is not None:
        await app.do(c.StepOut(seat.seat, ref) if way == "out" else c.ComeBack(seat.seat, ref))


async def register(app: Switchboard) -> None:
    """Sign the register of conflicts off together. The wall says how many are in it, never who."""
    stands = app.hand.choices().register
    count = "steering.register.count" if stands.conflicts else "steering.register.none"
    text = [say(f"steering.register.{stands.when}"), say(count, n=stands.conflicts)]
    if stands.signed:
        text.append(say("steering.register.signed", at=stands.signed))
    lines = [Line(way, say(f"steering.register.{way}")) for way in ("sign", "not")]
    card = Pick(say("steering.register.title"), lines, text="\n".join(text))
    if await app.push_screen_wait(card) == "sign" and await app.do(c.SignRegister(stands.when)):
        app.tell(say("steering.register.done"))
