"""Whose phone an event may change: nobody else's need be woken for it."""

from __future__ import annotations

from sessions import events as e

# what these change, no other seat's phone shows
_OF_ONE_SEAT = (e.Answered, e.HandedIn, e.Practised, e.SeatTaken, e.SeatHandedRound)


def only_seat(events: tuple[e.Event, ...]) -> int | None:
    """Give the one seat whose phone these events may change; nothing where there may be others."""
    seats = {event.seat if isinstance(event, _OF_ONE_SEAT) else None for event in events}
    return seats.pop() if len(seats) == 1 else None
