"""The ways of dividing this session's pot, worked out from its scores; the panel compares, and nothing is applied."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from .allocate import After, Award, Bid, Division, by_equal_shares, by_rank
from .budget import agreed_no, order_of, outcome_of, shown_sheets, tie_sums, to_rank
from .consensus import Outcome
from .model import Value
from .phases import Phase
from .scoring import member_scores
from .severity import OwnScores
from .state import State
from .ties import in_tie_order


class Way(StrEnum):
    """A way of dividing the pot."""

    STOP = "stop"
    GO_ON = "go-on"
    IN_PART = "in-part"
    EQUAL_SHARES = "equal-shares"


Ways = Mapping[Way, Division]


class Difference(Value, frozen=True):
    """One application that the ways treat differently: what each gives it, nothing where it goes without."""

    ref: str
    awards: dict[Way, Award | None]


def ways(state: State) -> dict[Way, Division]:
    """Divide the pot in every way there is, by the shown scores."""
    model = state.model
    order = order_of(state)
    bids = [_bid(state, ref) for ref in order]
    divisions = {
        way: by_rank(bids, model.pot, model.strands, after=after)
        for way, after in ((Way.STOP, After.STOP), (Way.GO_ON, After.GO_ON), (Way.IN_PART, After.IN_PART))
    }
    applications = to_rank(state)
    divisions[Way.EQUAL_SHARES] = by_equal_shares(
        bids,
        model.pot,
        model.strands,
        own=own_scores(state),
        precedence=in_tie_order(applications, model.ties, tie_sums(state, applications)),
    )
    return divisions


def own_scores(state: State) -> OwnScores:
    """Give the members' own scores of every application whose scores have been shown."""
    model = state.model
    return {a.ref: member_scores(shown_sheets(state, a.ref), model.criteria) for a in model.applications}


def _bid(state: State, ref: str) -> Bid:
    application = state.model.application(ref)
    outcome = Outcome.NO if agreed_no(state, ref) else outcome_of(state, ref)
    return Bid(ref, application.asked, application.least, application.strand, outcome)


def differences(found: Ways, order: tuple[str, ...]) -> tuple[Difference, ...]:
    """Give the applications that do not get the same in every way, in the order given."""
    given = {way: {award.ref: award for award in division.awards} for way, division in found.items()}
    rows = [Difference(ref, {way: awards.get(ref) for way, awards in given.items()}) for ref in order]
    return tuple(
        row for row in rows if len({award.amount if award else None for award in row.awards.values()}) > 1
    )


def not_talked_about(state: State) -> tuple[str, ...]:
    """Name the applications that have scores and were not talked about yet: nothing is compared before the talk."""
    talked = {one.step for one in state.timings if one.phase is Phase.TALK}
    refs = {step.ref for step in state.steps if step.key in talked}
    return tuple(ref for ref, scoring in state.scoring.items() if scoring.cells and ref not in refs)
