"""Whether a record has been closed for good. A sealed session can be read, and that is all."""

from __future__ import annotations

from pathlib import Path

from sessions.wording import say

from .record import RecordView
from .unable import Unable


class SealedAlready(Unable):
    """A sealed session cannot be opened to go on."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(say("refusals.sealed"))


def is_sealed(record: Path) -> bool:
    """Say whether a record ends in a seal. Reads it without opening it; one that is not there is not sealed."""
    if not record.exists():
        return False
    entries = RecordView.read(record).entries
    return bool(entries) and entries[-1].doc.get("event", {}).get("fact") == "Sealed"


def refuse_sealed(record: Path) -> None:
    """Raise SealedAlready where nothing more can be done."""
    if is_sealed(record):
        raise SealedAlready
