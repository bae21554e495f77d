"""Secret ballots: what is known of them, which is never who."""

from __future__ import annotations

from ..consensus import Outcome
from ..model import Value


class Round(Value, frozen=True):
    """A ballot of one application. `counts` stay away while it is open and when it was too few."""

    number: int
    electorate: tuple[int, ...]
    outcome: Outcome | None = None
    counts: tuple[int, ...] | None = None
    cant_say: int | None = None
    cast: int | None = None
    reasons: tuple[str, ...] = ()
    eligible: int | None = None  # as closed: the electorate, less those who had to step out since
    voters: tuple[int, ...] = ()  # who they were
    void: str = ""
    hidden: frozenset[int] = frozenset()  # the places of reasons that are no longer shown

    @property
    def told(self) -> tuple[str, ...]:
        """Give the reasons that may be shown; their order says nothing of who wrote first."""
        return tuple(text for place, text in enumerate(self.reasons) if place not in self.hidden)

    @property
    def open(self) -> bool:
        """Say whether ballots may still be cast."""
        return self.outcome is None and not self.void


class TieBallot(Value, frozen=True):
    """A ballot to put those level with each other in order. `places` counts, for each of `refs`, first place first.

    They stay away while it is open, and for good when it was too few.
    """

    number: int
    refs: tuple[str, ...]
    electorate: tuple[int, ...]
    closed: bool = False
    places: tuple[tuple[int, ...], ...] | None = None
    cant_say: int | None = None
    cast: int | None = None
    eligible: int | None = None  # as closed: the electorate, less those who had to step out since
    void: str = ""

    @property
    def open(self) -> bool:
        """Say whether ballots may still be cast."""
        return not self.closed and not self.void
