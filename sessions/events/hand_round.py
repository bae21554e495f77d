"""Facts about the device that goes round, for members without a phone of their own."""

from __future__ import annotations

from .fact import Fact


class HandRoundMade(Fact, frozen=True):
    """A code was drawn that makes one device go round; `code` is its hash. The device before it ended."""

    code: str


class HandRoundTaken(Fact, frozen=True):
    """A device became the one that goes round; `token` is its hash. The code is used up."""

    token: str


class SeatHandedRound(Fact, frozen=True):
    """A member began to take part by the device that goes round; at what time they use it is not kept."""

    seat: int
