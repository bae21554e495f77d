"""Orders to put right what was agreed. Each says why: the panel is told."""

from __future__ import annotations

from decimal import Decimal

from sessions.model.details import Detail
from sessions.model.session import Consensus, Criterion, Scale, Standing, Value


class ChangeDetail(Value, frozen=True):
    """Put a detail of the session, of an application or of a strand right; `now` as text, as `details` has it."""

    detail: Detail
    now: str
    application: str = ""
    strand: str = ""
    why: str = ""


class ChangeCriteria(Value, frozen=True):
    """Score by these questions, on this scale."""

    criteria: tuple[Criterion, ...]
    scale: Scale
    why: str = ""


class ChangeRule(Value, frozen=True):
    """Agree by this rule, break ties in this order, decide with this many."""

    consensus: Consensus
    ties: tuple[str, ...]
    quorum: int
    why: str = ""


class SetApplicationAside(Value, frozen=True):
    """Count an application no more: withdrawn by its applicant, or not eligible by the rule that `why` names."""

    application: str
    how: Standing
    why: str = ""


class BringBack(Value, frozen=True):
    """Count an application again that was set aside by mistake."""

    application: str
    why: str = ""


class AddApplication(Value, frozen=True):
    """Take a late application in. `ref` may be left out: then it gets the next one that was never used."""

    title: str
    asked: Decimal
    organisation: str = ""
    least: Decimal | None = None
    strand: str = ""
    place: str = ""
    theme: str = ""
    summary: str = ""
    in_short: str = ""
    ref: str = ""
    why: str = ""


class SayNoConflict(Value, frozen=True):
    """Say that a seat has no conflict with a late application."""

    seat: int
    application: str
