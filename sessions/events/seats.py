"""Facts about cards, doors, seats, conflicts and the device that goes round."""

from __future__ import annotations

from enum import StrEnum

from sessions.events.moving import Fact
from sessions.model.session import Session, Value


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
    address: str = ""
    """What their squares lead to."""
    booklet: bool = False
    """Whether a booklet with every summary was in the pack."""


class DoorsOpened(Fact, frozen=True):
    """The plan was read from the folder. It may be read again until somebody has a seat: then the record rules.

    In a `rehearsal` nobody decided anything, so its results must never be counted as a panel's. What seats are called
    is not in it, but where an earlier version wrote it.
    """

    session: Session
    rehearsal: bool = False


class DoorsShut(Fact, frozen=True):
    """Free seats can no longer be taken without a card."""


class DoorsReopened(Fact, frozen=True):
    """Free seats can be taken again."""


class SeatTaken(Fact, frozen=True):
    """A phone took a seat; `token` is its hash. `card` is the seat's new card, where it got one.

    `left` is the seat this phone held until then.
    """

    seat: int
    token: str
    card: Card | None = None
    left: int | None = None


class SeatOnPaper(Fact, frozen=True):
    """A member sat down with paper."""

    seat: int


class SeatAdded(Fact, frozen=True):
    """The facilitator added a seat. Earlier versions had room for a `label`; none is written any more."""

    seat: int
    label: str = ""


class MemberLeft(Fact, frozen=True):
    """A member went home early; whatever is open still counts this seat in, the next ones do not."""

    seat: int


class CardReissued(Fact, frozen=True):
    """A seat got a new card; its old card and its old device stopped working."""

    card: Card


class SeatPutBack(Fact, frozen=True):
    """A seat is again as it was before it went on paper, got a new card, or its member went home."""

    seat: int


class ConflictDeclared(Fact, frozen=True):
    """A seat has a conflict with an application and steps out for it."""

    seat: int
    application: str
    declared: Declared


class ConflictLifted(Fact, frozen=True):
    """A conflict was a mistake: the seat came back before scoring opened."""

    seat: int
    application: str
    why: str = ""


class Signing(StrEnum):
    """When the register of conflicts was signed off: before the first application, or at the end."""

    START = "start"
    END = "end"


class RegisterSigned(Fact, frozen=True):
    """The panel signed the register of conflicts off, with this many in it."""

    when: Signing
    conflicts: int


class HandRoundMade(Fact, frozen=True):
    """A code was drawn that makes one device go round; `code` is its hash. The device before it ended."""

    code: str


class HandRoundTaken(Fact, frozen=True):
    """A device became the one that goes round; `token` is its hash. The code is used up."""

    token: str


class SeatHandedRound(Fact, frozen=True):
    """A member began to take part by the device that goes round; at what time they use it is not kept."""

    seat: int
