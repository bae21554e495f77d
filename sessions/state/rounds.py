"""Secret ballots: what is known of them, which is never who."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sessions.model.decisions import Outcome
from sessions.model.session import Session, Value
from sessions.model.stage import EarlierCount, EarlierOrder
from sessions.state.casters import Casters, casters


class Round(Value, frozen=True):
    """A ballot of one application. `counts` stay away while it is open and when it was too few.

    They also stay away where `casters` says that beside an earlier total they would give a ballot away.
    """

    number: int
    electorate: tuple[int, ...]
    outcome: Outcome | None = None
    counts: tuple[int, ...] | None = None
    cant_say: int | None = None
    cast: int | None = None
    reasons: tuple[str, ...] = ()
    eligible: int | None = None  # as closed: the electorate, less those who had to step out since
    voters: tuple[int, ...] = ()  # who they were
    absent: tuple[int, ...] | None = None  # those of them with no ballot; unknown in older records
    slips_of: tuple[int, ...] = ()  # paper seats of whom only some put a slip in
    void: str = ""
    before_interview: bool = False  # we have met the applicants since, and vote anew
    hidden: frozenset[int] = frozenset()  # the places of reasons that are no longer shown

    @property
    def told(self) -> tuple[str, ...]:
        """Return the reasons that may be shown; their order says nothing of who wrote first."""
        return tuple(text for place, text in enumerate(self.reasons) if place not in self.hidden)

    @property
    def open(self) -> bool:
        """Whether ballots may still be cast."""
        return self.outcome is None and not self.void

    @property
    def outcome_only(self) -> bool:
        """Whether it shows what it came to, and no count."""
        return self.counts is None and self.outcome not in (None, Outcome.TOO_FEW)

    @property
    def casters(self) -> Casters:
        """Return whose ballots are in the counts, as far as that is known."""
        return casters(self.voters, self.absent, self.slips_of, self.cast)


class TieBallot(Value, frozen=True):
    """A ballot to put those level with each other in order. `places` counts, for each of `refs`, first place first.

    They stay away while it is open, and for good when it was too few. Where beside an earlier ballot they would give
    one away, `order` stands in: the place each of `refs` came to, from 1, shared by those still level.
    """

    number: int
    refs: tuple[str, ...]
    electorate: tuple[int, ...]
    closed: bool = False
    places: tuple[tuple[int, ...], ...] | None = None
    cant_say: int | None = None
    cast: int | None = None
    eligible: int | None = None  # as closed: the electorate, less those who had to step out since
    voters: tuple[int, ...] = ()  # who they were
    absent: tuple[int, ...] | None = None
    slips_of: tuple[int, ...] = ()
    order: tuple[int, ...] = ()
    void: str = ""

    @property
    def open(self) -> bool:
        """Whether ballots may still be cast."""
        return not self.closed and not self.void

    @property
    def casters(self) -> Casters:
        """Return whose ballots are in the counts, as far as that is known."""
        return casters(self.voters, self.absent, self.slips_of, self.cast)


def shown_earlier(model: Session, ref: str) -> tuple[Casters, ...]:
    """Return who cast in each count on the same question about one application that earlier stages have shown."""
    asked = (model.consensus.question, model.consensus.options)
    found = (one for stage in model.before if (one := stage.about(ref)) is not None)
    return tuple(
        _casters(one) for about in found for one in about.counts if (one.question, one.options) == asked
    )


def shown_orders_earlier(model: Session, refs: Collection[str]) -> tuple[Casters, ...]:
    """Return who cast in each count that an earlier stage has shown and that put two of these in order."""
    orders = (one for stage in model.before for one in stage.orders)
    return tuple(_casters(one) for one in orders if len(set(refs) & set(one.refs)) > 1)


def _casters(one: EarlierCount | EarlierOrder) -> Casters:
    return Casters(frozenset(one.sure), frozenset(one.maybe), one.slips)


def shown_rounds(rounds: Iterable[Round]) -> tuple[Casters, ...]:
    """Return who cast in each count of one application that people have seen; setting one aside does not unsee it."""
    return tuple(one.casters for one in rounds if one.counts is not None)


def shown_orders(ballots: Iterable[TieBallot], refs: Collection[str]) -> tuple[Casters, ...]:
    """Return who cast in each count of a tie-break ballot that people have seen and that put two of these in order."""
    return tuple(
        one.casters for one in ballots if one.places is not None and len(set(refs) & set(one.refs)) > 1
    )


def standing(rounds: tuple[Round, ...]) -> tuple[Round, ...]:
    """Return the closed rounds that were not set aside; after an interview, those since we met the applicants."""
    return tuple(r for r in rounds if not r.open and not r.void and not r.before_interview)
