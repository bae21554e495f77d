"""What is read of a public `session.json`: only what a room gives, so that later versions may add to the rest."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import msgspec
from msgspec import Struct

from panel_tui.gather.destination import GatherRefusal
from panel_tui.gather.tables import fit_id
from panel_tui.system.plain_files import opened
from sessions.model.answers import CONFIDENT
from sessions.views.record import RecordFacts

_LARGEST = 64 << 20  # bytes; ten thousand applications stay far below it


class _Line(Struct, frozen=True):
    kind: str
    title: str
    ref: str
    minutes: int
    left_out: bool


class _Confident(Struct, frozen=True):
    counts: tuple[int, ...]


class _Felt(Struct, frozen=True):
    question: str
    moment: int
    counts: tuple[int, ...]


class _Stage(Struct, frozen=True):
    name: str
    follows: str
    places: int | None = None


class _Session(Struct, frozen=True):
    title: str
    date: dt.date | None
    place: str
    currency: str
    pot: Decimal
    seats: int
    sat: int
    quorum: int
    language: str
    rule: str
    rounds: int
    agenda: tuple[_Line, ...]
    confirmed: bool
    ended: bool
    public: bool
    confidence: tuple[_Confident, ...]
    felt: tuple[_Felt, ...] | None = None  # earlier versions asked how confident we feel, and nothing else
    stage: _Stage | None = None
    programme: str = ""

    def __post_init__(self) -> None:
        """Take an earlier version's only question for what it is."""
        if self.felt is None:
            told = (
                _Felt(CONFIDENT, moment, one.counts) for moment, one in enumerate(self.confidence, start=1)
            )
            msgspec.structs.force_setattr(self, "felt", tuple(told))


class _Application(Struct, frozen=True):
    ref: str
    title: str
    organisation: str
    asked: Decimal
    least: Decimal | None
    strand: str
    place: str
    theme: str


class _CriterionResult(Struct, frozen=True):
    application: str
    mean: Decimal | None
    answered: int | None
    cant_say: int | None
    split: bool


class _Criterion(Struct, frozen=True):
    key: str
    question: str
    weight: Decimal
    counted: bool
    low: int
    high: int
    best: str
    results: tuple[_CriterionResult, ...]


class _Result(Struct, frozen=True):
    application: str
    score: Decimal | None
    scored_by: int | None
    split: bool
    rank: int | None
    outcome: str
    decision: str
    amount: Decimal | None
    conditions: str
    reasons: str


class _Round(Struct, frozen=True):
    application: str
    round: int
    option: str
    count: int | None
    cast: int | None
    outcome: str
    void: bool


class _Timing(Struct, frozen=True):
    step: str
    phase: str
    started: str
    ended: str


class _Intervention(Struct, frozen=True):
    what: str


class ExportFile(Struct, frozen=True):
    """A public account as it was exported; each field has those of the account's that a room gives."""

    session: _Session
    criteria: tuple[_Criterion, ...]
    applications: tuple[_Application, ...]
    results: tuple[_Result, ...]
    rounds: tuple[_Round, ...]
    timings: tuple[_Timing, ...]
    interventions: tuple[_Intervention, ...]
    head: str
    program: str
    record: RecordFacts = RecordFacts()


_decode = msgspec.json.Decoder(ExportFile).decode


def read_export(file: Path) -> ExportFile:
    """Read a `session.json`. Raises Refusal where it is none, or not for everyone."""
    with opened(file) as export:
        raw = export.read(_LARGEST + 1)
    try:
        found = _decode(raw)
    except (ValueError, RecursionError) as problem:
        raise GatherRefusal("gather.not-an-export") from problem
    if not found.session.public:
        raise GatherRefusal("gather.not-public")
    if not found.record.id:
        raise GatherRefusal("gather.older-export")
    if not fit_id(found.record.id):
        raise GatherRefusal("gather.not-an-export")
    return found
