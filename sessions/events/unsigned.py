"""Facts about what members gave without their name: texts in one batch, points as totals. Never by seat."""

from __future__ import annotations

from .fact import Fact


class MinorityRecorded(Fact, frozen=True):
    """Some saw an application differently and wished it recorded; in the order of letters."""

    application: str
    views: tuple[str, ...]


class ConfidenceClosed(Fact, frozen=True):
    """How confident members feel, at a step of the day; of fewer than five answers no count is kept."""

    step: str
    eligible: int
    counts: tuple[int, ...] | None = None
    cant_say: int | None = None
