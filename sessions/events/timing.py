"""Facts about time: a forgotten start, a holding slide, a laptop whose clock was changed."""

from __future__ import annotations

from .fact import Fact


class StartMoved(Fact, frozen=True):
    """The present phase, or break, really began this many minutes ago."""

    minutes: int


class Held(Fact, frozen=True):
    """The room stopped for a moment, with a message on the wall; the present phase waits."""

    message: str


class ClockChanged(Fact, frozen=True):
    """The laptop's clock was moved by this many seconds; all times before are to be read by the new clock."""

    seconds: int
