"""Turn history into state: one small function an event, none of which can refuse.

Source of the pattern: Chassaing, "Functional Event Sourcing Decider" (decide, evolve, initial state).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import reduce
from itertools import groupby
from typing import Any

from msgspec.structs import replace

from sessions import events as e
from sessions.evolve import (
    agenda,
    anonymous,
    asking,
    changes,
    clock,
    days,
    interviews,
    moving,
    progress,
    rounds,
    scoring,
    seats,
    tie_ballots,
    workshop,
)
from sessions.state import State

Handler = Callable[[State, Any, datetime], State]

HANDLERS: dict[type[e.Fact], Handler] = {
    e.DoorsOpened: seats.doors_opened,
    e.DoorsShut: seats.doors_shut,
    e.DoorsReopened: seats.doors_reopened,
    e.CardsPrinted: seats.cards_printed,
    e.MemberLeft: seats.member_left,
    e.MemberBack: days.member_back,
    e.CardReissued: seats.card_reissued,
    e.HandRoundMade: seats.hand_round_made,
    e.HandRoundTaken: seats.hand_round_taken,
    e.SeatHandedRound: seats.seat_handed_round,
    e.SeatTaken: seats.seat_taken,
    e.SeatOnPaper: seats.seat_on_paper,
    e.SeatAdded: seats.seat_added,
    e.SeatPutBack: seats.seat_put_back,
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
    e.StartMoved: agenda.start_moved,
    e.Held: agenda.held,
    e.ClockChanged: clock.clock_changed,
    e.RegisterSigned: seats.register_signed,
    e.DecisionRecorded: progress.decision_recorded,
    e.SaidByQuestion: progress.said_by_question,
    e.WentAgainstRule: progress.went_against_rule,
    e.LineMoved: progress.line_moved,
    e.ApplicationPlaced: progress.application_placed,
    e.ListConfirmed: progress.list_confirmed,
    e.ListReopened: progress.list_reopened,
    e.Noted: progress.noted,
    e.Undone: progress.undone,
    e.SessionEnded: progress.session_ended,
    e.CardsUpAsked: scoring.cards_up_asked,
    e.ScoringOpened: scoring.scoring_opened,
    e.Answered: scoring.answered,
    e.HandedIn: scoring.handed_in,
    e.ScoringClosed: scoring.scoring_closed,
    e.Corrected: scoring.corrected,
    e.PaperWayChosen: rounds.paper_way_chosen,
    e.RoundOpened: rounds.round_opened,
    e.RoundClosed: rounds.round_closed,
    e.RoundVoided: rounds.round_voided,
    e.RevealVoided: scoring.reveal_voided,
    e.ReasonHidden: rounds.reason_hidden,
    e.MinorityRecorded: anonymous.minority_recorded,
    e.ConfidenceClosed: anonymous.confidence_closed,
    e.SuggestionsClosed: workshop.suggestions_closed,
    e.CriteriaListed: workshop.criteria_listed,
    e.CriteriaAgreed: workshop.criteria_agreed,
    e.ListKept: workshop.list_kept,
    e.AgreedByTalking: rounds.agreed_by_talking,
    e.Sealed: moving.sealed,
    e.TieOpened: tie_ballots.tie_opened,
    e.RankingClosed: tie_ballots.ranking_closed,
    e.TieVoided: tie_ballots.tie_voided,
    e.RoomAsked: asking.room_asked,
    e.RoomAnswered: asking.room_answered,
    e.AskingVoided: asking.asking_voided,
    e.AnswerPutAway: asking.answer_put_away,
    e.WayAgreed: asking.way_agreed,
    e.LookedBack: asking.looked_back,
    e.DetailChanged: changes.detail_changed,
    e.CriteriaChanged: changes.criteria_changed,
    e.RuleChanged: changes.rule_changed,
    e.ApplicationSetAside: changes.application_set_aside,
    e.ApplicationBroughtBack: changes.application_brought_back,
    e.ApplicationAdded: changes.application_added,
    e.NoConflictSaid: changes.no_conflict_said,
    e.QuestionsShown: anonymous.questions_shown,
    e.QuestionAsked: interviews.question_asked,
    e.TurnPassed: interviews.turn_passed,
    e.FollowUpAsked: interviews.follow_up_asked,
}
# Printing, the doors and the clock fix nothing: the plan may still be read anew from the folder after them.
_FIXES_NOTHING = frozenset(
    {
        e.DoorsOpened,
        e.CardsPrinted,
        e.CardReissued,
        e.DoorsShut,
        e.DoorsReopened,
        e.HandRoundMade,
        e.HandRoundTaken,
        e.ClockChanged,
        e.Noted,
    }
)


def evolve(state: State, stamped: e.Stamped) -> State:
    """Return the state after one event."""
    kind = type(stamped.event)
    changed = HANDLERS[kind](state, stamped.event, stamped.at)
    return changed if changed.begun or kind in _FIXES_NOTHING else replace(changed, begun=True)


def fold(history: Iterable[e.Stamped], start: State | None = None) -> State:
    """Return what a whole history adds up to; answers one after another, most of it, are put in as one."""
    state = start or State()
    for kind, run in groupby(history, lambda one: type(one.event)):
        if kind is e.Answered and state.begun:
            state = scoring.all_answered(
                state, (one.event for one in run if isinstance(one.event, e.Answered))
            )
        else:
            state = reduce(evolve, run, state)
    return state
