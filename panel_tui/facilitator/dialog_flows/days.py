"""Several days: end one here, and count in who is back on the next."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from panel_tui.facilitator.dialog_flows.seats import pick_seat, taking_part
from screens.wall.dialogs.pick import Pick, PickLine
from sessions import commands as c
from sessions.wording import say

if TYPE_CHECKING:
    from panel_tui.facilitator.base_app import BaseApp

_UNKNOWN = "unknown"
_TIMES = tuple(f"{hour:02d}:{minute}" for hour in range(8, 20) for minute in ("00", "30"))


async def end_day(app: BaseApp) -> None:
    """Ask when we meet next, then end the day here."""
    position, choices = app.api.position(), app.api.choices()
    lines = [PickLine(day, words) for day, words in choices.meeting_days]
    lines.append(PickLine(_UNKNOWN, say("nights.end.unknown")))
    day = await app.push_screen_wait(Pick(say("nights.end.title"), lines))
    if day is None:
        return
    order = c.EndDay(position)
    if day != _UNKNOWN:
        times = sorted({*_TIMES, choices.starts})
        hours = [PickLine(at, at.lstrip("0")) for at in times]
        at = await app.push_screen_wait(
            Pick(say("nights.end.time"), hours, start=times.index(choices.starts))
        )
        if at is None:
            return
        order = c.EndDay(position, dt.date.fromisoformat(day), dt.time.fromisoformat(at))
    if await app.do(order):
        app.tell(say("nights.end.done"))


async def come_again(app: BaseApp) -> None:
    """Count a member in who has no phone to say so with."""
    away = [seat for seat in app.api.choices().seats if seat.away and not seat.left]
    if not away:
        app.tell(say("nights.back.all"))
        return
    seat = await pick_seat(app, say("nights.back.title"), away, taking_part)
    if seat is not None and await app.do(c.ComeAgain(seat.seat)):
        app.tell(say("nights.back.done", seat=seat.seat))
