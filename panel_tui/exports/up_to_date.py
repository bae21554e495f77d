"""Whether the exports that lie beside a record are of that record, and still say what it says."""

from __future__ import annotations

import csv
import errno
import io
import os
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from panel_tui import __version__
from panel_tui.exports.audience import public_name
from panel_tui.exports.codes_again import codes_again
from panel_tui.exports.csv_files import BY_MEMBER, FILES, csv_files
from panel_tui.exports.material import Material, drawn_codes, seat_codes
from panel_tui.exports.session_json import session_json
from panel_tui.record import RecordView
from panel_tui.system.plain_files import opened
from sessions.events import Stamped
from sessions.evolve import fold
from sessions.state import State
from sessions.views.record import RecordFacts, record_view, tellable
from sessions.wording import say

PROGRAM = f"panel-tui {__version__}"
_NOT_OURS = (KeyError, TypeError, AttributeError, IndexError)  # parts that our own always has are not there
_LARGEST = 64 * 1024 * 1024  # bytes; a panel of hundreds writes a few


class _Export(msgspec.Struct):
    """A `session.json` that lies there: all of it, and of that the head, the program and for whom it was made."""

    whole: dict[str, Any]

    @property
    def head(self) -> str:
        """Return the words of the record's head it was made at."""
        return str(self.whole["head"])

    @property
    def program(self) -> str:
        """Name the program that made it, with its version."""
        return str(self.whole.get("program", ""))

    @property
    def public(self) -> bool:
        """Whether it was made for everyone."""
        return bool(self.whole["session"].get("public"))

    @property
    def seats(self) -> bool:
        """Whether members stand in it by their seats; codes that are drawn have letters."""
        named = [str(row["member"]) for row in self.whole["members"]]
        return bool(named) and all(one.isdecimal() for one in named)


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
    place: Path, name: str, read: _Export, view: RecordView, past: Sequence[Stamped], line: int
) -> Iterator[tuple[str, bool]]:
    if read.program != PROGRAM:
        yield say("verify.exports-version", name=name), True
        return
    then = [one for one, entry in zip(past, view.entries, strict=True) if entry.line <= line]
    state = fold(then)
    record = RecordFacts(view.id, line, state.sealed, state.rehearsal)
    made, known = _made_again(state, read, record)
    changed = [*_changed(place, made, known=known)]
    if not known or _says_otherwise(read, made):
        changed.append(Path(name).name)
    for table in changed:
        yield say("verify.exports-changed", name=(Path(name).parent / table).as_posix()), False
    if not changed:
        last = view.entries[-1].line
        key = "verify.exports-same" if line == last else "verify.exports-older"
        yield say(key, name=name, line=line, lines=last), True


def _made_again(state: State, read: _Export, record: RecordFacts) -> tuple[Material, bool]:
    """Make what an export of the record, as it was then, was made from; say whether its members could be made out."""

    def made(codes: Mapping[int, str]) -> Material:
        account = record_view(state, codes=codes, public=read.public, seats=read.seats)
        return Material(
            account, tellable(state), read.head, PROGRAM, read.public, seats=read.seats, record=record
        )

    by_seat = made(seat_codes(state.seats))
    if read.seats:
        return by_seat, True
    drawn = drawn_codes(state.seats, random.Random(0))  # noqa: S311
    try:
        found = codes_again(read.whole, _as_read(by_seat))
    except _NOT_OURS:
        found = None
    codes = sorted({**drawn, **(found or {})}.items(), key=lambda pair: pair[1])
    return made(dict(codes)), found is not None


def _as_read(made: Material) -> dict[str, Any]:
    """Return `session.json` as another program reads it."""
    (file, *_) = session_json(made)
    return msgspec.json.decode(b"".join(file.parts), type=dict[str, Any])


def _says_otherwise(read: _Export, made: Material) -> bool:
    """Whether `session.json` says something else than the record did then, or more."""
    return read.whole != _as_read(made)


def _changed(place: Path, made: Material, *, known: bool) -> Iterator[str]:
    """Name the tables that lie there and say something else than the record did then.

    Those by member are left out where the codes in them are not `known`.
    """
    again = {file.name: b"".join(file.parts) for file in csv_files(made)}
    for table in FILES:
        lying = place / (public_name(table) if made.public else table)
        if not os.path.lexists(lying) or (table in BY_MEMBER and not known):
            continue
        if table not in again or _rows(lying) != _table(again[table]):
            yield lying.name


def _rows(path: Path) -> list[list[str]]:
    """Return the rows of a table that lies there; none where it is no table that we would write."""
    try:
        return _table(_bytes(path))
    except (OSError, csv.Error):
        return []


def _bytes(path: Path) -> bytes:
    """Read what lies there, a pipe or a device apart. Raises OSError, also where it is larger than ours can be."""
    with opened(path) as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    return data


def _table(data: bytes) -> list[list[str]]:
    text = data.decode("utf-8-sig", errors="replace")
    return list(csv.reader(io.StringIO(text, newline="")))


def _read(path: Path) -> _Export | None:
    """Read the head an export was made at; nothing where the file cannot be read as ours."""
    try:
        found = _Export(msgspec.json.decode(_bytes(path), type=dict[str, Any]))
        _ = found.head, found.program, found.public, found.seats
    except (OSError, msgspec.DecodeError, RecursionError, UnicodeDecodeError, *_NOT_OURS):
        return None
    return found
