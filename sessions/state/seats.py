"""Who sits where, on what device, and who has to step out for what."""

from __future__ import annotations

import datetime as dt

from sessions.events import Declared, Signing
from sessions.model.session import Value


class Seat(Value, frozen=True):
    """A seat as the room knows it: hashes of its cookie and card, and how its member takes part.

    `slip`: on paper by choice, now or earlier in the open ballot, so that a slip may be in the paper box.
    `away`: after a night, its member has not said yet that they are here again.
    """

    number: int
    token: str = ""
    code: str = ""
    key: str = ""
    paper: bool = False
    practised: bool = False
    left: bool = False
    handed_round: bool = False
    slip: bool = False
    away: bool = False

    @property
    def taken(self) -> bool:
        """Whether this is a member's seat, however they take part; it stays theirs when they go home early."""
        return self.paper or bool(self.token) or self.handed_round or self.left

    @property
    def here(self) -> bool:
        """Whether its member is at the table."""
        return self.taken and not (self.left or self.away)


class HandRound(Value, frozen=True):
    """The device that goes round: hashes of the code that is to make it, and of its cookie once it is made."""

    code: str = ""
    token: str = ""


class Conflict(Value, frozen=True):
    """A seat's conflict with an application, and when its member stepped out and came back."""

    seat: int
    application: str
    declared: Declared
    stepped_out: dt.datetime | None = None
    came_back: dt.datetime | None = None


class TakenBack(Value, frozen=True):
    """A conflict that was declared and taken back: the register keeps it as what it was."""

    at: dt.datetime
    seat: int
    application: str
    declared: Declared
    why: str = ""


class Signed(Value, frozen=True):
    """When the register of conflicts was signed off, and how many were in it."""

    at: dt.datetime
    when: Signing
    conflicts: int
