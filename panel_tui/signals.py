"""What members tell the facilitator with their phones: how many, never who. In memory only, and not for long."""

from __future__ import annotations

from collections.abc import Mapping

from sessions.views.pages import SIGNALS


class Signals:
    """Signals raised at the present line of the agenda. Nobody but a seat's own phone learns what that seat raised."""

    def __init__(self) -> None:
        """Begin with none."""
        self._place = ""
        self._raised: dict[str, set[int]] = {kind: set() for kind in SIGNALS}

    def follow(self, place: str) -> None:
        """Forget them all where the room has come to another place."""
        if place != self._place:
            self._place = place
            for seats in self._raised.values():
                seats.clear()

    def put_up(self, seat: int, kind: str) -> None:
        """Raise a signal; once is enough. Raises KeyError for a signal there is not."""
        self._raised[kind].add(seat)

    def take_back(self, seat: int, kind: str) -> None:
        """Take a signal back. Raises KeyError for a signal there is not."""
        self._raised[kind].discard(seat)

    def forget(self, seat: int) -> None:
        """Take back all of a seat whose member has gone."""
        for seats in self._raised.values():
            seats.discard(seat)

    def of(self, seat: int) -> frozenset[str]:
        """Give what this seat has raised, for its own phone alone."""
        return frozenset(kind for kind, seats in self._raised.items() if seat in seats)

    @property
    def counts(self) -> Mapping[str, int]:
        """Count each kind."""
        return {kind: len(seats) for kind, seats in self._raised.items()}
