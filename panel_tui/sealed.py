"""Whether a record has been closed for good. A sealed session can be read, and that is all."""

from __future__ import annotations

import os
from pathlib import Path

from sessions.wording import say

from .unable import Unable

_SEAL = b'"fact":"Sealed"'
_BLOCK = 65_536  # bytes


class SealedAlready(Unable):
    """A sealed session cannot be opened to go on."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(say("refusals.sealed"))


def is_sealed(record: Path) -> bool:
    """Say whether a record ends in a seal; one that is not there is not sealed.

    Only its last whole line is looked at: nothing follows a seal, and whoever opens the record reads all of it anyway.
    """
    if not record.exists():
        return False
    # inside a text a quotation mark is written with a stroke before it, so no text can look like this
    return _SEAL in _last_line(record)


def _last_line(record: Path) -> bytes:
    """Give the last line that is whole: what follows it is a piece that was being written."""
    with record.open("rb") as file:
        end = file.seek(0, os.SEEK_END)
        tail = b""
        while end and tail.count(b"\n") < 2:
            begin = max(0, end - _BLOCK)
            file.seek(begin)
            tail, end = file.read(end - begin) + tail, begin
    return b"".join(tail.split(b"\n")[-2:-1])


def refuse_sealed(record: Path) -> None:
    """Raise SealedAlready where nothing more can be done."""
    if is_sealed(record):
        raise SealedAlready
