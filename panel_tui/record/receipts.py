"""Stored documents and their receipts: two words and a number, short enough to read aloud (MANGO-RIVER-41)."""

import hashlib
from typing import Any

import msgspec

from panel_tui.record.chain import Line
from panel_tui.record.words import short_words

EVENTS = "events"
"""The table that `Record` keeps its documents in."""


class Entry(msgspec.Struct, frozen=True):
    """One stored document, its receipt and the line it stands in; not to be changed."""

    doc: dict[str, Any]
    receipt: str
    line: int


def receipt(line_hash: str, index: int) -> str:
    """Derive the receipt of the document at this place in the line.

    4,434 words twice and ninety numbers: of 15,000 answers in a day, the chance that any two meet is 1 in 16.
    """
    words = short_words()
    rest = int.from_bytes(hashlib.sha256(f"{line_hash} {index}".encode("ascii")).digest())
    rest, first = divmod(rest, len(words))
    rest, second = divmod(rest, len(words))
    return f"{words[first]}-{words[second]}-{rest % 90 + 10}".upper()


def entries_of(line: Line) -> list[Entry]:
    """Give the documents that a line added, in order."""
    docs = line.content.get(EVENTS) if line.number > 1 else None
    stored = [doc for doc in (docs or {}).values() if doc is not None]
    return [
        Entry(doc=doc, receipt=receipt(line.hash, index), line=line.number)
        for index, doc in enumerate(stored)
    ]


def said_receipt(said: str) -> str:
    """Take a receipt as people type it: any case, with spaces or dashes."""
    return "-".join(said.replace("-", " ").upper().split())
