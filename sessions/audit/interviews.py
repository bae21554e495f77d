"""Claims about interviews: questions come in their order, and only a turn that is on can be passed on."""

from __future__ import annotations

from sessions import events as e
from sessions.audit.moving import Checks
from sessions.decide.interviews import may_pass
from sessions.model.phases import Phase
from sessions.state import State


def _question_asked(state: State, event: e.QuestionAsked) -> bool:
    phase, interview = state.plan.phase, state.interview
    if interview is None or not 1 <= event.number <= len(interview.questions):
        return False
    if phase is Phase.INTERVIEW_GUESTS:
        return event.number == 1
    return phase is Phase.INTERVIEW_ASK and event.number == state.plan.question + 1


def _turn_passed(state: State, event: e.TurnPassed) -> bool:
    return may_pass(state) and event.number == state.plan.question


def _follow_up_asked(state: State, event: e.FollowUpAsked) -> bool:
    asking = state.plan.phase is Phase.INTERVIEW_ASK
    number = state.plan.question if asking else 0
    return (asking or state.plan.phase is Phase.INTERVIEW_THEIRS) and event.number == number


CHECKS: Checks = {
    e.QuestionAsked: _question_asked,
    e.TurnPassed: _turn_passed,
    e.FollowUpAsked: _follow_up_asked,
}
