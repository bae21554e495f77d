"""Seats: stepping out, new cards, signals, reminders, going home."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from screens.wall.asks.pick import Line, Pick
from sessions import commands as c
from sessions.views import choosing
from sessions.wording import say, say_many

from ..codes import draw_card, hashed, salt_of, spaced
from .picking import pick_seat, taking_part

if TYPE_CHECKING:
    from ..app import WallApp


async def step_out(app: WallApp) -> None:
    """Let someone step out or come back. The list does not say who is out: the wall need not know."""
    ref = app.room.state.application
    if not ref:
        app.tell(say("wall.out.none"))
        return
    seat = await pick_seat(app, say("wall.out.title"), choosing.seats(app.room.state), lambda _seat: "")
    if seat is None:
        return
    ways = (Line("out", say("wall.out.steps-out")), Line("back", say("wall.out.comes-back")))
    way = await app.push_screen_wait(Pick(say("wall.out.which", seat=seat.seat), ways, start=int(seat.out)))
    if way is not None:
        await app.do(c.StepOut(seat.seat, ref) if way == "out" else c.ComeBack(seat.seat, ref))


async def new_card(app: WallApp) -> None:
    """Give a seat a new card; the code is shown once, when the others look away."""
    seat = await pick_seat(app, say("wall.card.title"), choosing.seats(app.room.state), taking_part)
    if seat is None:
        return
    from screens.wall.asks.new_card import NewCard

    known = (each.code for each in app.room.state.seats.values() if each.code)
    salt = next(map(salt_of, known), "") or app.room.clock.token()
    card = draw_card(app.room.clock, seat.seat, seats=len(app.room.state.seats))
    stored = await asyncio.to_thread(hashed, card, salt)
    if await app.do(c.ReissueCard(stored)):
        await app.push_screen_wait(NewCard(seat.seat, spaced(card.code)))
        app.tell(say("wall.card.done", seat=seat.seat))


async def signals(app: WallApp) -> None:
    """Say how many sent which signal, because the facilitator asked; never who."""
    counts = app.room.signals()
    told = "\n".join(say_many(f"wall.signals.{kind}", n) for kind, n in counts.items() if n)
    back = (Line("back", say("wall.signals.back")),)
    await app.push_screen_wait(Pick(say("wall.signals.title"), back, text=told or say("wall.signals.none")))


async def remind(app: WallApp) -> None:
    """Remind the last ones on their own phones. The wall says nothing of how many they are."""
    app.tell(say("wall.remind.done" if app.room.remind() else "wall.remind.nobody"))


async def goes_home(app: WallApp) -> None:
    """Let a member who leaves early go; the card brings them back."""
    here = [seat for seat in choosing.seats(app.room.state) if seat.taken and not seat.left]
    seat = await pick_seat(app, say("wall.home.title"), here, taking_part)
    if seat is not None and await app.do(c.LeaveEarly(seat.seat)):
        app.tell(say("wall.home.done", seat=seat.seat))
