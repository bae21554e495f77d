"""Scores of a stage that follows another: today's, the earlier one, and the two together as the stage weighs them.

u = (u_now + earlier · u_before) / (1 + earlier). An application without an earlier score, because fewer than five
scored it or because it came late, has today's alone. So has every one where `earlier` is nought.
"""

from __future__ import annotations

from fractions import Fraction

from sessions.model.session import Session
from sessions.model.stage import EarlierApplication
from sessions.results.told_scores import mean_score
from sessions.state import State


def carried(model: Session, ref: str) -> EarlierApplication | None:
    """Find what the stage right before came to about an application; nothing where it does not come from there."""
    return model.before[-1].about(ref) if model.before else None


def means_to_weigh(model: Session) -> bool:
    """Whether it was agreed that earlier scores count at this stage."""
    return model.stage is not None and model.stage.earlier > 0 and bool(model.before)


def weighs_earlier(model: Session) -> bool:
    """Whether earlier scores count at this stage: where none came along there is nothing to weigh."""
    if not means_to_weigh(model):
        return False
    here = {one.ref for one in model.applications}
    return any(one.u and one.ref in here for one in model.before[-1].carried)


def score_before(model: Session, ref: str) -> Fraction | None:
    """Return the earlier score of an application, in u, where it counts; nothing where there is none that does."""
    about = carried(model, ref)
    return about.score if about is not None and means_to_weigh(model) else None


def together(model: Session, ref: str, now: Fraction | None) -> Fraction | None:
    """Return today's score and the earlier one together, in u; today's alone where it stands alone."""
    before = score_before(model, ref)
    if now is None or before is None or model.stage is None:
        return now
    earlier = Fraction(model.stage.earlier)
    return (now + earlier * before) / (1 + earlier)


def ranked_score(state: State, ref: str) -> Fraction | None:
    """Return the score that an application is ranked by, in u; nothing before today's, or where nobody scored it."""
    return together(state.model, ref, mean_score(state, ref))
