"""`session.json`: all of it in one file, and the JSON Schema it is checked against.

It is published as `session.schema.json`; a test holds the two together. Later versions may add keys; none that is
here will go, or come to mean something else, without a new `$id`.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator
from importlib import resources
from typing import Any

import msgspec

from panel_tui.exports.material import File, Material
from sessions.views.record import Account, RecordFacts

FILE = "session.schema.json"


def shipped() -> bytes:
    """Return the schema as it is published."""
    return resources.files("panel_tui.exports").joinpath(FILE).read_bytes()


ID = "urn:panel-tui:session:1"
_TIME = r"^\d\d:\d\d:\d\d(\.\d+)?$"
_WORDS = {
    ("ScoreRow", "answer"): ["score", "cant-say", "not-applicable", "stepping-out", "none"],
    ("ScoreRow", "source"): ["", "phone", "paper", "hand-round"],
    ("ScaleFacts", "best"): ["high", "low"],
    ("CriterionFacts", "best"): ["high", "low"],
    ("SessionFacts", "rule"): ["three-quarters", "everyone-can-live-with-it", "no-objections"],
    ("SessionFacts", "joining"): ["cards", "open"],
    ("SessionFacts", "order"): ["listed", "shuffled"],
}


def made() -> bytes:
    """Work the schema out afresh."""
    kinds = {one.name: one.type for one in msgspec.structs.fields(Account)}
    names = ("session", *ROWS)
    found, parts = msgspec.json.schema_components(
        [*(kinds[name] for name in names), RecordFacts], ref_template="#/$defs/{name}"
    )
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ID,
        "title": "A panel-tui session",
        "description": "What was agreed, scored, balloted and decided, without a name. Numbers are exact decimals.",
        "type": "object",
        "required": [*names, "record", "head", "program"],
        "properties": {
            **dict(zip((*names, "record"), found, strict=True)),
            "head": {"type": "string", "description": "The record's head, in words."},
            "program": {"type": "string", "description": "The program that wrote this, and its version."},
        },
        "$defs": {name: _part(name, part) for name, part in sorted(parts.items())},
    }
    return (json.dumps(_numbers(schema), indent=2, ensure_ascii=False) + "\n").encode()


def _part(name: str, part: dict[str, Any]) -> dict[str, Any]:
    """Say that every key is always there, and which words it may hold where there is a closed list of them.

    Versions of msgspec differ in whether a docstring keeps the indentation of its source; here it never does.
    """
    properties = {
        key: {**value, "enum": _WORDS[name, key]} if (name, key) in _WORDS else value
        for key, value in part["properties"].items()
    }
    for value in properties.values():
        value.pop("default", None)
    described = {"description": inspect.cleandoc(part["description"])} if "description" in part else {}
    return {**part, **described, "properties": properties, "required": list(properties)}


def _numbers(schema: Any) -> Any:
    """Make a number of every exact decimal, as it is written; and a plain text of every time of day."""
    if isinstance(schema, dict):
        if schema.get("format") == "decimal":
            return {"type": "number"}
        if schema.get("format") == "time":  # a planned start has no zone, which that format would ask for
            return {"type": "string", "pattern": _TIME}
        return {key: _numbers(value) for key, value in schema.items()}
    return [_numbers(one) for one in schema] if isinstance(schema, list) else schema


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
_ROWS_A_PART = 5_000
_encode = msgspec.json.Encoder(decimal_format="number").encode


def session_json(material: Material) -> Iterator[File]:
    """Make `session.json`, one row a line; in public, its rows by member are empty lists. Its schema goes with it."""
    yield File("session.json", _parts(material))
    yield File(FILE, [shipped()])


def _parts(material: Material) -> Iterator[bytes]:
    account = material.account
    yield b'{\n"session": ' + _encode(account.session)
    for name in ROWS:
        yield b',\n"' + name.encode() + b'": [\n'
        rows = getattr(account, name)
        for start in range(0, len(rows), _ROWS_A_PART):
            yield (b",\n" if start else b"") + b",\n".join(map(_encode, rows[start : start + _ROWS_A_PART]))
            material.tick()
        yield b"\n]"
    yield b',\n"record": ' + _encode(material.record)
    yield b',\n"head": ' + _encode(material.head)
    yield b',\n"program": ' + _encode(material.program) + b"\n}\n"
