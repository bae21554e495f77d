"""The ways of dividing this session's pot, worked out from its scores; the panel compares, and nothing is applied."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from msgspec.structs import replace

from sessions.methods.allocate import After, Award, Bid, Division, by_equal_shares, by_rank
from sessions.methods.ranking_and_ties import in_tie_order
from sessions.methods.scoring import shape_allowed
from sessions.methods.severity import OwnScores
from sessions.model.decisions import Outcome
from sessions.model.phases import Phase
from sessions.model.session import Value
from sessions.results.budget import agreed_no, order_of, outcome_of, pots, to_rank
from sessions.results.tie_ballots import tie_sums
from sessions.results.told_scores import own_scores_of
from sessions.state import State

_NOTHING = Decimal(0)


class Way(StrEnum):
    """A way of dividing the pot."""

    STOP = "stop"
    GO_ON = "go-on"
    IN_PART = "in-part"
    EQUAL_SHARES = "equal-shares"


Ways = Mapping[Way, Division]


class DivisionDifference(Value, frozen=True):
    """One application that the ways treat differently: what each gives it, nothing where it goes without."""

    ref: str
    awards: dict[Way, Award | None]


def ways(state: State) -> dict[Way, Division]:
    """Divide the pot in every way there is, by the shown scores. What is recorded already stands in all of them."""
    model, given = state.model, awarded(state)
    order = order_of(state)
    open_bids = [_bid(state, ref) for ref in order if ref not in state.plan.decisions]
    pot = model.pot - sum((award.amount for award in given), _NOTHING)
    strands = [replace(one, pot=one.pot - _from(given, one.key)) for one in model.strands]
    divisions = {
        way: by_rank(open_bids, pot, strands, after=after)
        for way, after in ((Way.STOP, After.STOP), (Way.GO_ON, After.GO_ON), (Way.IN_PART, After.IN_PART))
    }
    applications = to_rank(state)
    divisions[Way.EQUAL_SHARES] = by_equal_shares(
        open_bids,
        pot,
        strands,
        own=own_scores(state),
        precedence=in_tie_order(applications, model.ties, tie_sums(state, applications)),
    )
    return {way: replace(one, awards=(*given, *one.awards)) for way, one in divisions.items()}


def awarded(state: State) -> tuple[Award, ...]:
    """Return the recorded awards that the list pays, each from the pot it is in."""
    asked = {one.ref: one.asked for one in state.model.applications}
    return tuple(
        Award(ref, pot.listed[ref].amount, pot.listed[ref].amount < asked[ref], pot.key)
        for pot in pots(state)
        for ref in pot.funded
        if ref in state.plan.decisions
    )


def _from(given: tuple[Award, ...], strand: str) -> Decimal:
    return sum((award.amount for award in given if award.strand == strand), _NOTHING)


def own_scores(state: State) -> OwnScores:
    """Return the members' own scores of every application whose scores have been shown, where at least five stand."""
    model = state.model
    found = {a.ref: own_scores_of(state, a.ref) for a in model.applications}
    return {ref: own if shape_allowed(len(own)) else {} for ref, own in found.items()}


def _bid(state: State, ref: str) -> Bid:
    application = state.model.application(ref)
    outcome = Outcome.NO if agreed_no(state, ref) else outcome_of(state, ref)
    return Bid(ref, application.asked, application.least, application.strand, outcome)


def differences(found: Ways, order: tuple[str, ...]) -> tuple[DivisionDifference, ...]:
    """Return the applications that do not get the same in every way, in the order given."""
    given = {way: {award.ref: award for award in division.awards} for way, division in found.items()}
    rows = [DivisionDifference(ref, {way: awards.get(ref) for way, awards in given.items()}) for ref in order]
    return tuple(
        row for row in rows if len({award.amount if award else None for award in row.awards.values()}) > 1
    )


def not_talked_about(state: State) -> tuple[str, ...]:
    """Name the applications that have scores and were not talked about yet: nothing is compared before the talk."""
    return tuple(
        ref for ref, scoring in state.scoring.items() if scoring.cells and not talked_about(state, ref)
    )


def talked_about(state: State, ref: str) -> bool:
    """Whether the room came to the talk about an application."""
    talked = {one.step for one in state.timings if one.phase is Phase.TALK}
    return any(step.key in talked for step in state.steps if step.ref == ref)
