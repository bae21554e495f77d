"""Orders about secret ballots, and what comes out of the box."""

from __future__ import annotations

from ..model import Value


class Tally(Value, frozen=True):
    """What came out of the ballot box: a count for each option, lowest first, and how many could not say."""

    counts: tuple[int, ...]
    cant_say: int
    reasons: tuple[str, ...] = ()

    @property
    def cast(self) -> int:
        """Count the ballots in the box."""
        return sum(self.counts) + self.cant_say


class VoidRound(Value, frozen=True):
    """Set the present application's open or last ballot aside, with a reason."""

    why: str


class HideReason(Value, frozen=True):
    """Hide one of the reasons written beside a closed ballot: `place` is its place in the batch, from 0.

    `round` is nought for one of the other views that were recorded after the ballots.
    """

    application: str
    round: int
    place: int
    why: str


class AgreeByTalking(Value, frozen=True):
    """Record what a panel too small for a ballot agreed by talking."""

    yes: bool
