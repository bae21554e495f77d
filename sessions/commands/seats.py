"""Orders about cards, doors, seats and conflicts."""

from __future__ import annotations

from ..events import Card, Signing
from ..model import Session, Value


class OpenDoors(Value, frozen=True):
    """Begin the session with this model."""

    session: Session


class PrintCards(Value, frozen=True):
    """Give every seat a new card."""

    cards: tuple[Card, ...]


class ShutDoors(Value, frozen=True):
    """Let nobody take a free seat without a card."""


class ReopenDoors(Value, frozen=True):
    """Let people take free seats again."""


class TakeSeatByCard(Value, frozen=True):
    """Take the seat whose card has this hash, of its code or its key; `token` is the hash of the new cookie."""

    card: str
    token: str


class TakeFreeSeat(Value, frozen=True):
    """Take the first free seat, and get a card for it (its `seat` is filled in by the rules)."""

    token: str
    card: Card


class TakePaperSeat(Value, frozen=True):
    """Seat a member who scores on paper."""

    seat: int


class AddSeat(Value, frozen=True):
    """Add a seat to the table."""

    label: str = ""


class LeaveEarly(Value, frozen=True):
    """Let the member of a seat go home; a card brings them back."""

    seat: int


class ReissueCard(Value, frozen=True):
    """Give a seat a new card; the old card and the old device stop working."""

    card: Card


class StepOut(Value, frozen=True):
    """Declare a conflict for a seat with an application."""

    seat: int
    application: str


class ComeBack(Value, frozen=True):
    """Say that a conflict was a mistake."""

    seat: int
    application: str


class SignRegister(Value, frozen=True):
    """Sign the register of conflicts off, before the first application or at the end."""

    when: Signing
