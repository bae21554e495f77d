"""Events to documents of the record and back, and whether a record has been closed for good."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, get_args

import msgspec

from panel_tui.record import Entry, RecordDamaged, RecordError
from panel_tui.system.errors import Unable
from panel_tui.system.plain_files import opened
from sessions.events import Event, Stamped
from sessions.model.refusals import Refused
from sessions.wording import say


def document(stamped: Stamped) -> dict[str, Any]:
    """Write an event as plain JSON values; money and weights as exact text."""
    written: dict[str, Any] = msgspec.to_builtins(stamped)
    return written


def stamped(document: dict[str, Any]) -> Stamped:
    """Read an event back. Raises msgspec.ValidationError where it is not one of ours."""
    return msgspec.convert(document, Stamped)


def history(entries: Iterable[Entry]) -> list[Stamped]:
    """Read a whole record's documents back."""
    return msgspec.convert([entry.doc for entry in entries], list[Stamped])


def sound_history(entries: Iterable[Entry]) -> list[Stamped] | None:
    """Read them back where each of them follows from those before; nothing where one does not, or is none of ours."""
    from sessions.audit import audit  # for whoever vouches for a record; a day begins without it

    try:
        past = history(entries)
    except msgspec.ValidationError:
        return None
    return past if audit(past) is None else None


def first_unfit(entries: Sequence[Entry]) -> int | None:
    """Find the place, from 0, of the first entry that is none of ours, or does not follow from those before it."""
    from sessions.audit import audit  # for whoever vouches for a record; a day begins without it

    past: list[Stamped] = []
    for place, entry in enumerate(entries):
        try:
            past.append(stamped(entry.doc))
        except msgspec.ValidationError:
            odd = audit(past)
            return place if odd is None else odd
    return audit(past)


def unknown(entry: Entry) -> bool:
    """Whether an entry is of a kind that this version has no name for, as a newer one may write it."""
    event = entry.doc.get("event")
    fact = event.get("fact") if isinstance(event, dict) else None
    return (
        isinstance(fact, str)
        and fact.isidentifier()
        and fact not in {kind.__name__ for kind in get_args(Event)}
    )


_PLAIN = (RecordError, Refused, Unable, OSError)  # refusals that say themselves what they are about


@contextmanager
def blaming(entries: Callable[[], Sequence[Entry]]) -> Iterator[None]:
    """Let a failure over an entry that cannot stand be told as what it is. Raises RecordDamaged.

    The chain of such a record fits: another program wrote it, or a newer version of this one. Where every entry can
    stand, the failure is ours, and is raised as it was.
    """
    try:
        yield
    except _PLAIN:
        raise
    except Exception as problem:
        refuse_odd(entries(), problem)
        raise


def refuse_odd(entries: Sequence[Entry], problem: Exception | None = None) -> None:
    """Raise RecordDamaged where an entry cannot stand: something has just failed, and not by a fault of ours."""
    place = first_unfit(entries)
    if place is not None:
        raise RecordDamaged("record.odd", line=entries[place].line) from problem


_SEAL = b'"fact":"Sealed"'
_BLOCK = 65_536  # bytes


class SealedAlready(Unable):
    """A sealed session cannot be opened to go on."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(say("refusals.sealed"))


def is_sealed(record: Path) -> bool:
    """Whether a record ends in a seal; one that is not there is not sealed.

    Only its last whole line is looked at: nothing follows a seal, and whoever opens the record reads all of it anyway.
    """
    if not record.exists():
        return False
    # inside a text a quotation mark is written with a stroke before it, so no text can look like this
    return _SEAL in _last_line(record)


def _last_line(record: Path) -> bytes:
    """Return the last line that is whole: what follows it is a piece that was being written."""
    with opened(record) as file:
        end = file.seek(0, os.SEEK_END)
        blocks: list[
            bytes
        ] = []  # the last first; a line may be as long as the file, so none is gone through twice
        ends = 0
        while end and ends < 2:
            begin = max(0, end - _BLOCK)
            file.seek(begin)
            blocks.append(file.read(end - begin))
            ends, end = ends + blocks[-1].count(b"\n"), begin
    return b"".join(b"".join(reversed(blocks)).split(b"\n")[-2:-1])


def refuse_sealed(record: Path) -> None:
    """Raise SealedAlready where nothing more can be done."""
    if is_sealed(record):
        raise SealedAlready
