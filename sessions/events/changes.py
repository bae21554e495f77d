"""Facts about what was agreed and then put right: what it is now, and why."""

from __future__ import annotations

from sessions.events.moving import Fact
from sessions.model.details import Detail
from sessions.model.session import Application, Consensus, Criterion, Scale, Standing, Step


class DetailChanged(Fact, frozen=True):
    """A detail of the session, of an application or of a strand was put right; both as text."""

    application: str
    strand: str
    detail: Detail
    was: str
    now: str
    why: str


class CriteriaChanged(Fact, frozen=True):
    """What applications are scored by was put right, before the first score."""

    criteria: tuple[Criterion, ...]
    scale: Scale
    why: str


class RuleChanged(Fact, frozen=True):
    """How we agree, how ties are broken, or how many must be here was put right, before the first score."""

    consensus: Consensus
    ties: tuple[str, ...]
    quorum: int
    why: str


class ApplicationSetAside(Fact, frozen=True):
    """An application was withdrawn, or found not eligible: nothing counts it any more. Its scores stay here."""

    application: str
    how: Standing
    why: str


class ApplicationBroughtBack(Fact, frozen=True):
    """That was a mistake: the application counts again. One that is still to be heard got a new line."""

    application: str
    why: str
    step: Step | None = None
    after: str = ""


class ApplicationAdded(Fact, frozen=True):
    """A late application was taken in, to be heard after the others."""

    application: Application
    step: Step
    after: str
    why: str


class NoConflictSaid(Fact, frozen=True):
    """A member was asked about a late application and has no conflict with it."""

    seat: int
    application: str
