"""What `session.json` holds of the checks and of tie-break ballots: numbers, for whoever works it all out again."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from ...budget import tie_sums, to_rank
from ...checks import checks
from ...state import State
from .results import six_places


class CheckFacts(Struct, frozen=True):
    """The checks on the scores of applications that at least five scored; on members' own scores, in u.

    `order_slope` is how much the score changes from one application heard to the next, on a scale from 0 to 1.
    """

    applications: int
    members: int
    alpha_ordinal: Decimal | None
    alpha_interval: Decimal | None
    kendalls_w: Decimal | None
    order_slope: Decimal | None
    order_later_higher: int | None
    order_later_lower: int | None


class TieBallotFacts(Struct, frozen=True):
    """A tie-break ballot: the sum of the ranks each was given, empty where nothing is kept or it does not count."""

    applications: tuple[str, ...]
    eligible: int
    cast: int | None
    cant_say: int | None
    sums: dict[str, int]
    void: bool


def check_facts(state: State) -> CheckFacts:
    """Work the checks out."""
    found = checks(state)
    order = found.order
    return CheckFacts(
        applications=found.applications,
        members=found.members,
        alpha_ordinal=six_places(found.alpha_ordinal),
        alpha_interval=six_places(found.alpha_interval),
        kendalls_w=six_places(found.kendalls_w),
        order_slope=six_places(order.slope) if order else None,
        order_later_higher=order.later_higher if order else None,
        order_later_lower=order.later_lower if order else None,
    )


def tie_ballot_facts(state: State) -> tuple[TieBallotFacts, ...]:
    """Give every tie-break ballot that was closed or set aside."""
    counts = tie_sums(state, to_rank(state))
    return tuple(
        TieBallotFacts(
            applications=one.refs,
            eligible=len(one.electorate) if one.eligible is None else one.eligible,
            cast=one.cast,
            cant_say=one.cant_say,
            sums={ref: counts[ref] for ref in one.refs if ref in counts}
            if one.places and not one.void
            else {},
            void=bool(one.void),
        )
        for one in state.tie_ballots
        if not one.open
    )
