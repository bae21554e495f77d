"""How what was agreed changes: the model is put right, and the panel is told what it was and what it is."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from sessions import events as e
from sessions.evolve.agenda import placed
from sessions.evolve.moving import with_intervention
from sessions.model.details import Detail, Subject, with_detail
from sessions.model.rule_differences import criteria_lines, rule_lines
from sessions.model.session import SetAside, Step
from sessions.results.confirming import placed_without
from sessions.state import Intervention, State

_DECIDED_FOR = frozenset({Detail.ASKED})


def told(state: State, intervention: Intervention) -> State:
    """Tell the panel that something agreed was put right."""
    return with_intervention(replace(state, changes=state.changes + 1), intervention)


def detail_changed(state: State, event: e.DetailChanged, at: datetime) -> State:
    """Put a detail right. What was decided about another ask is open again."""
    subject = Subject(event.application, event.strand)
    changed = replace(state, session=with_detail(state.model, subject, event.detail, event.now))
    if event.detail in _DECIDED_FOR:
        changed = _undecided(changed, event.application)
    return told(
        changed,
        Intervention(
            at,
            f"changed-{_owner(event)}{event.detail}",
            event.application,
            event.why,
            was=event.was,
            now=event.now,
        ),
    )


def _owner(event: e.DetailChanged) -> str:
    """Name whose detail it was, where that is not an application."""
    if event.application:
        return ""
    return "strand-" if event.strand else "session-"


def _undecided(state: State, ref: str) -> State:
    decision = state.plan.decisions.get(ref)
    if decision is None or not decision.funded:
        return state
    left = {key: one for key, one in state.plan.decisions.items() if key != ref}
    # an earlier place of the day must not bring it back by undo either
    return replace(state, plan=replace(state.plan, decisions=left), trail=())


def criteria_changed(state: State, event: e.CriteriaChanged, at: datetime) -> State:
    """Score by these from here on."""
    model = state.model
    was = criteria_lines(model.criteria, model.scale, event.criteria, event.scale)
    now = criteria_lines(event.criteria, event.scale, model.criteria, model.scale)
    changed = replace(state, session=replace(model, criteria=event.criteria, scale=event.scale))
    return told(
        changed, Intervention(at, "changed-criteria", "", event.why, was="; ".join(was), now="; ".join(now))
    )


def rule_changed(state: State, event: e.RuleChanged, at: datetime) -> State:
    """Agree by this from here on."""
    model = state.model
    before, after = (model.consensus, model.ties, model.quorum), (event.consensus, event.ties, event.quorum)
    was, now = rule_lines(*before, *after), rule_lines(*after, *before)
    changed = replace(
        state,
        session=replace(model, consensus=event.consensus, ties=event.ties, quorum=event.quorum),
        cards_up=state.cards_up if event.consensus.small is model.consensus.small else None,
    )
    return told(
        changed, Intervention(at, "changed-rule", "", event.why, was="; ".join(was), now="; ".join(now))
    )


def application_set_aside(state: State, event: e.ApplicationSetAside, at: datetime) -> State:
    """Take an application out of what is decided on. Nothing before this is to be undone: people were told of it."""
    model = state.model
    every = model.every_application
    place = next(at for at, one in enumerate(every) if one.ref == event.application)
    gone = SetAside(every[place], event.how, event.why, place)
    left = {ref: one for ref, one in state.plan.decisions.items() if ref != event.application}
    changed = replace(
        state,
        session=replace(
            model,
            applications=tuple(one for one in model.applications if one.ref != event.application),
            aside=(*model.aside, gone),
        ),
        plan=replace(state.plan, decisions=left, placed=placed_without(state, event.application)),
        trail=(),
    )
    return told(changed, Intervention(at, event.how.value, event.application, event.why))


def application_brought_back(state: State, event: e.ApplicationBroughtBack, at: datetime) -> State:
    """Put it back where it stood, to be heard last where it has not been."""
    model = state.model
    aside = tuple(one for one in model.aside if one.application.ref != event.application)
    kept = {one.application.ref for one in aside}
    back = tuple(one for one in model.every_application if one.ref not in kept)
    changed = replace(state, session=replace(model, applications=back, aside=aside))
    if event.step is not None:
        changed = _with_line(changed, event.step, event.after)
    return told(changed, Intervention(at, "brought-back", event.application, event.why))


def application_added(state: State, event: e.ApplicationAdded, at: datetime) -> State:
    """Take a late application in; every member is asked whether they are too close to it."""
    one = event.application
    added = replace(state.model, applications=(*state.model.applications, one))
    asked = {**state.cleared, one.ref: frozenset[int]()}
    changed = _with_line(replace(state, session=added, cleared=asked), event.step, event.after)
    return told(changed, Intervention(at, "late-application", one.ref, event.why))


def _with_line(state: State, step: Step, after: str) -> State:
    # a place of the day before this has an agenda without the line: it must not come back by undo
    return replace(state, steps=placed(state.steps, step, after), trail=())


def no_conflict_said(state: State, event: e.NoConflictSaid, _at: datetime) -> State:
    """Keep who was asked."""
    said = state.cleared.get(event.application, frozenset()) | {event.seat}
    return replace(state, cleared={**state.cleared, event.application: said})
