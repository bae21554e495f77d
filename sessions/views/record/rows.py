"""The rows of the CSVs, one field a column, in the order that `panel_tui/exports/README.md` names them.

Numbers are exact: scores are Decimals of six places. None and "" are an empty cell; times are ISO 8601 text.
"""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct


class ScoreRow(Struct, frozen=True, gc=False):
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
    """What one application came to; `paid_from` is the strand that pays for it, or the rest of the pot.

    At a stage that follows another `score` is what it is ranked by, `score_now` today's alone, and `score_before` the
    earlier one, where five or more gave it. `against_rules` says which of the funder's rules it goes against, and why.
    """

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
    paid_from: str = ""
    score_now: Decimal | None = None
    score_before: Decimal | None = None
    against_rules: str = ""


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


class FeltRow(Struct, frozen=True):
    """One band of a closing question, each time it was asked; a row without a band where fewer than five answered."""

    question: str
    words: str
    moment: int
    band: str
    answer: str
    count: int | None
    cant_say: int | None


class QuestionRow(Struct, frozen=True):
    """One answer to a question of the moment. `first` where most chose it; no counts where they may not be told."""

    number: int
    question: str
    answer: str
    first: bool
    count: int | None
    eligible: int
    cast: int | None
    told: str
    void: bool


class ConflictRow(Struct, frozen=True):
    """One member's conflict with one application."""

    application: str
    member: str
    declared: str
    stepped_out: str
    came_back: str
    taken_back: str = ""


class TimingRow(Struct, frozen=True):
    """One phase of one line of the agenda; `step` is its application, or its title, or its kind."""

    step: str
    phase: str
    planned_minutes: int
    started: str
    ended: str


class CorrectionRow(Struct, frozen=True):
    """One answer put right after scoring had closed, as it was and as it is; empty where there was none."""

    application: str
    member: str
    criterion: str
    old_answer: str
    old_value: int | None
    answer: str
    value: int | None
    when: str
    why: str
    own: bool = False  # changed by its member, once all scores had been turned over


class InterventionRow(Struct, frozen=True):
    """One thing done by hand, by whomever; where it put something right, what that was and what it is."""

    when: str
    what: str
    application: str
    why: str
    was: str = ""
    now: str = ""
