"""Events to documents of the record, and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from sessions.events import Stamped

from .record import Entry


def document(stamped: Stamped) -> dict[str, Any]:
    """Write an event as plain JSON values; money and weights as exact text."""
    written: dict[str, Any] = msgspec.to_builtins(stamped)
    return written


def stamped(document: dict[str, Any]) -> Stamped:
    """Read an event back. Raises msgspec.ValidationError where it is not one of ours."""
    return msgspec.convert(document, Stamped)


def history(entries: Iterable[Entry]) -> list[Stamped]:
    """Read a whole record's documents back."""
    return [stamped(entry.doc) for entry in entries]
