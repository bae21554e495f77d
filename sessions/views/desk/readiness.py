"""Is everything ready? What was looked at, and how it stands, as the facilitator reads it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Grade(StrEnum):
    """How a thing stands."""

    GOOD = "good"
    LOOK = "look"
    UNKNOWN = "unknown"


class ReadinessCheck(Struct, frozen=True):
    """One thing that was looked at: its name in the catalogue, how it stands, and that in words."""

    name: str
    grade: Grade
    words: str
