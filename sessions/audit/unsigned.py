"""Claims about what members gave without their name, and about the criteria workshop."""

from __future__ import annotations

from .. import events as e
from ..decide.unsigned import POINTS, asks_confidence
from ..decide.workshop import workshop_open
from ..scoring import FEWEST
from ..state import State, scores_of
from ..workshop import agreed, first_list, weights
from .check import Checks


def _minority_recorded(state: State, event: e.MinorityRecorded) -> bool:
    voters = len(scores_of(state, event.application).voters)
    whole = bool(event.views) and event.views == tuple(sorted(event.views))
    return whole and state.application == event.application and voters >= max(FEWEST, len(event.views))


def _confidence_closed(state: State, event: e.ConfidenceClosed) -> bool:
    here = state.step is not None and state.step.key == event.step and asks_confidence(state)
    if event.counts is None:
        return here and event.cant_say is None
    n = sum(event.counts)
    return here and len(event.counts) == POINTS and FEWEST <= n <= event.eligible - (event.cant_say or 0)


def _suggestions_closed(state: State, event: e.SuggestionsClosed) -> bool:
    return workshop_open(state) and event.lines == first_list(state.model, event.suggestions)


def _criteria_agreed(state: State, event: e.CriteriaAgreed) -> bool:
    if not workshop_open(state) or state.step is None or state.step.key != event.step:
        return False
    given = weights(event.counts) if event.counts is not None else None
    weighed = event.counts is None or (given is not None and len(event.counts) == len(state.draft))
    return weighed and event.criteria == agreed(state.model, state.draft, given)


CHECKS: Checks = {
    e.MinorityRecorded: _minority_recorded,
    e.ConfidenceClosed: _confidence_closed,
    e.SuggestionsClosed: _suggestions_closed,
    e.CriteriaAgreed: _criteria_agreed,
}
