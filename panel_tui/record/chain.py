r"""The chain: `<hash> <json>\n`, where hash = SHA-256 of the previous line's hash (64 hex digits) and this line's JSON.

Before the first line stand 64 noughts. One mechanism finds torn, flipped and removed lines.
"""

import hashlib
from typing import Any

import msgspec

from panel_tui.record import codec

BEGINNING = "0" * 64
FORMAT = "panel-tui record"
VERSION = 1


class Line(msgspec.Struct, frozen=True):
    """One commit: its number from 1, its hash, what it holds, and the byte after it."""

    number: int
    hash: str
    content: dict[str, Any]
    end: int


class Scan(msgspec.Struct, frozen=True):
    """What a file holds: the lines that fit, and the first that does not."""

    lines: list[Line]
    bad: int | None
    """The number of the first line that does not fit."""
    torn: bool
    """Whether nothing stands after that line, so that a crash explains it."""
    unfinished: bool
    """Whether it lacks its line end, so that it may still be on its way."""

    @property
    def good(self) -> int:
        """Give the number of bytes that fit."""
        return self.lines[-1].end if self.lines else 0


def link(previous: str, content: bytes) -> str:
    """Give the hash of a line."""
    return hashlib.sha256(previous.encode("ascii") + content).hexdigest()


def write_line(previous: str, content: bytes) -> tuple[str, bytes]:
    """Give a line's hash and its bytes."""
    digest = link(previous, content)
    return digest, b"%s %s\n" % (digest.encode("ascii"), content)


def header(program: str) -> bytes:
    """Give line 1: the format, its version and who made it."""
    content, _ = codec.encode({"format": FORMAT, "version": VERSION, "program": program})
    return write_line(BEGINNING, content)[1]


def scan(data: bytes) -> Scan:
    """Read lines for as long as they fit."""
    lines: list[Line] = []
    start, previous = 0, BEGINNING
    while start < len(data):
        number = len(lines) + 1
        stop = data.find(b"\n", start)
        if stop < 0:
            whole = _read(data[start:-1], previous, number, len(data)) is not None  # only its end was changed
            return Scan(lines=lines, bad=number, torn=True, unfinished=not whole)
        line = _read(data[start:stop], previous, number, stop + 1)
        if line is None:
            return Scan(lines=lines, bad=number, torn=stop + 1 == len(data), unfinished=False)
        lines.append(line)
        start, previous = line.end, line.hash
    return Scan(lines=lines, bad=None, torn=False, unfinished=False)


def _read(body: bytes, previous: str, number: int, end: int) -> Line | None:
    content = body[65:]
    digest = link(previous, content)
    if body[:65] != digest.encode("ascii") + b" ":
        return None
    try:
        value = codec.decode(content)
    except ValueError:
        return None
    fits = isinstance(value, dict) and (number == 1 or holds_tables(value))
    return Line(number=number, hash=digest, content=value, end=end) if fits else None


def holds_tables(content: dict[str, Any]) -> bool:
    """Say whether a line's content is tables of documents (null where one was taken away)."""
    return all(
        docs is None
        or (isinstance(docs, dict) and all(doc is None or isinstance(doc, dict) for doc in docs.values()))
        for docs in content.values()
    )
