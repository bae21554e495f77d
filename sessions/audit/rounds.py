"""Claims about secret ballots: each outcome is worked out again from its counts, by the rule."""

from __future__ import annotations

from .. import events as e
from ..commands import Places
from ..consensus import Outcome, outcome
from ..decide.rounds import batch, voters_of
from ..decide.tie_ballots import open_ties
from ..scoring import FEWEST
from ..state import State, scores_of
from .check import Checks


def _round_opened(state: State, event: e.RoundOpened) -> bool:
    here = state.application == event.application and state.open_round is None
    number = len(state.rounds.get(event.application, ())) + 1
    voters = scores_of(state, event.application).voters
    return here and event.round == number and event.electorate == voters and len(voters) >= FEWEST


def _round_closed(state: State, event: e.RoundClosed) -> bool:
    opened = state.open_round
    if state.application != event.application:
        return False
    if opened is None:  # too few could vote at all: there was nothing to open
        voters = scores_of(state, event.application).voters
        there = event.round == len(state.rounds.get(event.application, ())) + 1
        return there and event.eligible == len(voters) < FEWEST and _nothing_kept(event)
    there = event.round == opened.number and event.eligible == len(voters_of(state))
    return there and (_nothing_kept(event) or _counted(state, event))


def _nothing_kept(event: e.RoundClosed) -> bool:
    empty = event.counts is None and event.cant_say is None and event.cast is None and not event.reasons
    return empty and event.outcome is Outcome.TOO_FEW


def _counted(state: State, event: e.RoundClosed) -> bool:
    """Say whether counts are whole, of people who could vote, and come to what was said; reasons tell no order."""
    if event.counts is None or len(event.counts) != len(state.model.consensus.options):
        return False
    cant_say, n = event.cant_say or 0, sum(event.counts)
    if min(*event.counts, cant_say) < 0 or n < FEWEST or n + cant_say > event.eligible:
        return False
    unordered = event.reasons == tuple(sorted(event.reasons)) and len(event.reasons) <= n + cant_say
    came_to = outcome(state.model.consensus.rule, event.counts)
    return event.cast == n + cant_say and unordered and came_to is event.outcome


def _round_voided(state: State, event: e.RoundVoided) -> bool:
    rounds = state.rounds.get(event.application, ())
    return bool(event.why) and any(one.number == event.round and not one.void for one in rounds)


def _agreed_by_talking(state: State, event: e.AgreedByTalking) -> bool:
    rounds = [one for one in state.rounds.get(event.application, ()) if not one.void]
    return not state.confirmed and bool(rounds) and rounds[-1].outcome is Outcome.TOO_FEW


def _reason_hidden(state: State, event: e.ReasonHidden) -> bool:
    texts, hidden = batch(state, event.application, event.round)
    return bool(event.why) and event.place in range(len(texts)) and event.place not in hidden


def _tie_opened(state: State, event: e.TieOpened) -> bool:
    seated = len(event.electorate) >= FEWEST and set(event.electorate) <= set(state.seats)
    return seated and event.number == len(state.tie_ballots) + 1 and event.applications in open_ties(state)


def _ranking_closed(state: State, event: e.RankingClosed) -> bool:
    opened = state.open_tie
    if opened is None or opened.number != event.number:
        return False
    if event.places is None:
        return event.cast is None and event.cant_say is None
    kept = Places(event.places, event.cant_say or 0)
    whole = kept.add_up and len(event.places) == len(opened.refs) and event.cast == kept.cast
    return whole and kept.ranked >= FEWEST and kept.cast <= len(opened.electorate)


def _tie_voided(state: State, event: e.TieVoided) -> bool:
    return bool(event.why) and any(one.number == event.number and not one.void for one in state.tie_ballots)


CHECKS: Checks = {
    e.RoundOpened: _round_opened,
    e.RoundClosed: _round_closed,
    e.RoundVoided: _round_voided,
    e.ReasonHidden: _reason_hidden,
    e.AgreedByTalking: _agreed_by_talking,
    e.TieOpened: _tie_opened,
    e.RankingClosed: _ranking_closed,
    e.TieVoided: _tie_voided,
}
