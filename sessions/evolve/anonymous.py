"""How what members give without their name comes into the state: all at once, and never by seat."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from sessions import events as e
from sessions.evolve.moving import enter
from sessions.model.answers import CONFIDENT, Felt
from sessions.model.phases import Phase
from sessions.state import State


def minority_recorded(state: State, event: e.MinorityRecorded, _at: datetime) -> State:
    """Keep the other views on an application, after those there may be from a look before."""
    views = (*state.minority.get(event.application, ()), *event.views)
    return replace(state, minority={**state.minority, event.application: views})


def questions_shown(state: State, event: e.QuestionsShown, _at: datetime) -> State:
    """Keep what we would ask, after what there may be from a look before."""
    ours = (*state.questions.get(event.application, ()), *event.questions)
    return replace(state, questions={**state.questions, event.application: ours})


def confidence_closed(state: State, event: e.ConfidenceClosed, at: datetime) -> State:
    """Keep how the day is for us, and show it: one question large, several together."""
    totals = event.felt or (e.FeltTotal(CONFIDENT, event.counts, event.cant_say),)
    asked = (Felt(event.step, event.eligible, one.counts, one.cant_say, one.question) for one in totals)
    kept = replace(state, felt=(*state.felt, *asked))
    phase = Phase.CONFIDENCE_SHOWN if len(totals) == 1 else Phase.FELT_SHOWN
    return enter(kept, at, what="confidence", plan=replace(state.plan, phase=phase))
