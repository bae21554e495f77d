"""Who holds which seat: the hashes of the phones' cookies, as the events left them."""

from __future__ import annotations

from panel_tui.room.card_codes import fast_hash
from panel_tui.room.notifier import SEATING
from sessions import events as e
from sessions.state import State


class Holders:
    """The phones that hold a seat now."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._seats: dict[str, int] = {}
        self._lost: dict[str, str] = {}  # why a cookie holds no seat any more, where it held one

    def begin(self, state: State) -> None:
        """Take them from a state."""
        self._seats = {seat.token: seat.number for seat in state.seats.values() if seat.token}

    def follow(self, events: tuple[e.Event, ...], state: State) -> None:
        """Take them anew where one of these events changed who holds a seat; keep why a phone lost its own."""
        for event in events:
            if isinstance(event, e.SeatTaken | e.MemberLeft):
                why = "ousted" if isinstance(event, e.SeatTaken) else "went-home"
                self._lost |= {held: why for held, seat in self._seats.items() if seat == event.seat}
        if any(isinstance(event, SEATING) for event in events):
            self.begin(state)

    def lost(self, cookie: str) -> str:
        """Return why a cookie lost its seat: "ousted" by another phone, or "went-home"; empty where it held none."""
        return self._lost.get(fast_hash(cookie), "")

    def seat_of(self, cookie: str) -> int | None:
        """Return the seat a cookie holds."""
        return self._seats.get(fast_hash(cookie))
