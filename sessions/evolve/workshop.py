"""How the criteria workshop goes: a list that changes until it is agreed, and then rules."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from sessions import events as e
from sessions.evolve.moving import enter
from sessions.model.phases import Phase
from sessions.state import State


def suggestions_closed(state: State, event: e.SuggestionsClosed, at: datetime) -> State:
    """Show the suggestions as a list."""
    listed = replace(state, draft=event.lines)
    return enter(listed, at, what="suggestions", plan=replace(state.plan, phase=Phase.WORKSHOP_LIST))


def criteria_listed(state: State, event: e.CriteriaListed, _at: datetime) -> State:
    """Change the list."""
    return replace(state, draft=event.lines)


def criteria_agreed(state: State, event: e.CriteriaAgreed, at: datetime) -> State:
    """Judge by these from here on."""
    model = replace(state.model, criteria=event.criteria)
    ruled = replace(state, session=model, workshops={**state.workshops, event.step: event.counts})
    return enter(ruled, at, what="criteria", plan=replace(state.plan, phase=Phase.WORKSHOP_SHOWN))


def list_kept(state: State, event: e.ListKept, at: datetime) -> State:
    """Keep the list, for as long as the session goes on."""
    held = replace(state, kept={**state.kept, event.step: event.lines}, draft=())
    return enter(held, at, what="list", plan=replace(state.plan, phase=Phase.WORKSHOP_SHOWN))
