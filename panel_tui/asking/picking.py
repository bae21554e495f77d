"""Pick a seat from a list, on a card over the wall."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from screens.wall.asks.pick import Line, Pick
from sessions.views.choices import SeatChoice, Slip
from sessions.wording import say

if TYPE_CHECKING:
    from ..switchboard import Switchboard


async def pick_seat(
    app: Switchboard,
    title: str,
    seats: Sequence[SeatChoice],
    remark: Callable[[SeatChoice], str],
    *,
    start: int = 0,
) -> SeatChoice | None:
    """Pick a seat by its number and label, beginning on one of them."""
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
    picked = await app.push_screen_wait(Pick(title, lines, start=start))
    return next((seat for seat in seats if str(seat.seat) == picked), None)


def taking_part(seat: SeatChoice) -> str:
    """Say how a seat takes part."""
    if seat.left:
        return say("wall.seat.left")
    if seat.handed_round:
        return say("wall.seat.handed-round")
    return say("wall.seat.paper" if seat.paper else "wall.seat.phone" if seat.taken else "wall.seat.free")


def who_is_out(seat: SeatChoice) -> str:
    """Say who is stepping out, for the facilitator alone."""
    return say("desk.seat.out") if seat.out else ""


def slip_in(seat: SeatChoice) -> str:
    """Say how a seat takes part and whether its slip is in, for the facilitator alone."""
    return " · ".join((taking_part(seat), say("desk.seat.done"))) if seat.done else taking_part(seat)


def slip_of(slip: Slip | None, remark: Callable[[SeatChoice], str]) -> Callable[[SeatChoice], str]:
    """Make the same remark, but say of a seat that sat down too late for this slip when it joins in."""

    def said(seat: SeatChoice) -> str:
        late = slip is not None and seat.taken and not seat.left and seat.seat not in slip.seats
        return say("wall.seat.late") if late else remark(seat)

    return said


def first_slip_to_come(seats: Sequence[SeatChoice], slip: Slip | None) -> int:
    """Give the place of the first seat on paper whose slip is still to be keyed; else the first of all."""
    return next(
        (
            at
            for at, seat in enumerate(seats)
            if seat.paper
            and not seat.left
            and not (seat.done or seat.out)
            and (slip is None or seat.seat in slip.seats)
        ),
        0,
    )
