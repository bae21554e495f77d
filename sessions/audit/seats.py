"""Claims about doors, seats and conflicts."""

from __future__ import annotations

from sessions import events as e
from sessions.audit.moving import Checks
from sessions.decide.seats import may_come_back
from sessions.model.session import Joining
from sessions.state import State, scores_of


def _doors_opened(state: State, event: e.DoorsOpened) -> bool:
    plan = event.session
    refs = {one.ref for one in plan.every_application}
    known = all(step.ref in refs for step in plan.steps if step.ref)
    asked = (one.asked for one in plan.every_application)
    money = all(one.is_finite() for one in (plan.pot, *asked, *(strand.pot for strand in plan.strands)))
    return known and money and (state.session is None or not state.begun)


def _doors_reopened(state: State, _event: e.DoorsReopened) -> bool:
    return state.model.joining is Joining.OPEN and not state.doors


def _seat_added(state: State, event: e.SeatAdded) -> bool:
    return event.seat == max(state.seats, default=0) + 1


def _seat_taken(state: State, event: e.SeatTaken) -> bool:
    return event.left is None or (event.left != event.seat and bool(state.seats[event.left].token))


def _member_left(state: State, event: e.MemberLeft) -> bool:
    return state.seats[event.seat].here


def _seat_put_back(state: State, event: e.SeatPutBack) -> bool:
    return event.seat in state.seats_before


def _conflict_declared(state: State, event: e.ConflictDeclared) -> bool:
    late = event.seat in scores_of(state, event.application).electorate
    known = event.seat in state.seats and bool(state.model.application(event.application))
    new = (event.seat, event.application) not in state.conflicts
    return known and new and (event.declared is e.Declared.LATE) == late


def _conflict_lifted(state: State, event: e.ConflictLifted) -> bool:
    there = (event.seat, event.application) in state.conflicts
    return there and may_come_back(state, event.application)


def _register_signed(state: State, event: e.RegisterSigned) -> bool:
    return event.conflicts == len(state.conflicts)


def _hand_round_taken(state: State, _event: e.HandRoundTaken) -> bool:
    return bool(state.hand_round.code)


def _seat_handed_round(state: State, event: e.SeatHandedRound) -> bool:
    return bool(state.hand_round.token) and not state.seats[event.seat].token


CHECKS: Checks = {
    e.DoorsOpened: _doors_opened,
    e.DoorsReopened: _doors_reopened,
    e.SeatAdded: _seat_added,
    e.SeatTaken: _seat_taken,
    e.MemberLeft: _member_left,
    e.SeatPutBack: _seat_put_back,
    e.ConflictDeclared: _conflict_declared,
    e.ConflictLifted: _conflict_lifted,
    e.RegisterSigned: _register_signed,
    e.HandRoundTaken: _hand_round_taken,
    e.SeatHandedRound: _seat_handed_round,
}
