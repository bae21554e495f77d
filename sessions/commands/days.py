"""Commands about several days: end one, and say on the next that one is here again."""

from __future__ import annotations

import datetime as dt

from sessions.commands.workshop import Gathered
from sessions.model.session import Value


class EndDay(Value, frozen=True):
    """End the day here, and go on from here on another: when is left out where nobody knows yet."""

    position: str
    next: dt.date | None = None
    start: dt.time | None = None
    gathered: Gathered | None = None


class ComeAgain(Value, frozen=True):
    """Say that the member of a seat is here again after a night."""

    seat: int


class BeginDay(Value, frozen=True):
    """Let the next day begin: the program was opened again on a later date."""
