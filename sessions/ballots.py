"""The ballot box: in memory only. Counts come out of it, never who."""

from __future__ import annotations

from .commands import Tally


class BallotBox:
    """One round's ballots, a place a seat; casting again changes one's mind."""

    def __init__(self, application: str, number: int) -> None:
        """Begin empty, for one round of one application."""
        self.round = (application, number)
        self._choices: dict[int, int | None] = {}
        self._settled: set[int] = set()

    def __len__(self) -> int:
        """Count the ballots."""
        return len(self._choices)

    def __contains__(self, seat: int) -> bool:
        """Say whether a seat's ballot is in, and nothing else."""
        return seat in self._choices

    def put(self, seat: int, choice: int | None) -> None:
        """Put a ballot in: an option's place from 0, or None for "can't say"."""
        self._choices[seat] = choice

    def settle(self, seat: int) -> None:
        """Keep a cast ballot as it is: its seat has moved to a new device."""
        if seat in self._choices:
            self._settled.add(seat)

    def settled(self, seat: int) -> bool:
        """Say whether a seat's ballot may no longer be changed."""
        return seat in self._settled

    def take_out(self, seat: int) -> None:
        """Take out the ballot of a seat that has to step out."""
        self._choices.pop(seat, None)

    def tally(self, options: int) -> Tally:
        """Count the ballots for each option, lowest first."""
        given = list(self._choices.values())
        return Tally(tuple(given.count(place) for place in range(options)), given.count(None))
