"""Orders about time: a forgotten start, a holding slide, a changed clock."""

from __future__ import annotations

from ..model import Value


class MoveStart(Value, frozen=True):
    """Say that the present phase, or break, really began this many minutes ago."""

    position: str
    minutes: int


class Hold(Value, frozen=True):
    """Stop for a moment, with a message on the wall."""

    message: str


class FollowClock(Value, frozen=True):
    """Follow the laptop's clock, which somebody moved by this many seconds."""

    seconds: int
