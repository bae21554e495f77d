"""Who may give something without a name at this place of the day, and whether everybody is asked to.

Above `anonymous`, `cards_up` and `workshop`, which each know their own part of the day.
"""

from __future__ import annotations

from sessions.decide.anonymous import askable, asks_confidence, phones_askable
from sessions.decide.cards_up import asks_cards_up
from sessions.decide.workshop import asks_suggestions
from sessions.model.phases import Phase
from sessions.state import State, scores_of

_ASKED = {
    Phase.CARDS_UP: asks_cards_up,
    Phase.CONFIDENCE: asks_confidence,
    Phase.WORKSHOP_WEIGH: asks_suggestions,
}
_QUESTIONS_WAIT = frozenset({Phase.READ, Phase.CARDS_UP, Phase.SCORE, Phase.CLOSED, Phase.REVEAL})


def givers(state: State) -> tuple[int, ...]:
    """Return the seats that may give something here by phone."""
    if state.plan.phase is Phase.CONFIDENCE:
        return phones_askable(state)
    before = state.plan.phase is Phase.CARDS_UP
    return scores_of(state, state.application).voters if state.application and not before else askable(state)


def everybody_asked(state: State) -> bool:
    """Whether all who may give something here are asked to, and waited for."""
    asks = _ASKED.get(state.plan.phase)
    return asks is not None and asks(state)


def questions_wait(state: State) -> bool:
    """Whether what members would ask about an application may be written already and is not shown yet."""
    return state.day_phase in _QUESTIONS_WAIT
