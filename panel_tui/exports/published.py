"""The JSON Schema of `session.json` as it is published: here in this folder, and beside every `session.json`."""

from __future__ import annotations

from importlib import resources

FILE = "session.schema.json"


def shipped() -> bytes:
    """Give the schema as it is published."""
    return resources.files("panel_tui.exports").joinpath(FILE).read_bytes()
