"""Documents to JSON and back: only what comes back exactly as it was given may be stored."""

import json
from typing import Any

import msgspec

from panel_tui.record.refusals import RecordRefused

DEEPEST = 100
"""How many lists and objects may stand inside one another; far under what any reader gives up at."""

LARGEST = 1 << 20
"""How many bytes one document may take."""

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder()


def encode(value: Any, *, deepest: int = DEEPEST) -> tuple[bytes, Any]:
    """Give the JSON and the copy that reading it gives; RecordRefused if that is not what was given.

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
    """Give one document's JSON and its copy; RecordRefused if it cannot be stored."""
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
