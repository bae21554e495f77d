"""Read a session's record for export: without its lock, so beside a running session."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct, ValidationError

from panel_tui.history import history
from panel_tui.record import RecordView
from sessions.evolve import fold
from sessions.model import Session
from sessions.state import State
from sessions.text import clean

from .refusal import ExportRefused

RECORD = "record.jsonl"


class Found(Struct, frozen=True):
    """A session's state as its record has it, and the record's head in words."""

    state: State
    head: str


def read_record(folder: Path) -> Found:
    """Fold a session's record. Raises RecordError, or ExportRefused where there is nothing fit to export."""
    record = RecordView.read(folder / RECORD)
    try:
        state = fold(history(record.entries))
    except (ValidationError, LookupError, StopIteration) as problem:
        raise ExportRefused("exports.odd-names") from problem
    if state.session is None:
        raise ExportRefused("exports.not-begun")
    if any(name != clean(name) for name in _names(state.session)):
        raise ExportRefused("exports.odd-names")
    return Found(state, " ".join(record.head_words))


def _names(model: Session) -> list[str]:
    """Gather what rows are matched by: it is written as it stands, so it must be plain."""
    refs = [name for a in model.applications for name in (a.ref, a.strand)]
    return [
        *refs,
        *(criterion.key for criterion in model.criteria),
        *(strand.key for strand in model.strands),
        *(name for step in model.steps for name in (step.key, step.ref)),
        *model.ties,
        model.currency,
        model.language,
    ]
