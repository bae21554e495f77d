"""Rules of an interview: the agreed questions in their order, turns that may be passed on, a count of follow-ups."""

from __future__ import annotations

from sessions import commands as c
from sessions import events as e
from sessions.decide.position import same_place
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.state import State, scores_of


def ask_next(state: State, _command: c.Next) -> tuple[e.Event, ...]:
    """Come to the next of our questions; after the last, to theirs."""
    interview, number = state.interview, state.plan.question
    asked = number if state.plan.phase is Phase.INTERVIEW_ASK else 0
    if interview is None or asked >= len(interview.questions):
        return (e.PhaseStarted(Phase.INTERVIEW_THEIRS),)
    return (e.QuestionAsked(asked + 1),)


def whose_turn(state: State) -> int:
    """Return the seat whose turn it is to ask the present question; 0 where it is nobody's."""
    interview, number = state.interview, state.plan.question
    if state.plan.phase is not Phase.INTERVIEW_ASK or interview is None:
        return 0
    return interview.asking[number - 1] if number <= len(interview.asking) else 0


def may_pass(state: State) -> bool:
    """Whether the turn can be passed on: somebody else is there who can ask."""
    turn = whose_turn(state)
    return bool(turn) and bool(set(state.at_the_table(state.application)) - {turn})


def pass_turn(state: State, command: c.PassTurn) -> tuple[e.Event, ...]:
    """Pass the turn on: from the phone whose turn it is, or at the wall for whoever passes aloud."""
    same_place(state, command.position)
    if not may_pass(state) or command.seat not in (0, whose_turn(state)):
        raise Refused(No.NOT_NOW)
    return (e.TurnPassed(state.plan.question),)


def nobody_came(state: State, _command: c.NobodyCame) -> tuple[e.Event, ...]:
    """Go from the interview to what was written, where nobody came; what was scored today is not scored again."""
    waiting = state.plan.phase in (Phase.INTERVIEW_QUESTIONS, Phase.INTERVIEW_GUESTS) and not state.plan.pause
    if not waiting or scores_of(state, state.application).revealed:
        raise Refused(No.NOT_NOW)
    return (e.PhaseStarted(Phase.READ),)


def ask_follow_up(state: State, command: c.AskFollowUp) -> tuple[e.Event, ...]:
    """Count a question that was not on our list, while questions are asked."""
    same_place(state, command.position)
    if state.plan.phase not in (Phase.INTERVIEW_ASK, Phase.INTERVIEW_THEIRS) or state.plan.pause:
        raise Refused(No.NOT_NOW)
    number = state.plan.question if state.plan.phase is Phase.INTERVIEW_ASK else 0
    return (e.FollowUpAsked(number),)
