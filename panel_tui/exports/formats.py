"""The formats there are, and which of them a person asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from screens.paper.press import can_press

from .csv_files import csv_files
from .decision_record import decision_pdf, decision_record
from .giving import giving
from .grants import why_no_grants
from .letters import letter_files, why_no_letters
from .material import Maker, Material
from .pabulib import pabulib, why_no_votes
from .refusal import ExportRefused
from .session_json import session_json
from .workbook import workbook

FORMATS: dict[str, Maker] = {
    "csv": csv_files,
    "xlsx": workbook,
    "json": session_json,
    "html": decision_record,
    "pdf": decision_pdf,
    "360giving": giving,
    "pabulib": pabulib,
    "letters": letter_files,
}
# Formats that have to wait for something: each gives the wording key of what it waits for, or nothing.
WAITS: dict[str, Callable[[Material], str]] = {
    "360giving": why_no_grants,
    "pabulib": why_no_votes,
    "letters": why_no_letters,
}


def chosen(names: Sequence[str]) -> dict[str, Maker]:
    """Give the formats asked for, or all that can be made here where none is named. Raises ExportRefused."""
    known = ", ".join(FORMATS)
    for name in names:
        if name not in FORMATS:
            raise ExportRefused("exports.no-such-format", name=repr(name)[1:-1], known=known)
        if name in unable():
            raise ExportRefused("paper.pdf.refused")
    return {name: FORMATS[name] for name in names or FORMATS if name not in unable()}


def unable() -> tuple[str, ...]:
    """Name the formats that cannot be made here: a PDF needs typst, which is an extra."""
    return () if can_press() else ("pdf",)


def waiting(names: Iterable[str], material: Material) -> dict[str, str]:
    """Give the formats of these that cannot be made of this session yet, each with the key that says why."""
    found = {name: WAITS[name](material) for name in names if name in WAITS}
    return {name: why for name, why in found.items() if why}
