"""Orders: what a person at the wall, on a phone or with paper wants done. `decide` says yes or no.

`position` is the place the sender was looking at (`Plan.position`); an order for another place is refused, so
that a clicker pressed twice cannot skip anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from .answers import Answer, Source
from .decisions import Verdict
from .events import Card
from .model import Session, Value


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


class ReissueCard(Value, frozen=True):
    """Give a seat a new card; the old card and the old device stop working."""

    card: Card


class Tally(Value, frozen=True):
    """What came out of the ballot box: a count for each option, lowest first, and how many could not say."""

    counts: tuple[int, ...]
    cant_say: int
    reasons: tuple[str, ...] = ()

    @property
    def cast(self) -> int:
        """Count the ballots in the box."""
        return sum(self.counts) + self.cant_say


class Next(Value, frozen=True):
    """Do the obvious next thing. `sure` is the second press; the room fills in what the ballot box holds.

    `awaited` names the seats whose ballots a crash left unread, `on_paper` counts slips that are not keyed in yet.
    """

    position: str
    sure: bool = False
    cast: int = 0
    tally: Tally | None = None
    awaited: tuple[int, ...] = ()
    on_paper: int = 0


class JumpTo(Value, frozen=True):
    """Go to another line of the agenda."""

    position: str
    step: str


class Undo(Value, frozen=True):
    """Take back the last step."""

    position: str


class VoidRound(Value, frozen=True):
    """Set the present application's open or last ballot aside, with a reason."""

    why: str


class TakeBreak(Value, frozen=True):
    """Take a break now."""

    minutes: int = 10


class AddMinutes(Value, frozen=True):
    """Give the present phase minutes more, or fewer."""

    minutes: int


class Practise(Value, frozen=True):
    """Try the practice question."""

    seat: int


class GiveAnswer(Value, frozen=True):
    """Answer one criterion. The same `id` again changes nothing; an older `revision` never wins."""

    seat: int
    application: str
    criterion: str
    answer: Answer
    id: str
    revision: int
    source: Source = Source.PHONE
    helped: bool = False


class HandIn(Value, frozen=True):
    """Say: these are my scores."""

    seat: int
    application: str


class KeySlip(Value, frozen=True):
    """Key in a paper slip: criterion key → answer. What is not in it was left blank."""

    seat: int
    application: str
    answers: Mapping[str, Answer]
    id: str


class Correct(Value, frozen=True):
    """Correct an answer after scoring closed, with a reason."""

    seat: int
    application: str
    criterion: str
    answer: Answer
    why: str


class StepOut(Value, frozen=True):
    """Declare a conflict for a seat with an application."""

    seat: int
    application: str


class ComeBack(Value, frozen=True):
    """Say that a conflict was a mistake."""

    seat: int
    application: str


class AgreeByTalking(Value, frozen=True):
    """Record what a panel too small for a ballot agreed by talking."""

    yes: bool


class RecordDecision(Value, frozen=True):
    """Record what the panel decided; `amount` may be left out where the verdict says it."""

    application: str
    verdict: Verdict
    amount: Decimal | None = None
    conditions: str = ""
    reasons: str = ""


class MoveLine(Value, frozen=True):
    """Put the funding line below this many applications of the ranked list."""

    funded: int


class AddNote(Value, frozen=True):
    """Note something about the present application, or the day."""

    text: str


Command = (
    OpenDoors | PrintCards | ShutDoors | ReopenDoors | TakeSeatByCard | TakeFreeSeat | TakePaperSeat | AddSeat
    | ReissueCard | Next | JumpTo | Undo | VoidRound | TakeBreak | AddMinutes | Practise | GiveAnswer | HandIn
    | KeySlip | Correct | StepOut | ComeBack | AgreeByTalking | RecordDecision | MoveLine | AddNote
)  # fmt: skip
