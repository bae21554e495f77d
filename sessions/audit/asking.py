"""Claims about what the room was asked by the way: who could answer, and that no count gives anybody away."""

from __future__ import annotations

from sessions import events as e
from sessions.audit.moving import Checks
from sessions.audit.rounds import adds_up, left_out_rightly
from sessions.decide.asking import FEWEST_ANSWERS, MOST_ANSWERS, MOST_LINES, may_look_back
from sessions.model.answers import FEWEST
from sessions.model.phases import MAY_ASK, Phase
from sessions.state import RoomQuestion, State, answers_shown
from sessions.state.casters import casters, outcome_only


def _room_asked(state: State, event: e.RoomAsked) -> bool:
    here = state.plan.phase in MAY_ASK and not state.plan.pause and event.number == len(state.asked) + 1
    whole = bool(event.question) and FEWEST_ANSWERS <= len(event.answers) <= MOST_ANSWERS
    return here and whole and event.electorate == state.here and len(event.electorate) >= FEWEST


def _room_answered(state: State, event: e.RoomAnswered) -> bool:
    opened = state.open_question
    if opened is None or opened.number != event.number:
        return False
    if event.counts is None:
        empty = event.cast is None and event.cant_say is None
        return empty and (not event.first or _first_alone(state, opened, event))
    n, cant_say = sum(event.counts), event.cant_say or 0
    whole = len(event.counts) == len(opened.answers) and min(*event.counts, cant_say) >= 0
    enough = FEWEST <= n <= len(opened.electorate) - cant_say and event.cast == n + cant_say
    return whole and enough and not event.first and _may_be_counted(state, opened, event)


def _first_alone(state: State, opened: RoomQuestion, event: e.RoomAnswered) -> bool:
    """Whether counts can rightly have been left out, which nobody can work out again."""
    known = event.absent is not None and set(event.first) <= set(range(len(opened.answers)))
    before = answers_shown(state, opened)
    return known and left_out_rightly(opened.electorate, event.absent or (), event.slips_of, before)


def _may_be_counted(state: State, opened: RoomQuestion, event: e.RoomAnswered) -> bool:
    if event.absent is None:
        return False
    who = casters(opened.electorate, event.absent, event.slips_of, event.cast)
    before = answers_shown(state, opened)
    return adds_up(opened.electorate, who, event.absent, event.cast) and not outcome_only(who, before)


def _asking_voided(state: State, event: e.AskingVoided) -> bool:
    opened = state.asked[-1] if state.asked else None
    # what takes it back may have moved the room already
    return bool(event.why) and opened is not None and opened.number == event.number and opened.open


def _answer_put_away(state: State, event: e.AnswerPutAway) -> bool:
    return state.plan.phase is Phase.ROOM_ANSWER and state.asked[-1].number == event.number


def _way_agreed(_state: State, event: e.WayAgreed) -> bool:
    return bool(event.text)


def _looked_back(state: State, event: e.LookedBack) -> bool:
    return may_look_back(state) and 0 < len(event.lines) <= MOST_LINES and all(event.lines)


CHECKS: Checks = {
    e.RoomAsked: _room_asked,
    e.RoomAnswered: _room_answered,
    e.AskingVoided: _asking_voided,
    e.AnswerPutAway: _answer_put_away,
    e.WayAgreed: _way_agreed,
    e.LookedBack: _looked_back,
}
