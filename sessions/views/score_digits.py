"""How many decimals scores are shown with: enough to tell apart those that differ, and no more."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from sessions.methods.scoring import round_half_up, shown
from sessions.model.session import Scale

NOTHING = "–"
_FEWEST, _MOST = 1, 4


def digits_apart(scale: Scale, scores: Iterable[Fraction | None], fewest: int = _FEWEST) -> int:
    """Return the fewest decimals at which scores that differ look different, within reason; they are given in u."""
    apart = {score for score in scores if score is not None}
    for digits in range(fewest, _MOST):
        if len({on_scale(scale, score, digits) for score in apart}) == len(apart):
            return digits
    return _MOST


def on_scale(scale: Scale, score: Fraction | None, digits: int) -> str:
    """Write a score, given in u, as a number on its scale."""
    return round_half_up(shown(score, scale), digits) if score is not None else NOTHING
