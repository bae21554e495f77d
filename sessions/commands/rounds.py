"""Orders about secret ballots, and what comes out of the box."""

from __future__ import annotations

from sessions.model.answers import PaperWay
from sessions.model.session import Value


class Tally(Value, frozen=True):
    """What came out of the ballot box: a count for each option, lowest first, and how many could not say."""

    counts: tuple[int, ...]
    cant_say: int
    reasons: tuple[str, ...] = ()

    @property
    def cast(self) -> int:
        """Count the ballots in the box."""
        return sum(self.counts) + self.cant_say


class Places(Value, frozen=True):
    """What came out of the box of a tie-break ballot: for each of the tied, how often it was put in each place."""

    counts: tuple[tuple[int, ...], ...]
    cant_say: int = 0

    @property
    def ranked(self) -> int:
        """Count the ballots that put them in order."""
        return sum(self.counts[0]) if self.counts else 0

    @property
    def cast(self) -> int:
        """Count the ballots in the box."""
        return self.ranked + self.cant_say

    @property
    def add_up(self) -> bool:
        """Whether whole orders can have given these counts: each place and each of the tied as often."""
        rows = [sum(row) for row in self.counts]
        columns = [sum(column) for column in zip(*self.counts, strict=True)]
        square = all(len(row) == len(self.counts) for row in self.counts)
        counted = all(n >= 0 for row in self.counts for n in row) and self.cant_say >= 0
        return square and counted and len({*rows, *columns}) <= 1


class ChoosePaperWay(Value, frozen=True):
    """Say how a ballot is held in which fewer than five of us vote on paper."""

    way: PaperWay


class BreakTie(Value, frozen=True):
    """Open a ballot that puts these, level with each other, in order."""

    position: str
    refs: tuple[str, ...]


class VoidRound(Value, frozen=True):
    """Set the present application's open or last ballot aside, with a reason.

    `position` is where it was asked for, since a reason takes a while to write; nothing means wherever the room is.
    """

    why: str
    position: str = ""


class VoidReveal(Value, frozen=True):
    """Set the present application's shown scores aside, with a reason, and score it again; `position` as above."""

    why: str
    position: str = ""


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
