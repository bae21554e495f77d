"""Pick a seat from a list, on a card over the wall."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from screens.wall.asks.pick import Line, Pick
from sessions.views.choices import SeatChoice
from sessions.wording import say

if TYPE_CHECKING:
    from ..switchboard import Switchboard


async def pick_seat(
    app: Switchboard, title: str, seats: Sequence[SeatChoice], remark: Callable[[SeatChoice], str]
) -> SeatChoice | None:
    """Pick a seat by its number and label."""
    if not seats:
        app.tell(say("wall.seats.none"))
        return None
    lines = [
        Line(
            str(seat.seat),
            " · ".join(part for part in (say("wall.seat", seat=seat.seat), seat.label) if part),
            remark(seat),
        )
        for seat in seats
    ]
    picked = await app.push_screen_wait(Pick(title, lines))
    return next((seat for seat in seats if str(seat.seat) == picked), None)


def taking_part(seat: SeatChoice) -> str:
    """Say how a seat takes part."""
    if seat.left:
        return say("wall.seat.left")
    if seat.handed_round:
        return say("wall.seat.handed-round")
    return say("wall.seat.paper" if seat.paper else "wall.seat.phone" if seat.taken else "wall.seat.free")
