"""Facts about what members gave without their name: texts in one batch, points as totals. Never by seat."""

from __future__ import annotations

from sessions.events.moving import Fact
from sessions.model.session import Value


class MinorityRecorded(Fact, frozen=True):
    """Some saw an application differently and wished it recorded; in the order of letters."""

    application: str
    views: tuple[str, ...]


class QuestionsShown(Fact, frozen=True):
    """What members would ask about an application, as they wrote it while reading; in the order of letters."""

    application: str
    questions: tuple[str, ...]


class FeltTotal(Value, frozen=True):
    """What came of one closing question; of fewer than five answers no count is kept."""

    question: str
    counts: tuple[int, ...] | None = None
    cant_say: int | None = None


class ConfidenceClosed(Fact, frozen=True):
    """How the day is for members, at a step of it: a total for each question that was asked.

    Earlier versions asked one, how confident members feel, and wrote its total beside the step: then `felt` is empty.
    """

    step: str
    eligible: int
    counts: tuple[int, ...] | None = None
    cant_say: int | None = None
    felt: tuple[FeltTotal, ...] = ()
