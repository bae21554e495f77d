"""Whether the exports that lie beside a record are of that record, and still say what it says."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from panel_tui import __version__
from panel_tui.exports.audience import public_name
from panel_tui.exports.csv_files import csv_files
from panel_tui.exports.material import Material, drawn_codes
from panel_tui.record import RecordView
from sessions.events import Stamped
from sessions.evolve import fold
from sessions.views.record import record_view, tellable
from sessions.wording import say

PROGRAM = f"panel-tui {__version__}"
COMPARED = (
    *("results.csv", "criteria.csv", "rounds.csv", "timings.csv", "interventions.csv"),
    *("felt.csv", "questions.csv"),
)
"""Tables without a row by member: members get new codes in each export."""
_LARGEST = 64 * 1024 * 1024  # bytes; a panel of hundreds writes a few


class _Head(msgspec.Struct):
    """What is read of `session.json`."""

    head: str
    program: str = ""
    session: dict[str, Any] = {}


def exports_beside(folder: Path, view: RecordView, past: Sequence[Stamped]) -> Iterator[tuple[str, bool]]:
    """Say of each export in the folder's `exports` whether it was made from this record, and whether that is sound."""
    for path in sorted((folder / "exports").glob("**/*session*.json")):
        if "schema" in path.name:
            continue
        name = path.relative_to(folder).as_posix()
        read = _read(path)
        if read is None:
            yield say("verify.exports-unread", name=name), True
            continue
        line = view.find_head(read.head)
        if line is None:
            yield say("verify.exports-other", name=name), False
            continue
        yield from _compared(path.parent, name, read, view, past, line)


def _compared(
    place: Path, name: str, read: _Head, view: RecordView, past: Sequence[Stamped], line: int
) -> Iterator[tuple[str, bool]]:
    if read.program != PROGRAM:
        yield say("verify.exports-version", name=name), True
        return
    then = [one for one, entry in zip(past, view.entries, strict=True) if entry.line <= line]
    public = bool(read.session.get("public"))
    changed = list(_changed(place, then, public=public))
    for table in changed:
        yield say("verify.exports-changed", name=(Path(name).parent / table).as_posix()), False
    if not changed:
        last = view.entries[-1].line
        key = "verify.exports-same" if line == last else "verify.exports-older"
        yield say(key, name=name, line=line, lines=last), True


def _changed(place: Path, then: Sequence[Stamped], *, public: bool) -> Iterator[str]:
    """Name the tables that lie there and say something else than the record did then."""
    state = fold(then)
    account = record_view(state, codes=drawn_codes(state.seats, random.Random(0)), public=public)  # noqa: S311
    made = Material(account, tellable(state), "", PROGRAM, public)
    for file in csv_files(made):
        lying = place / (public_name(file.name) if public else file.name)
        if file.name in COMPARED and lying.is_file() and _rows(lying) != _table(b"".join(file.parts)):
            yield lying.name


def _rows(path: Path) -> list[list[str]]:
    data = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
    return _table(data)


def _table(data: bytes) -> list[list[str]]:
    text = data.decode("utf-8-sig", errors="replace")
    return list(csv.reader(io.StringIO(text, newline="")))


def _read(path: Path) -> _Head | None:
    """Read the head an export was made at; nothing where the file cannot be read as ours."""
    try:
        if path.stat().st_size > _LARGEST:
            return None
        return msgspec.json.decode(path.read_bytes(), type=_Head)
    except (OSError, msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return None
