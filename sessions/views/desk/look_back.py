"""The facilitator's own look back: what was done by hand today, and which of it can lead a panel."""

from __future__ import annotations

from collections import Counter

from sessions.decide.asking import may_look_back
from sessions.state import State
from sessions.views.changes import is_change
from sessions.views.desk.choices import LookingBack
from sessions.views.wall.poster_inputs import did, of_the_facilitator

# What comes of a day can hang on these: which order, how long, what counts again, what is not seen.
_STEERING = frozenset(
    (
        *("break-skipped", "step-skipped", "step-added", "step-moved", "retimed", "undone"),
        *("list-reopened", "reveal-voided", "round-voided", "tie-voided", "reason-hidden", "corrected"),
    )
)


def looking_back(state: State) -> LookingBack | None:
    """Count each kind of act the facilitator did; nothing before the day closes."""
    if not may_look_back(state):
        return None
    steering: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for one in state.interventions:
        if of_the_facilitator(one):
            kind = steering if one.what in _STEERING or is_change(one.what) else others
            kind[did(state, one)] += 1
    return LookingBack(tuple(steering.items()), tuple(others.items()), state.look_back)
