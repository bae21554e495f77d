"""Facts about secret ballots: counts only, and those only once a ballot is closed."""

from __future__ import annotations

from sessions.events.moving import Fact
from sessions.model.answers import PaperWay
from sessions.model.decisions import Outcome


class PaperWayChosen(Fact, frozen=True):
    """The room said how the next ballot, or the open one, is held, in which fewer than five vote on paper."""

    way: PaperWay


class RoundOpened(Fact, frozen=True):
    """A secret ballot opened for these seats."""

    application: str
    round: int
    electorate: tuple[int, ...]


class RoundClosed(Fact, frozen=True):
    """A ballot closed. With fewer than five ballots nothing but that is kept: no count, not even of ballots.

    Nor is a count kept that would give a ballot away beside an earlier one: then the outcome stands alone.
    `unread` counts ballots that a crash had left unread and that the room chose to go on without. `absent` are the
    seats with no ballot, `slips_of` the paper seats of whom only some put a slip in: nobody knows whose.
    """

    application: str
    round: int
    eligible: int
    outcome: Outcome
    counts: tuple[int, ...] | None = None
    cant_say: int | None = None
    cast: int | None = None
    reasons: tuple[str, ...] = ()
    unread: int = 0
    absent: tuple[int, ...] | None = None
    slips_of: tuple[int, ...] = ()


class RoundVoided(Fact, frozen=True):
    """A ballot was set aside, with a reason."""

    application: str
    round: int
    why: str


class ReasonHidden(Fact, frozen=True):
    """One of the reasons written beside a ballot is no longer shown; `place` is its place in the batch, from 0.

    `round` is nought for one of the other views that were recorded after the ballots.
    """

    application: str
    round: int
    place: int
    why: str


class AgreedByTalking(Fact, frozen=True):
    """A panel too small for a secret ballot agreed by talking."""

    application: str
    yes: bool


class TieOpened(Fact, frozen=True):
    """A secret ballot opened for these seats, to put those level with each other in order."""

    number: int
    applications: tuple[str, ...]
    electorate: tuple[int, ...]


class RankingClosed(Fact, frozen=True):
    """A tie-break ballot closed: how often each of the tied was put in each place, first place first.

    With fewer than five ballots that put them in order, nothing but that is kept. Where the counts would give a
    ballot away beside those of an earlier one, `order` is kept in their stead: the place each came to, from 1.
    `unread`, `absent` and `slips_of` as in `RoundClosed`.
    """

    number: int
    places: tuple[tuple[int, ...], ...] | None = None
    cant_say: int | None = None
    cast: int | None = None
    unread: int = 0
    absent: tuple[int, ...] | None = None
    slips_of: tuple[int, ...] = ()
    order: tuple[int, ...] = ()


class TieVoided(Fact, frozen=True):
    """A tie-break ballot was set aside, with a reason."""

    number: int
    why: str
