"""How what members give without their name comes into the state: all at once, and never by seat."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from .. import events as e
from ..confidence import Confidence
from ..phases import Phase
from ..state import State
from .moving import enter


def minority_recorded(state: State, event: e.MinorityRecorded, _at: datetime) -> State:
    """Keep the other views on an application, after those there may be from a look before."""
    views = (*state.minority.get(event.application, ()), *event.views)
    return replace(state, minority={**state.minority, event.application: views})


def confidence_closed(state: State, event: e.ConfidenceClosed, at: datetime) -> State:
    """Keep how confident we feel, and show it."""
    asked = Confidence(event.step, event.eligible, event.counts, event.cant_say)
    kept = replace(state, confidence=(*state.confidence, asked))
    return enter(kept, at, what="confidence", plan=replace(state.plan, phase=Phase.CONFIDENCE_SHOWN))
