"""Facts about cards, doors, seats and conflicts."""

from __future__ import annotations

from enum import StrEnum

from ..model import Session, Value
from .fact import Fact


class Card(Value, frozen=True):
    """A seat's card as the record knows it: hashes only, of the code typed and of the key in its QR."""

    seat: int
    code: str
    key: str


class Declared(StrEnum):
    """When a conflict was declared: before the day, on the day, or after its scoring had opened."""

    BEFORE = "before"
    ON_THE_DAY = "on the day"
    LATE = "late"


class CardsPrinted(Fact, frozen=True):
    """New cards were printed for every seat; all older cards ended."""

    cards: tuple[Card, ...]


class DoorsOpened(Fact, frozen=True):
    """The session began, by this model and these rules; from here on the record rules."""

    session: Session


class DoorsShut(Fact, frozen=True):
    """Free seats can no longer be taken without a card."""


class DoorsReopened(Fact, frozen=True):
    """Free seats can be taken again."""


class SeatTaken(Fact, frozen=True):
    """A phone took a seat; `token` is its hash. `card` is the seat's new card, where it got one."""

    seat: int
    token: str
    card: Card | None = None


class SeatOnPaper(Fact, frozen=True):
    """A member sat down with paper."""

    seat: int


class SeatAdded(Fact, frozen=True):
    """The facilitator added a seat."""

    seat: int
    label: str = ""


class MemberLeft(Fact, frozen=True):
    """A member went home early; whatever is open still counts this seat in, the next ones do not."""

    seat: int


class CardReissued(Fact, frozen=True):
    """A seat got a new card; its old card and its old device stopped working."""

    card: Card


class ConflictDeclared(Fact, frozen=True):
    """A seat has a conflict with an application and steps out for it."""

    seat: int
    application: str
    declared: Declared


class ConflictLifted(Fact, frozen=True):
    """A conflict was a mistake: the seat came back before scoring opened."""

    seat: int
    application: str


class Signing(StrEnum):
    """When the register of conflicts was signed off: before the first application, or at the end."""

    START = "start"
    END = "end"


class RegisterSigned(Fact, frozen=True):
    """The panel signed the register of conflicts off, with this many in it."""

    when: Signing
    conflicts: int
