"""`session.json`: all of it in one file. Numbers are written exactly, as they were given or to six decimals."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from .material import File, Material
from .published import FILE, shipped

ROWS = (
    "criteria",
    "applications",
    "members",
    "scores",
    "results",
    "rounds",
    "reasons",
    "decisions",
    "conflicts",
    "timings",
    "interventions",
)
_encode = msgspec.json.Encoder(decimal_format="number").encode


def session_json(material: Material) -> Iterator[File]:
    """Make `session.json`, one row a line; in public, its rows by member are empty lists. Its schema goes with it."""
    yield File("session.json", _parts(material))
    yield File(FILE, [shipped()])


def _parts(material: Material) -> Iterator[bytes]:
    account = material.account
    yield b'{\n"session": ' + _encode(account.session)
    for name in ROWS:
        lines = b",\n".join(map(_encode, getattr(account, name)))
        yield b',\n"' + name.encode() + b'": [\n' + lines + b"\n]"
    yield b',\n"head": ' + _encode(material.head)
    yield b',\n"program": ' + _encode(material.program) + b"\n}\n"
