"""Whether a further ballot is worth having: stop when agreed, when at most one moved, or after the last round."""

from __future__ import annotations

from sessions.decide.rounds import able
from sessions.methods.consensus import Advice, advice_after_rounds
from sessions.model.answers import FEWEST
from sessions.model.decisions import Outcome
from sessions.state import Round, State
from sessions.state.rounds import standing


def advice(state: State, ref: str) -> Advice:
    """Say whether a further ballot is worth having for an application."""
    rounds = standing(state.rounds.get(ref, ()))
    most = state.model.consensus.rounds
    if not rounds:
        return Advice.TOO_FEW if len(able(state, ref)) < FEWEST else Advice.GO_ON
    if rounds[-1].outcome_only:
        return _advice_without_counts(rounds, most)
    return advice_after_rounds(state.model.consensus.rule, [r.counts or () for r in rounds], most)


def _advice_without_counts(rounds: tuple[Round, ...], most: int) -> Advice:
    """Advise where the latest ballot shows its outcome only: nobody can say who moved."""
    if rounds[-1].outcome in (Outcome.YES, Outcome.NO):
        return Advice.AGREED
    return Advice.LAST_ROUND if len(rounds) >= most else Advice.GO_ON


def another_round(state: State, ref: str) -> bool:
    """Whether the obvious next thing after an outcome is to talk again and vote again."""
    given = advice(state, ref)
    if given is Advice.TOO_FEW:  # too few voted, though enough could have
        enough = len(able(state, ref)) >= FEWEST
        left = len(standing(state.rounds.get(ref, ()))) < state.model.consensus.rounds
        return enough and left and ref not in state.by_talking
    return given is Advice.GO_ON
