"""Whose phone an event may change: nobody else's need be woken for it."""

from __future__ import annotations

from sessions import events as e
from sessions.phases import Phase

# what these change, no other seat's phone shows
_OF_ONE_SEAT = (e.Answered, e.HandedIn, e.Practised, e.SeatTaken, e.SeatHandedRound)

# here one phone more can make us enough to be asked without a name: that changes every phone
_ARRIVALS = (e.SeatTaken, e.SeatHandedRound)
_COUNTS_US = frozenset({Phase.CONFIDENCE, Phase.WORKSHOP, Phase.WORKSHOP_WEIGH, Phase.DECISION})


def only_seat(events: tuple[e.Event, ...], phase: Phase) -> int | None:
    """Give the one seat whose phone these events may change; nothing where there may be others."""
    if phase in _COUNTS_US and any(isinstance(event, _ARRIVALS) for event in events):
        return None
    seats = {event.seat if isinstance(event, _OF_ONE_SEAT) else None for event in events}
    return seats.pop() if len(seats) == 1 else None
