"""Turn history into state: one small function an event, none of which can refuse.

Source of the pattern: Chassaing, "Functional Event Sourcing Decider" (decide, evolve, initial state).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import reduce
from typing import Any

from .. import events as e
from ..state import State
from . import (
    agenda,
    hand_round,
    progress,
    rounds,
    scoring,
    sealing,
    seats,
    tie_ballots,
    timing,
    unsigned,
    workshop,
)

Handler = Callable[[State, Any, datetime], State]

HANDLERS: dict[type[e.Fact], Handler] = {
    e.DoorsOpened: seats.doors_opened,
    e.DoorsShut: seats.doors_shut,
    e.DoorsReopened: seats.doors_reopened,
    e.CardsPrinted: seats.cards_printed,
    e.MemberLeft: seats.member_left,
    e.CardReissued: seats.card_reissued,
    e.HandRoundMade: hand_round.hand_round_made,
    e.HandRoundTaken: hand_round.hand_round_taken,
    e.SeatHandedRound: hand_round.seat_handed_round,
    e.SeatTaken: seats.seat_taken,
    e.SeatOnPaper: seats.seat_on_paper,
    e.SeatAdded: seats.seat_added,
    e.Practised: seats.practised,
    e.ConflictDeclared: seats.conflict_declared,
    e.ConflictLifted: seats.conflict_lifted,
    e.StepStarted: progress.step_started,
    e.PhaseStarted: progress.phase_started,
    e.BreakTaken: progress.break_taken,
    e.BreakEnded: progress.break_ended,
    e.MinutesAdded: progress.minutes_added,
    e.StepAdded: agenda.step_added,
    e.StepMoved: agenda.step_moved,
    e.StepSkipped: agenda.step_skipped,
    e.AgendaRetimed: agenda.agenda_retimed,
    e.StartMoved: timing.start_moved,
    e.Held: timing.held,
    e.ClockChanged: timing.clock_changed,
    e.RegisterSigned: seats.register_signed,
    e.DecisionRecorded: progress.decision_recorded,
    e.LineMoved: progress.line_moved,
    e.ListConfirmed: progress.list_confirmed,
    e.ListReopened: progress.list_reopened,
    e.Noted: progress.noted,
    e.Undone: progress.undone,
    e.SessionEnded: progress.session_ended,
    e.ScoringOpened: scoring.scoring_opened,
    e.Answered: scoring.answered,
    e.HandedIn: scoring.handed_in,
    e.ScoringClosed: scoring.scoring_closed,
    e.Corrected: scoring.corrected,
    e.RoundOpened: rounds.round_opened,
    e.RoundClosed: rounds.round_closed,
    e.RoundVoided: rounds.round_voided,
    e.RevealVoided: scoring.reveal_voided,
    e.ReasonHidden: rounds.reason_hidden,
    e.MinorityRecorded: unsigned.minority_recorded,
    e.ConfidenceClosed: unsigned.confidence_closed,
    e.SuggestionsClosed: workshop.suggestions_closed,
    e.CriteriaListed: workshop.criteria_listed,
    e.CriteriaAgreed: workshop.criteria_agreed,
    e.AgreedByTalking: rounds.agreed_by_talking,
    e.Sealed: sealing.sealed,
    e.TieOpened: tie_ballots.tie_opened,
    e.RankingClosed: tie_ballots.ranking_closed,
    e.TieVoided: tie_ballots.tie_voided,
}


def evolve(state: State, stamped: e.Stamped) -> State:
    """Give the state after one event."""
    return HANDLERS[type(stamped.event)](state, stamped.event, stamped.at)


def fold(history: Iterable[e.Stamped], start: State | None = None) -> State:
    """Give what a whole history adds up to."""
    return reduce(evolve, history, start or State())
