"""Commands about cards, doors, seats, conflicts and the device that goes round."""

from __future__ import annotations

from sessions.events import Card, Signing
from sessions.model.session import Session, Value


class OpenDoors(Value, frozen=True):
    """Begin the session with this model, for good or as a rehearsal."""

    session: Session
    rehearsal: bool = False


class PrintCards(Value, frozen=True):
    """Give every seat a new card; `booklet`: the pack had one to read."""

    cards: tuple[Card, ...]
    address: str = ""
    booklet: bool = False


class ShutDoors(Value, frozen=True):
    """Let nobody take a free seat without a card."""


class ReopenDoors(Value, frozen=True):
    """Let people take free seats again."""


class TakeSeatByCard(Value, frozen=True):
    """Take the seat whose card has this hash, of its code or its key; `token` is the hash of the new cookie.

    `leaving` is the hash of the cookie by which this phone held another seat.
    """

    card: str
    token: str
    leaving: str = ""


class TakeFreeSeat(Value, frozen=True):
    """Take the first free seat, and get a card for it (its `seat` is filled in by the rules)."""

    token: str
    card: Card
    leaving: str = ""


class TakePaperSeat(Value, frozen=True):
    """Seat a member who scores on paper."""

    seat: int


class AddSeat(Value, frozen=True):
    """Add a seat to the table."""


class LeaveEarly(Value, frozen=True):
    """Let the member of a seat go home; a card brings them back."""

    seat: int


class ReissueCard(Value, frozen=True):
    """Give a seat a new card; the old card and the old device stop working."""

    card: Card


class PutSeatBack(Value, frozen=True):
    """Take back that a seat went on paper, got a new card, or that its member went home."""

    seat: int


class StepOut(Value, frozen=True):
    """Declare a conflict for a seat with an application."""

    seat: int
    application: str


class ComeBack(Value, frozen=True):
    """Say that a conflict was a mistake. `sure` is the second time of asking: none is taken back by one tap."""

    seat: int
    application: str
    sure: bool = False
    why: str = ""


class SignRegister(Value, frozen=True):
    """Sign the register of conflicts off, before the first application or at the end."""

    when: Signing


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
