"""What `session.json` says of stages: what this one is, and what those before it came to. Never a seat."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from sessions.methods.scoring import round_half_up, shown
from sessions.model.session import Session
from sessions.model.stage import EarlierApplication, EarlierStage


class StageFacts(Struct, frozen=True):
    """A stage of a programme as agreed; `follows` is the id of the one before, `head` its closing words.

    Where it has `places` it is a shortlist, and `verdicts` are its decisions. `earlier` is how much an earlier score
    weighs beside today's.
    """

    name: str
    follows: str
    head: str
    places: int | None
    verdicts: tuple[str, ...]
    earlier: Decimal


class EarlierShapeFacts(Struct, frozen=True):
    """How five or more scored one question then: a count for each point, the smallest number first."""

    criterion: str
    question: str
    points: tuple[str, ...]
    counts: tuple[int, ...]


class EarlierResult(Struct, frozen=True):
    """What a stage before came to about an application of this one; `score` is on this session's scale."""

    application: str
    score: Decimal | None
    u: str
    scored_by: int | None
    outcome: str
    decision: str
    conditions: str
    reasons: str
    shapes: tuple[EarlierShapeFacts, ...]


class EarlierFacts(Struct, frozen=True):
    """A stage before: which session it was, how many it looked at and how many sat, and what goes on from it."""

    id: str
    head: str
    title: str
    stage: str
    date: str
    applications: int
    sat: int
    results: tuple[EarlierResult, ...]


def stage_facts(model: Session) -> StageFacts | None:
    """Return what this stage is; nothing of a session that is no stage."""
    one = model.stage
    if one is None:
        return None
    return StageFacts(one.name.value, one.follows, one.head, one.places, one.verdicts, one.earlier)


def earlier_facts(model: Session) -> tuple[EarlierFacts, ...]:
    """Return the stages before, the first one first."""
    return tuple(_stage(model, one) for one in model.before)


def _stage(model: Session, one: EarlierStage) -> EarlierFacts:
    here = {application.ref for application in model.every_application}
    results = tuple(_result(model, about) for about in one.carried if about.ref in here)
    return EarlierFacts(
        one.id, one.head, one.title, one.name, one.date, one.applications, len(one.sat), results
    )


def _result(model: Session, about: EarlierApplication) -> EarlierResult:
    u = about.score
    return EarlierResult(
        application=about.ref,
        score=None if u is None else Decimal(round_half_up(shown(u, model.scale))),
        u=about.u,
        scored_by=about.scored_by,
        outcome=about.outcome,
        decision=about.decision,
        conditions=about.conditions,
        reasons=about.reasons,
        shapes=tuple(
            EarlierShapeFacts(shape.key, shape.question, shape.points, shape.counts) for shape in about.shapes
        ),
    )
