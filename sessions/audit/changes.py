"""Claims about what was put right: it was what the event says it was, and it could still be changed then."""

from __future__ import annotations

from sessions import events as e
from sessions.audit.moving import Checks
from sessions.decide.changes import criteria_stand, fits_the_money, may_change_rules, why_no_change
from sessions.decide.late_application import budget_opened
from sessions.model.details import Subject, detail_text, settled, with_detail
from sessions.model.refs import is_ref
from sessions.model.refusals import Refused
from sessions.model.session import Step, StepKind
from sessions.state import State


def _detail_changed(state: State, event: e.DetailChanged) -> bool:
    was = detail_text(state.model, Subject(event.application, event.strand), event.detail)
    try:
        stands = settled(event.detail, event.now) == event.now
    except ValueError:
        return False
    allowed = why_no_change(state, event.detail) is None
    return (
        was == event.was != event.now and stands and bool(event.why) and allowed and _in_the_pot(state, event)
    )


def _in_the_pot(state: State, event: e.DetailChanged) -> bool:
    try:
        fits_the_money(
            with_detail(state.model, Subject(event.application, event.strand), event.detail, event.now), state
        )
    except Refused:
        return False
    return True


def _criteria_changed(state: State, event: e.CriteriaChanged) -> bool:
    return may_change_rules(state) and bool(event.why) and criteria_stand(event.criteria, event.scale)


def _rule_changed(state: State, event: e.RuleChanged) -> bool:
    return may_change_rules(state) and bool(event.why) and event.consensus.rounds > 0


def _set_aside(state: State, event: e.ApplicationSetAside) -> bool:
    counted = {one.ref for one in state.model.applications}
    closed = state.application != event.application or state.open_round is None
    return event.application in counted and len(counted) > 1 and bool(event.why) and closed and _open(state)


def _brought_back(state: State, event: e.ApplicationBroughtBack) -> bool:
    gone = state.model.set_aside(event.application) is not None
    line = event.step is None or _new_line(state, event.step, event.application)
    return gone and line and bool(event.why) and _open(state)


def _open(state: State) -> bool:
    return not state.confirmed and not state.ended


def _added(state: State, event: e.ApplicationAdded) -> bool:
    used = {one.ref.casefold() for one in state.model.every_application}
    ref = event.application.ref
    new = is_ref(ref) and ref.casefold() not in used and event.application.asked > 0
    line = _new_line(state, event.step, ref)
    return new and line and bool(event.why) and not budget_opened(state)


def _new_line(state: State, step: Step, ref: str) -> bool:
    known = all(one.key != step.key for one in state.steps)
    return known and step.kind is StepKind.APPLICATION and step.ref == ref and step.minutes > 0


def _no_conflict_said(state: State, event: e.NoConflictSaid) -> bool:
    said = state.cleared[event.application]
    return event.seat in state.seats and event.seat not in said


CHECKS: Checks = {
    e.DetailChanged: _detail_changed,
    e.CriteriaChanged: _criteria_changed,
    e.RuleChanged: _rule_changed,
    e.ApplicationSetAside: _set_aside,
    e.ApplicationBroughtBack: _brought_back,
    e.ApplicationAdded: _added,
    e.NoConflictSaid: _no_conflict_said,
}
