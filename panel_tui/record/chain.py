"""The chain of the record: documents to JSON and back, and lines that each carry the hash of the one before.

Before the first line stand 64 noughts. One mechanism finds torn, flipped and removed lines.
"""

import hashlib
import json
from typing import Any

import msgspec

from panel_tui.record.refusals import RecordRefused
from panel_tui.record.words import FIRST, KIND

DEEPEST = 100
"""How many lists and objects may stand inside one another; far under what any reader gives up at."""

LARGEST = 1 << 20
"""How many bytes one document may take."""

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder()


def encode(value: Any, *, deepest: int = DEEPEST) -> tuple[bytes, Any]:
    """Return the JSON and the copy that reading it gives; RecordRefused if that is not what was given.

    What JSON cannot say (NaN, half a surrogate pair, a set, a number for a key) fails or comes back changed.
    """
    try:
        raw = _plain(_encoder.encode(value))
        if raw.count(b"[") + raw.count(b"{") > deepest:
            _measure(value, deepest)
        copy = _decoder.decode(raw)
        if copy != value and not _same(value, copy):
            raise RecordRefused("record.refused", why="changed")
    except (TypeError, ValueError, OverflowError, RecursionError) as problem:
        raise RecordRefused("record.refused", why=type(problem).__name__) from problem
    return raw, copy


def encode_document(document: Any) -> tuple[bytes, dict[str, Any]]:
    """Return one document's JSON and its copy; RecordRefused if it cannot be stored."""
    if not isinstance(document, dict):
        raise RecordRefused("record.refused", why="not an object")
    raw, copy = encode(document)
    if len(raw) > LARGEST:
        raise RecordRefused("record.refused", why="too large")
    return raw, copy


def decode(raw: bytes) -> Any:
    """Read JSON back; ValueError if it is none."""
    try:
        return _decoder.decode(raw)
    except (msgspec.DecodeError, RecursionError) as problem:
        raise ValueError("not JSON") from problem


def _plain(raw: bytes) -> bytes:
    """Write it in printable ASCII: no byte of anyone's text may drive the terminal of whoever looks into the file."""
    if not raw.isascii():
        raw = json.dumps(json.loads(raw), separators=(",", ":")).encode("ascii")
    return raw.replace(b"\x7f", b"\\u007f")


def _same(given: Any, copy: Any) -> bool:
    """Compare, taking a tuple for the list it becomes."""
    if isinstance(given, tuple | list):
        return (
            isinstance(copy, list)
            and len(given) == len(copy)
            and all(_same(one, other) for one, other in zip(given, copy, strict=True))
        )
    if isinstance(given, dict):
        return (
            isinstance(copy, dict)
            and given.keys() == copy.keys()
            and all(_same(value, copy[key]) for key, value in given.items())
        )
    return bool(given == copy)


def _measure(value: Any, room: int) -> None:
    """Refuse what stands deeper than `room` lists and objects."""
    if isinstance(value, dict | list | tuple):
        if room == 0:
            raise ValueError("too deep")
        for inner in value.values() if isinstance(value, dict) else value:
            if isinstance(inner, dict | list | tuple):
                _measure(inner, room - 1)


BEGINNING = "0" * 64
FORMAT = "panel-tui record"
VERSION = 1


class ChainLine(msgspec.Struct, frozen=True):
    """One commit: its number from 1, its hash, what it holds, and the byte after it."""

    number: int
    hash: str
    content: dict[str, Any]
    end: int


class Scan(msgspec.Struct, frozen=True):
    """What a file holds: the lines that fit, and the first that does not."""

    lines: list[ChainLine]
    bad: int | None
    """The number of the first line that does not fit."""
    torn: bool
    """Whether nothing stands after that line, so that a crash explains it."""
    unfinished: bool
    """Whether it lacks its line end, so that it may still be on its way."""

    @property
    def good(self) -> int:
        """Return the number of bytes that fit."""
        return self.lines[-1].end if self.lines else 0

    @property
    def words(self) -> int:
        """Return the number of the list that this record's words are read from."""
        return words_of(self.lines[0]) if self.lines else KIND


def words_of(first: ChainLine) -> int:
    """Return the number of the list that line 1 names; a list we do not have is as good as the newest."""
    named = first.content.get("words", FIRST)
    return FIRST if named == FIRST else KIND


def link(previous: str, content: bytes) -> str:
    """Return the hash of a line."""
    return hashlib.sha256(previous.encode("ascii") + content).hexdigest()


def write_line(previous: str, content: bytes) -> tuple[str, bytes]:
    """Return a line's hash and its bytes."""
    digest = link(previous, content)
    return digest, b"%s %s\n" % (digest.encode("ascii"), content)


def header(program: str) -> bytes:
    """Return line 1: the format, its version, who made it, and the list its words are read from."""
    content, _ = encode({"format": FORMAT, "version": VERSION, "program": program, "words": KIND})
    return write_line(BEGINNING, content)[1]


def scan(data: bytes) -> Scan:
    """Read lines for as long as they fit."""
    lines: list[ChainLine] = []
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


def _read(body: bytes, previous: str, number: int, end: int) -> ChainLine | None:
    content = body[65:]
    digest = link(previous, content)
    if body[:65] != digest.encode("ascii") + b" ":
        return None
    try:
        value = decode(content)
    except ValueError:
        return None
    fits = isinstance(value, dict) and (number == 1 or holds_tables(value))
    return ChainLine(number=number, hash=digest, content=value, end=end) if fits else None


def holds_tables(content: dict[str, Any]) -> bool:
    """Whether a line's content is tables of documents (null where one was taken away)."""
    return all(
        docs is None
        or (isinstance(docs, dict) and all(doc is None or isinstance(doc, dict) for doc in docs.values()))
        for docs in content.values()
    )
