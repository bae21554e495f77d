"""Facts about scores. What a member gave stands here by seat; a ballot never does."""

from __future__ import annotations

from sessions.events.moving import Fact
from sessions.model.answers import Answer, Source


class Practised(Fact, frozen=True):
    """A seat tried the practice question. What it said is not kept."""

    seat: int


class CardsUpAsked(Fact, frozen=True):
    """We were asked whether scores may be turned over where few of us score.

    `agreed` are the seats that were asked, where every one of them said yes; else it is empty, and says of nobody
    what they said, or whether they said anything.
    """

    agreed: tuple[int, ...]


class ScoringOpened(Fact, frozen=True):
    """Scoring opened for these seats; they stay the application's electorate for all its rounds.

    With `cards_up` their scores are turned over together once it has closed, with seat numbers.
    """

    application: str
    electorate: tuple[int, ...]
    cards_up: bool = False


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
    """An answer was corrected after scoring had closed, with a reason.

    Its member did it where it is `own`: all scores had been turned over, and each may then change a score.
    """

    seat: int
    application: str
    criterion: str
    answer: Answer
    why: str
    own: bool = False
