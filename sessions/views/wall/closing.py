"""The closing: what we decided, an application a line, and how the day was."""

from __future__ import annotations

from sessions.model.text import money
from sessions.results.budget import pots, total
from sessions.results.shortlist import chosen
from sessions.state import State
from sessions.views.changes import set_aside_words
from sessions.views.closing_questions import then_and_now
from sessions.views.shapes import differing
from sessions.views.wall import posters as p
from sessions.views.wall.application import decision_words
from sessions.views.wall.budget import asked_together
from sessions.views.wall.poster_inputs import acts, stepped_in
from sessions.views.why_words import why_words, with_why
from sessions.wording import say, say_many


def closing(state: State, bands: p.Frame) -> p.Closing:
    """Say what we decided, one line an application."""
    felt, by_hand = filter(None, [then_and_now(state)]), len(state.interventions)
    lines = (
        *felt,
        *_given(state),
        *((say("views.closing.interventions", all=by_hand, n=stepped_in(state)),) if by_hand else ()),
    )
    heading = say("views.closing.heading" if state.confirmed else "views.closing.provisional")
    return p.Closing(bands, heading, decided(state), lines, differing(state), acts(state), _sum(state))


def _sum(state: State) -> str:
    """Say in one breath what it came to: how many, how much, and how many of us decided it."""
    model, decisions = state.model, state.plan.decisions
    picked = (
        chosen(decisions) if model.places is not None else [one for one in decisions.values() if one.funded]
    )
    if not state.confirmed or not picked:
        return ""
    people = len({*state.here, *(seat for one in state.scoring.values() for seat in one.handed_in)})
    if model.places is not None:
        return say("views.closing.sum-places", n=len(picked), people=people)
    amount = money(total(decisions), model.currency)
    return say_many("views.closing.sum", len(picked), amount=amount, people=people)


def _given(state: State) -> tuple[str, ...]:
    """Say how much of the pot was given, or how many of the places were taken; before we confirm, what is written."""
    model, decisions = state.model, state.plan.decisions
    if model.places is None:
        spent, pot = money(total(decisions), model.currency), money(model.pot, model.currency)
        key = "views.closing.spent" if state.confirmed else "views.closing.written-down"
        return (say(key, spent=spent, pot=pot),)
    picked = chosen(decisions)
    key = "stages.taken" if state.confirmed else "stages.taken-for-now"
    return (
        say_many(key, len(picked), places=model.places),
        *(asked_together(state, picked) if state.confirmed else ()),
    )


def decided(state: State) -> tuple[tuple[str, str], ...]:
    """Name each application with what we decided, and for one that gets no money in a few words why."""
    why = why_words(state, pots(state)) if state.confirmed else {}
    called = state.model.called
    told = [(called(a.ref), _decided(state, a.ref, why.get(a.ref, ""))) for a in state.model.applications]
    gone = [(called(one.application.ref), set_aside_words(one)) for one in state.model.aside]
    return (*told, *gone)


def _decided(state: State, ref: str, why: str) -> str:
    decision = state.plan.decisions.get(ref)
    if decision is None:
        return say("views.verdict.none")
    return with_why(decision, decision_words(state, ref), why)
