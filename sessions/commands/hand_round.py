"""Orders about the device that goes round. Codes and cookies come as hashes."""

from __future__ import annotations

from ..model import Value


class MakeHandRound(Value, frozen=True):
    """Let the device on which this code is typed go round; the one before it ends."""

    code: str


class TakeHandRound(Value, frozen=True):
    """Let this device be the one that goes round: it showed the code."""

    code: str
    token: str


class UseHandRound(Value, frozen=True):
    """Let a member act for a seat on the device that goes round: `card` is the seat's own."""

    device: str
    seat: int
    card: str
