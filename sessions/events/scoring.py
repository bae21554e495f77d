"""Facts about scores. What a member gave stands here by seat; a ballot never does."""

from __future__ import annotations

from ..answers import Answer, Source
from .fact import Fact


class Practised(Fact, frozen=True):
    """A seat tried the practice question. What it said is not kept."""

    seat: int


class ScoringOpened(Fact, frozen=True):
    """Scoring opened for these seats; they stay the application's electorate for all its rounds."""

    application: str
    electorate: tuple[int, ...]


class Answered(Fact, frozen=True):
    """A member answered one criterion; `id` names the sending, `revision` its place in that member's own order."""

    seat: int
    application: str
    criterion: str
    answer: Answer
    id: str
    revision: int
    source: Source = Source.PHONE
    helped: bool = False


class HandedIn(Fact, frozen=True):
    """A member said: these are my scores. They can be changed until scoring closes."""

    seat: int
    application: str


class ScoringClosed(Fact, frozen=True):
    """Scoring closed."""

    application: str


class RevealVoided(Fact, frozen=True):
    """Scores that had been shown were set aside, with a reason: the same seats score the application again.

    Nothing given before is lost. It stands until its member changes it.
    """

    application: str
    why: str


class Corrected(Fact, frozen=True):
    """An answer was corrected after scoring had closed, with a reason."""

    seat: int
    application: str
    criterion: str
    answer: Answer
    why: str
