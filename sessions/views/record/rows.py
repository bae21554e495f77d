"""The rows of the CSVs, one field a column, in the order the contract names them.

Numbers are exact: scores are Decimals of six places. None and "" are an empty cell; times are ISO 8601 text.
"""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct


class ScoreRow(Struct, frozen=True):
    """One member's answer to one criterion of one application. `value` is as entered."""

    application: str
    member: str
    criterion: str
    answer: str
    value: int | None = None
    source: str = ""
    helped: bool = False
    corrected: bool = False


class ResultRow(Struct, frozen=True):
    """What one application came to."""

    application: str
    title: str
    organisation: str
    strand: str
    asked: Decimal
    least: Decimal | None
    score: Decimal | None
    median: Decimal | None
    lowest: Decimal | None
    highest: Decimal | None
    scored_by: int | None
    split: bool
    disagreement_index: Decimal | None
    rank: int | None
    tie_break: str
    fitted_rank: int | None
    outcome: str
    decision: str
    amount: Decimal | None
    conditions: str
    reasons: str


class CriterionRow(Struct, frozen=True):
    """How one application did on one criterion, on that criterion's own scale."""

    application: str
    criterion: str
    mean: Decimal | None
    median: Decimal | None
    lowest: Decimal | None
    highest: Decimal | None
    answered: int | None
    cant_say: int | None
    split: bool


class RoundRow(Struct, frozen=True):
    """One option of one ballot, or one band where options may not be shown."""

    application: str
    round: int
    option: str
    count: int | None
    eligible: int
    cast: int | None
    outcome: str
    rule: str
    void: bool


class ConflictRow(Struct, frozen=True):
    """One member's conflict with one application."""

    application: str
    member: str
    declared: str
    stepped_out: str
    came_back: str


class TimingRow(Struct, frozen=True):
    """One phase of one line of the agenda; `step` is its application, or its title, or its kind."""

    step: str
    phase: str
    planned_minutes: int
    started: str
    ended: str


class InterventionRow(Struct, frozen=True):
    """One thing the facilitator did by hand."""

    when: str
    what: str
    application: str
    why: str
