"""The rows a room gives to where many are gathered, a kind a table. None is about one person."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from msgspec import Struct


class SessionRow(Struct, frozen=True):
    """A room: what it agreed beforehand, how many sat, and which version of it this is."""

    session_id: str
    programme: str | None
    stage: str | None
    follows: str | None
    title: str
    date: dt.date | None
    place: str
    currency: str
    pot: Decimal
    seats: int
    sat: int
    quorum: int
    rule: str
    rounds: int
    language: str
    confirmed: bool
    ended: bool
    rehearsal: bool
    lines: int
    sealed: bool
    head: str
    program: str
    proof: str
    after_lines: int | None = None


class ApplicationRow(Struct, frozen=True):
    """An application, and what came of it."""

    session_id: str
    ref: str
    their_ref: str | None
    title: str
    organisation: str
    org_id: str | None
    strand: str
    place: str
    theme: str
    asked: Decimal
    least: Decimal | None
    scored_by: int | None
    score: Decimal | None
    split: bool | None
    rank: int | None
    outcome: str
    decision: str
    amount: Decimal | None
    reasons: str
    conditions: str
    offer: str | None
    offer_amount: Decimal | None
    paid_on: dt.date | None


class CriterionRow(Struct, frozen=True):
    """A question the room scored by."""

    session_id: str
    key: str
    question: str
    weight: Decimal
    counted: bool
    low: int
    high: int
    best: str


class CriterionResultRow(Struct, frozen=True):
    """How one application did on one question."""

    session_id: str
    ref: str
    key: str
    mean: Decimal | None
    answered: int | None
    cant_say: int | None
    split: bool | None


class RoundRow(Struct, frozen=True):
    """How many chose one option of a ballot, or one band where options may not be told."""

    session_id: str
    ref: str
    round: int
    position: int
    option: str
    band: str
    count: int | None
    cast: int | None
    outcome: str
    void: bool


class FeltRow(Struct, frozen=True):
    """How many answered one point of a question about the day, or one band of it."""

    session_id: str
    question: str
    moment: int
    position: int
    point: int | None
    band: str
    count: int


class StepRow(Struct, frozen=True):
    """A line of the agenda: the minutes planned for it and those it took."""

    session_id: str
    position: int
    kind: str
    ref: str
    planned_minutes: int
    minutes: Decimal | None


class InterventionRow(Struct, frozen=True):
    """How often the facilitator did one thing by hand."""

    session_id: str
    what: str
    count: int


class Gathered(Struct, frozen=True):
    """All that a room gives, a field a table."""

    session: tuple[SessionRow, ...]
    application: tuple[ApplicationRow, ...]
    criterion: tuple[CriterionRow, ...]
    criterion_result: tuple[CriterionResultRow, ...]
    round: tuple[RoundRow, ...]
    felt: tuple[FeltRow, ...]
    step: tuple[StepRow, ...]
    intervention: tuple[InterventionRow, ...]

    @property
    def facts(self) -> SessionRow:
        """Return the one row of the session itself."""
        return self.session[0]
