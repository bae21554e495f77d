"""Stored documents and their receipts, short enough to read aloud."""

import hashlib
import struct
from functools import cache
from typing import Any

import msgspec

from panel_tui.record.chain import ChainLine
from panel_tui.record.words import KIND, lexicon

EVENTS = "events"
"""The table that `Record` keeps its documents in."""


class Entry(msgspec.Struct, frozen=True, gc=False):
    """One stored document, and its place in a line of a hash; not to be changed. JSON makes no cycles."""

    doc: dict[str, Any]
    line: int
    hash: str
    place: int
    words: int

    @property
    def receipt(self) -> str:
        """Work its receipt out: of a day's many, few are ever looked at."""
        return receipts(self.hash, self.place + 1, self.words, begin=self.place)[0]


def receipts(line_hash: str, many: int, words: int = KIND, *, begin: int = 0) -> list[str]:
    """Derive the receipts of a line's documents from its hash and their places in it, from the place `begin` on.

    2,048 words twice and nine hundred numbers: of 15,000 answers in a day, the chance that any two meet is 1 in 34.
    """
    using = lexicon(words)
    shouted, numbers = _shouted(words), using.numbers
    size = len(shouted)
    stream = hashlib.shake_256(line_hash.encode("ascii")).digest(8 * many)
    given = []
    for number in struct.unpack_from(f">{many - begin}Q", stream, 8 * begin):
        rest, first = divmod(number, size)
        rest, second = divmod(rest, size)
        given.append(f"{shouted[first]}-{shouted[second]}-{numbers[rest % len(numbers)]}")
    return given


@cache
def _shouted(words: int) -> tuple[str, ...]:
    return tuple(word.upper() for word in lexicon(words).for_receipts)


def entries_of(line: ChainLine, words: int = KIND) -> list[Entry]:
    """Return the documents that a line added, in order."""
    docs = line.content.get(EVENTS) if line.number > 1 else None
    stored = [doc for doc in (docs or {}).values() if doc is not None]
    return [
        Entry(doc=doc, line=line.number, hash=line.hash, place=place, words=words)
        for place, doc in enumerate(stored)
    ]


def said_receipt(said: str) -> str:
    """Take a receipt as people type it: any case, with spaces or dashes."""
    return "-".join(said.replace("-", " ").upper().split())
