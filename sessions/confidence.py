"""How confident members feel about judging, as the record knows it: totals, never who."""

from __future__ import annotations

from .model import Value


class Confidence(Value, frozen=True):
    """How confident members felt at a step, as totals; `counts` stay away where fewer than five answered."""

    step: str
    eligible: int
    counts: tuple[int, ...] | None = None
    cant_say: int | None = None
