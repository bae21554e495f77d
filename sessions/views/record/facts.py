"""What `session.json` holds beside the rows: what was agreed beforehand, who sat, what was decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from sessions.model.answers import FEWEST
from sessions.model.funder_rule import FunderRule
from sessions.model.session import Criterion, Session
from sessions.results.budget import pots
from sessions.state import State
from sessions.state.kept_lists import kept_lists
from sessions.views.record.application_facts import AsideFacts, aside_facts
from sessions.views.record.asked import question_rows
from sessions.views.record.closing import ConfidenceFacts, FeltFacts, confidence_facts, felt_facts
from sessions.views.record.correcting import correction_rows
from sessions.views.record.rows import CorrectionRow, CriterionRow, QuestionRow
from sessions.views.record.scores import CheckFacts, TieBallotFacts, check_facts, tie_ballot_facts
from sessions.views.record.stage_facts import EarlierFacts, StageFacts, earlier_facts, stage_facts

PERCENTILES = "linear interpolation between order statistics at p(n - 1), which R calls type 7"


class RecordFacts(Struct, frozen=True):
    """Which record an export was made from: the same `id` and more `lines` is a later version of the same day.

    The id is the hash of the record's second line, its first entry. One that begins alike and goes on otherwise has
    the same id, and another head at the same line.
    """

    id: str = ""
    lines: int = 0
    sealed: bool = False
    rehearsal: bool = False


class ScaleFacts(Struct, frozen=True):
    """A scale as agreed."""

    low: int
    high: int
    best: str
    words: tuple[str, ...]


class StrandFacts(Struct, frozen=True):
    """A part of the pot as agreed; once the list is confirmed, what it gave over to the rest, gave and still holds."""

    key: str
    title: str
    pot: Decimal
    awards: int | None
    moved: Decimal | None = None
    given: Decimal | None = None
    left: Decimal | None = None


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
    """When the register of conflicts was signed off, and how many lines were in it; in public, none of one to four."""

    when: str
    at: str
    conflicts: int | None


class KeptFacts(Struct, frozen=True):
    """What members said together, without names; `stage` is an earlier one it was kept at, or nothing."""

    ask: str
    lines: tuple[str, ...]
    for_guests: bool
    stage: str


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
    small: str
    cards_up: tuple[str, ...]
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
    felt: tuple[FeltFacts, ...]
    questions: tuple[QuestionRow, ...]
    kept: tuple[KeptFacts, ...]
    ways: tuple[str, ...]
    look_back: tuple[str, ...]
    tie_ballots: tuple[TieBallotFacts, ...]
    checks: CheckFacts
    corrections: tuple[CorrectionRow, ...]
    aside: tuple[AsideFacts, ...]
    stage: StageFacts | None = None
    before: tuple[EarlierFacts, ...] = ()
    programme: str = ""
    funder_rules: tuple[FunderRule, ...] = ()


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


class DecisionRow(Struct, frozen=True):
    """One decision; provisional until the whole list is confirmed."""

    application: str
    decision: str
    amount: Decimal
    conditions: str
    reasons: str
    confirmed: bool
    strength_question: str = ""
    strength: str = ""
    doubt_question: str = ""
    doubt: str = ""
    against_rules: tuple[str, ...] = ()


def session_facts(state: State, codes: Mapping[int, str], *, public: bool) -> SessionFacts:
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
        small=model.consensus.small.value,
        cards_up=tuple(ref for ref, one in state.scoring.items() if one.cards_up),
        ties=model.ties,
        strands=_strands(state),
        steps=_steps(model),
        agenda=_agenda(state),
        register=tuple(
            SignedFacts(
                one.when.value,
                one.at.isoformat(timespec="seconds"),
                None if public and 0 < one.conflicts < FEWEST else one.conflicts,
            )
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
        aside=tuple(aside_facts(one, public=public) for one in model.aside),
        confidence=confidence_facts(state),
        felt=felt_facts(state),
        questions=question_rows(state),
        kept=tuple(KeptFacts(one.ask, one.lines, one.for_guests, one.stage) for one in kept_lists(state)),
        ways=tuple(one.text for one in state.ways),
        look_back=() if public else state.look_back,
        corrections=() if public else correction_rows(state, codes),
        stage=stage_facts(model),
        before=earlier_facts(model),
        programme=model.programme,
        funder_rules=model.funder_rules,
    )


def _open_data(model: Session) -> OpenDataFacts | None:
    given = model.open_data
    return OpenDataFacts(given.funder_id, given.funder_name, given.prefix) if given else None


def _strands(state: State) -> tuple[StrandFacts, ...]:
    divided = state.confirmed and state.model.places is None
    laid = {pot.key: pot for pot in pots(state)} if divided else {}
    return tuple(
        StrandFacts(s.key, s.title, s.pot, s.awards, -laid[s.key].moved, laid[s.key].spent, laid[s.key].left)
        if laid
        else StrandFacts(s.key, s.title, s.pot, s.awards)
        for s in state.model.strands
    )


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
