"""The answers that were put right after scoring had closed, as they were and as they are. For staff alone."""

from __future__ import annotations

from collections.abc import Mapping

from sessions.state import Correction, State
from sessions.views.record.rows import CorrectionRow


def correction_rows(state: State, codes: Mapping[int, str]) -> tuple[CorrectionRow, ...]:
    """Return one row an answer put right, in the order they were."""
    return tuple(
        _correction(a.ref, codes[one.seat], one)
        for a in state.model.every_application
        for one in (state.scoring[a.ref].corrections if a.ref in state.scoring else ())
        if one.seat in codes
    )


def _correction(ref: str, code: str, one: Correction) -> CorrectionRow:
    return CorrectionRow(
        application=ref,
        member=code,
        criterion=one.criterion,
        old_answer=one.old.kind.value if one.old else "",
        old_value=one.old.value if one.old else None,
        answer=one.new.kind.value,
        value=one.new.value,
        when=one.at.isoformat(timespec="seconds"),
        why=one.why,
        own=one.own,
    )
