"""Stored documents and their receipts: two words and a number, short enough to read aloud (MANGO-RIVER-41)."""

import hashlib
import struct
from functools import cache
from typing import Any

import msgspec

from panel_tui.record.chain import Line
from panel_tui.record.words import short_words

EVENTS = "events"
"""The table that `Record` keeps its documents in."""


class Entry(msgspec.Struct, frozen=True, gc=False):
    """One stored document, its receipt and the line it stands in; not to be changed. JSON makes no cycles."""

    doc: dict[str, Any]
    receipt: str
    line: int


def receipts(line_hash: str, many: int) -> list[str]:
    """Derive the receipts of a line's documents from its hash and their places in it.

    4,438 words twice and ninety numbers: of 15,000 answers in a day, the chance that any two meet is 1 in 16.
    """
    words = _shouted()
    size = len(words)
    stream = hashlib.shake_256(line_hash.encode("ascii")).digest(8 * many)
    given = []
    for number in struct.unpack(f">{many}Q", stream):
        rest, first = divmod(number, size)
        rest, second = divmod(rest, size)
        given.append(f"{words[first]}-{words[second]}-{rest % 90 + 10}")
    return given


@cache
def _shouted() -> tuple[str, ...]:
    return tuple(word.upper() for word in short_words())


def entries_of(line: Line) -> list[Entry]:
    """Give the documents that a line added, in order."""
    docs = line.content.get(EVENTS) if line.number > 1 else None
    stored = [doc for doc in (docs or {}).values() if doc is not None]
    return [
        Entry(doc=doc, receipt=receipt, line=line.number)
        for doc, receipt in zip(stored, receipts(line.hash, len(stored)), strict=True)
    ]


def said_receipt(said: str) -> str:
    """Take a receipt as people type it: any case, with spaces or dashes."""
    return "-".join(said.replace("-", " ").upper().split())
