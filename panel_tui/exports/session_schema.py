"""The JSON Schema of `session.json`, worked out from the very values it is written from.

It is published as `session.schema.json`; a test holds the two together. Later versions may add keys; none that is
here will go, or come to mean something else, without a new `$id`.
"""

from __future__ import annotations

from typing import Any

import msgspec

from sessions.views.record import Account

from .session_json import ROWS

ID = "urn:panel-tui:session:1"
_TIME = r"^\d\d:\d\d:\d\d(\.\d+)?$"
_WORDS = {
    ("ScoreRow", "answer"): ["score", "cant-say", "not-applicable", "stepping-out", "none"],
    ("ScoreRow", "source"): ["", "phone", "paper", "hand-round"],
    ("ScaleFacts", "best"): ["high", "low"],
    ("CriterionFacts", "best"): ["high", "low"],
    ("DecisionRow", "decision"): ["fund", "fund in part", "reserve list", "not this time"],
    ("SessionFacts", "rule"): ["three-quarters", "everyone-can-live-with-it", "no-objections"],
    ("SessionFacts", "joining"): ["cards", "open"],
    ("SessionFacts", "order"): ["listed", "shuffled"],
}


def made() -> bytes:
    """Work the schema out afresh."""
    kinds = {one.name: one.type for one in msgspec.structs.fields(Account)}
    names = ("session", *ROWS)
    found, parts = msgspec.json.schema_components(
        [kinds[name] for name in names], ref_template="#/$defs/{name}"
    )
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ID,
        "title": "A panel-tui session",
        "description": "What was agreed, scored, balloted and decided, without a name. Numbers are exact decimals.",
        "type": "object",
        "required": [*names, "head", "program"],
        "properties": {
            **dict(zip(names, found, strict=True)),
            "head": {"type": "string", "description": "The record's head, in five words."},
            "program": {"type": "string", "description": "The program that wrote this, and its version."},
        },
        "$defs": {name: _part(name, part) for name, part in sorted(parts.items())},
    }
    return msgspec.json.format(msgspec.json.encode(_numbers(schema)), indent=2) + b"\n"


def _part(name: str, part: dict[str, Any]) -> dict[str, Any]:
    """Say that every key is always there, and which words it may hold where there is a closed list of them."""
    properties = {
        key: {**value, "enum": _WORDS[name, key]} if (name, key) in _WORDS else value
        for key, value in part["properties"].items()
    }
    for value in properties.values():
        value.pop("default", None)
    return {**part, "properties": properties, "required": list(properties)}


def _numbers(schema: Any) -> Any:
    """Make a number of every exact decimal, as it is written; and a plain text of every time of day."""
    if isinstance(schema, dict):
        if schema.get("format") == "decimal":
            return {"type": "number"}
        if schema.get("format") == "time":  # a planned start has no zone, which that format would ask for
            return {"type": "string", "pattern": _TIME}
        return {key: _numbers(value) for key, value in schema.items()}
    return [_numbers(one) for one in schema] if isinstance(schema, list) else schema
