"""How an interview goes: whose turn each question is, drawn as it begins; questions, turns passed on, follow-ups."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from sessions import events as e
from sessions.evolve.moving import run_clock
from sessions.evolve.turns import seed_of
from sessions.methods.turns import next_turn, turns
from sessions.model.phases import Phase
from sessions.model.session import StepKind
from sessions.state import Interview, Plan, State, Undoable
from sessions.state.kept_lists import questions_for_guests


def interview_begun(state: State) -> Plan:
    """Return the plan of a step that has just begun, with its questions handed out where it is an interview."""
    step = state.step
    if step is None or step.kind is not StepKind.INTERVIEW or step.key in state.plan.interviews:
        return state.plan
    questions = (*step.questions, *questions_for_guests(state, step.ask))
    asking = turns(_seed(state), state.at_the_table(state.application), state.plan.turns, len(questions))
    begun = Interview(questions, asking)
    return replace(
        state.plan,
        interviews={**state.plan.interviews, step.key: begun},
        turns=(*state.plan.turns, *asking),
    )


def _seed(state: State) -> str:
    return f"{seed_of(state.agreed or state.model)} asks"  # another lot than the one for the first word


def _with(state: State, plan: Plan, interview: Interview) -> Plan:
    assert state.step is not None  # an interview is on
    return replace(plan, interviews={**plan.interviews, state.step.key: interview})


def question_asked(state: State, event: e.QuestionAsked, at: datetime) -> State:
    """Come to a question. All of them have one time together, which began with the first."""
    here, interview = state.plan, state.interview
    assert interview is not None
    first = here.phase is not Phase.INTERVIEW_ASK
    plan = replace(
        here,
        phase=Phase.INTERVIEW_ASK,
        question=event.number,
        since=at if first else here.since,
        added=0 if first else here.added,
    )
    if interview.asking[event.number - 1 : event.number] and not _there(state, interview, event.number):
        plan = _handed_on(state, plan, interview, event.number)
    trail = (*state.trail, Undoable("question", here, state.steps))
    return run_clock(replace(state, plan=plan, trail=trail), at)


def _there(state: State, interview: Interview, number: int) -> bool:
    return interview.asking[number - 1] in state.at_the_table(state.application)


def _handed_on(state: State, plan: Plan, interview: Interview, number: int) -> Plan:
    """Let the next by lot ask a question, where somebody else can."""
    had = interview.asking[number - 1]
    others = set(state.at_the_table(state.application)) - {had}
    drawn = next_turn(_seed(state), others, plan.turns)
    if not drawn:
        return plan
    asking = (*interview.asking[: number - 1], drawn, *interview.asking[number:])
    return replace(_with(state, plan, replace(interview, asking=asking)), turns=(*plan.turns, drawn))


def who_will_ask(state: State) -> tuple[int, ...]:
    """Return the seat for each question, those to come as they will fall to whoever is still at the table.

    A turn is handed on when its question comes. Whoever is to ask then should not hear of it only then.
    """
    plan, step, interview = state.plan, state.step, state.interview
    if step is None or interview is None:
        return ()
    for number in range(plan.question + 1, len(interview.asking) + 1):
        if not _there(state, interview, number):
            plan = _handed_on(state, plan, interview, number)
            interview = plan.interviews[step.key]
    return interview.asking


def turn_passed(state: State, event: e.TurnPassed, _at: datetime) -> State:
    """Pass a turn on, which is no fault and is told of nobody."""
    interview = state.interview
    assert interview is not None
    passed = replace(interview, passed=interview.passed | {event.number})
    plan = _handed_on(state, _with(state, state.plan, passed), passed, event.number)
    return replace(state, plan=plan, trail=(*state.trail, Undoable("pass", state.plan, state.steps)))


def follow_up_asked(state: State, event: e.FollowUpAsked, _at: datetime) -> State:
    """Count a question that was not on the list."""
    interview = state.interview
    assert interview is not None
    many = interview.follow_ups.get(event.number, 0) + 1
    counted = replace(interview, follow_ups={**interview.follow_ups, event.number: many})
    plan = _with(state, state.plan, counted)
    return replace(state, plan=plan, trail=(*state.trail, Undoable("follow-up", state.plan, state.steps)))
