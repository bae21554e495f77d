"""What `session.json` holds beside the rows: what was agreed beforehand, who sat, what was decided."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from msgspec import Struct

from ...model import Application, Criterion, Session
from ...scoring import FEWEST
from ...state import State
from ..confidence import confidence_drawn
from .checking import CheckFacts, TieBallotFacts, check_facts, tie_ballot_facts
from .rows import CriterionRow

PERCENTILES = "linear interpolation between order statistics at p(n - 1), which R calls type 7"


class ScaleFacts(Struct, frozen=True):
    """A scale as agreed."""

    low: int
    high: int
    best: str
    words: tuple[str, ...]


class StrandFacts(Struct, frozen=True):
    """A part of the pot as agreed."""

    key: str
    title: str
    pot: Decimal
    awards: int | None


class StepFacts(Struct, frozen=True):
    """A line of the agenda as planned."""

    kind: str
    title: str
    ref: str
    minutes: int


class LineFacts(Struct, frozen=True):
    """A line of the agenda as it stands, put in, moved and re-timed lines too; `left_out` where it was passed over."""

    kind: str
    title: str
    ref: str
    minutes: int
    left_out: bool


class OpenDataFacts(Struct, frozen=True):
    """What 360Giving asks a publisher for."""

    funder_id: str
    funder_name: str
    prefix: str


class SignedFacts(Struct, frozen=True):
    """When the register of conflicts was signed off, and how many lines were in it."""

    when: str
    at: str
    conflicts: int


class SessionFacts(Struct, frozen=True):
    """The meeting as agreed, and how far it has come. Never the Wi-Fi's password, never a label."""

    title: str
    date: dt.date | None
    place: str
    currency: str
    pot: Decimal
    seats: int
    sat: int
    quorum: int
    language: str
    joining: str
    start: dt.time | None
    order: str
    seed: int | None
    scale: ScaleFacts
    question: str
    options: tuple[str, ...]
    rule: str
    rounds: int
    ties: tuple[str, ...]
    strands: tuple[StrandFacts, ...]
    steps: tuple[StepFacts, ...]
    agenda: tuple[LineFacts, ...]
    register: tuple[SignedFacts, ...]
    open_data: OpenDataFacts | None
    percentiles: str
    fewest: int
    confirmed: bool
    ended: bool
    public: bool
    confidence: tuple[ConfidenceFacts, ...]
    tie_ballots: tuple[TieBallotFacts, ...]
    checks: CheckFacts


class CriterionFacts(Struct, frozen=True):
    """A criterion as agreed, and how each application did on it."""

    key: str
    question: str
    weight: Decimal
    counted: bool
    low: int
    high: int
    best: str
    words: tuple[str, ...]
    results: tuple[CriterionRow, ...]


class ApplicationFacts(Struct, frozen=True):
    """An application as it came in; they stand in the order they are heard."""

    ref: str
    title: str
    organisation: str
    asked: Decimal
    least: Decimal | None
    strand: str
    place: str
    theme: str
    summary: str
    revealed: bool


class MemberFacts(Struct, frozen=True):
    """A member by code; `sat` says whether anybody took that seat."""

    member: str
    sat: bool


class ReasonsRow(Struct, frozen=True):
    """The reasons written beside one ballot, sorted: nobody's order, nobody's name. Of those hidden, how many.

    Where `said` is `differently`, they are views recorded after the last ballot, and `round` is nought.
    """

    application: str
    round: int
    reasons: tuple[str, ...]
    hidden: int = 0
    said: str = "ballot"


class ConfidenceFacts(Struct, frozen=True):
    """How confident members felt at a step, as it may be shown: options, or bands where one has a single answer."""

    step: str
    answers: tuple[str, ...]
    counts: tuple[int, ...]
    cant_say: int


class DecisionRow(Struct, frozen=True):
    """One decision; provisional until the whole list is confirmed."""

    application: str
    decision: str
    amount: Decimal
    conditions: str
    reasons: str
    confirmed: bool


def session_facts(state: State, *, public: bool) -> SessionFacts:
    """Gather what was agreed beforehand."""
    model = state.model
    return SessionFacts(
        title=model.title,
        date=model.date,
        place=model.place,
        currency=model.currency,
        pot=model.pot,
        seats=len(state.seats),
        sat=len(state.taken),
        quorum=model.quorum,
        language=model.language,
        joining=model.joining.value,
        start=model.start,
        order=model.order,
        seed=model.seed,
        scale=ScaleFacts(model.scale.low, model.scale.high, model.scale.best, model.scale.words),
        question=model.consensus.question,
        options=model.consensus.options,
        rule=model.consensus.rule.value,
        rounds=model.consensus.rounds,
        ties=model.ties,
        strands=tuple(StrandFacts(s.key, s.title, s.pot, s.awards) for s in model.strands),
        steps=_steps(model),
        agenda=_agenda(state),
        register=tuple(
            SignedFacts(one.when.value, one.at.isoformat(timespec="seconds"), one.conflicts)
            for one in state.register
        ),
        open_data=_open_data(model),
        percentiles=PERCENTILES,
        fewest=FEWEST,
        confirmed=state.confirmed,
        ended=state.ended,
        public=public,
        tie_ballots=tie_ballot_facts(state),
        checks=check_facts(state),
        confidence=confidence_facts(state),
    )


def confidence_facts(state: State) -> tuple[ConfidenceFacts, ...]:
    """Gather how confident members felt, of each time five or more answered."""
    return tuple(
        ConfidenceFacts(
            one.step, tuple(bar.label for bar in drawn), tuple(bar.count for bar in drawn), one.cant_say or 0
        )
        for one in state.confidence
        for drawn in confidence_drawn(one)
    )


def _open_data(model: Session) -> OpenDataFacts | None:
    given = model.open_data
    return OpenDataFacts(given.funder_id, given.funder_name, given.prefix) if given else None


def _steps(model: Session) -> tuple[StepFacts, ...]:
    return tuple(StepFacts(step.kind.value, step.title, step.ref, step.minutes) for step in model.steps)


def _agenda(state: State) -> tuple[LineFacts, ...]:
    skipped = state.plan.skipped
    return tuple(
        LineFacts(step.kind.value, step.title, step.ref, step.minutes, step.key in skipped)
        for step in state.steps
    )


def criterion_facts(one: Criterion, rows: tuple[CriterionRow, ...]) -> CriterionFacts:
    """Gather a criterion with its results."""
    scale = one.scale
    mine = tuple(row for row in rows if row.criterion == one.key)
    return CriterionFacts(
        one.key, one.question, one.weight, one.counted, scale.low, scale.high, scale.best, scale.words, mine
    )


def application_facts(one: Application, *, revealed: bool) -> ApplicationFacts:
    """Gather an application."""
    return ApplicationFacts(
        one.ref,
        one.title,
        one.organisation,
        one.asked,
        one.least,
        one.strand,
        one.place,
        one.theme,
        one.summary,
        revealed,
    )
