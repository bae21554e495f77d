"""Seats: new cards, signals, reminders, going home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.wall.asks.pick import Line, Pick
from sessions import commands as c
from sessions.refusals import Refused
from sessions.wording import say, say_many

from .picking import pick_seat, taking_part

if TYPE_CHECKING:
    from ..switchboard import Switchboard


async def new_card(app: Switchboard) -> None:
    """Give a seat a new card; the code is shown once, when the others look away."""
    seat = await pick_seat(app, say("wall.card.title"), app.hand.choices().seats, taking_part)
    if seat is None:
        return
    from screens.wall.asks.new_card import NewCard

    try:
        code = await app.hand.new_card(seat.seat)
    except Refused as refused:
        app.tell(refused.sentence)
        return
    await app.push_screen_wait(NewCard(say("wall.card.ready", seat=seat.seat), code))
    app.tell(say("wall.card.done", seat=seat.seat))


async def hand_round(app: Switchboard) -> None:
    """Let a device go round; its code is shown once, when the others look away."""
    from screens.wall.asks.new_card import NewCard

    try:
        made = await app.hand.make_hand_round()
    except Refused as refused:
        app.tell(refused.sentence)
        return
    how = say("wall.hand-round.how", address=made.address)
    await app.push_screen_wait(NewCard(say("wall.hand-round.ready"), made.code, how))
    app.tell(say("wall.hand-round.done"))


async def signals(app: Switchboard) -> None:
    """Say how many sent which signal, because the facilitator asked; never who."""
    counts = app.hand.signals()
    told = "\n".join(say_many(f"wall.signals.{kind}", n) for kind, n in counts.items() if n)
    back = (Line("back", say("wall.signals.back")),)
    await app.push_screen_wait(Pick(say("wall.signals.title"), back, text=told or say("wall.signals.none")))


async def remind(app: Switchboard) -> None:
    """Remind the last ones on their own phones. The wall says nothing of how many they are."""
    app.tell(say("wall.remind.done" if await app.hand.remind() else "wall.remind.nobody"))


async def goes_home(app: Switchboard) -> None:
    """Let a member who leaves early go; the card brings them back."""
    here = [seat for seat in app.hand.choices().seats if seat.taken and not seat.left]
    seat = await pick_seat(app, say("wall.home.title"), here, taking_part)
    if seat is not None and await app.do(c.LeaveEarly(seat.seat)):
        app.tell(say("wall.home.done", seat=seat.seat))
