"""What the facilitator is asked to choose from, at the wall or at the desk. No value a member gave is among it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from sessions.events import Draft, Signing
from sessions.model.decisions import ByQuestion, Verdict
from sessions.model.funder_rule import RuleKind
from sessions.model.refusals import No
from sessions.views.desk.pacing import Pacing

NO_LABELS: Mapping[int, str] = {}  # where the folder calls no seat anything


class SeatChoice(Struct, frozen=True):
    """A seat to pick: how its member takes part, and whether that member is out of the application in hand, or gone.

    `done` says that the scores of the application in hand are in. What may be said of a seat on the wall is for
    the conversation to know.
    """

    seat: int
    label: str
    taken: bool
    paper: bool
    out: bool
    left: bool = False
    done: bool = False
    handed_round: bool = False
    was_otherwise: bool = False  # and can be put back as it was
    away: bool = False  # not back yet after a night


class StepChoice(Struct, frozen=True):
    """A line of the agenda: `at` is when it began or is expected to. One to come can be moved or left out.

    `up` and `down` name the line it would then stand after; nothing where it cannot go further that way.
    """

    key: str
    words: str
    minutes: int
    here: bool
    at: str = ""
    coming: bool = False
    left_out: bool = False
    rests: bool = False
    up: str | None = None
    down: str | None = None


class TextChoice(Struct, frozen=True):
    """Something people wrote that may be hidden: of what, of which round, at which place of its batch."""

    application: str
    round: int
    place: int
    heading: str
    text: str


class SlipQuestion(Struct, frozen=True):
    """One line of a paper slip, and the whole numbers that may stand on it."""

    key: str
    question: str
    low: int
    high: int


class SlipChoice(Struct, frozen=True):
    """The paper slip of the application in hand, and the seats it is not too late for.

    Those are the seats that were here when scoring opened. One that stepped out is among them: nobody is to be
    told from a list on the wall.
    """

    application: str
    title: str
    questions: tuple[SlipQuestion, ...]
    seats: tuple[int, ...] = ()


class BallotSlips(Struct, frozen=True):
    """The paper ballots of the open round: a count for each option, lowest first, then for "I can't say"."""

    seats: int
    questions: tuple[SlipQuestion, ...]
    leave: bool = False  # they have agreed that two of us see them
    tied: int = 0  # in a tie-break ballot: the counts are a row of places for each of so many
    shut: bool = False  # the ballot on phones is closed: slips are counted, or are just being counted


class ClosingSlips(Struct, frozen=True):
    """The slips of the closing questions: of each its words, and the lines two members count, "not say" the last."""

    seats: int
    questions: tuple[tuple[str, tuple[SlipQuestion, ...]], ...]


class LookingBack(Struct, frozen=True):
    """What the facilitator did by hand, with how often; `steering` can lead a panel. `kept` is in the record."""

    steering: tuple[tuple[str, int], ...]
    others: tuple[tuple[str, int], ...]
    kept: tuple[str, ...]


class Supposable(Struct, frozen=True):
    """An application that a what-if may be about, and what it gets now."""

    application: str
    title: str
    gets: str


class Tie(Struct, frozen=True):
    """A tie that waits for a ballot."""

    refs: tuple[str, ...]
    titles: str


class ToDecide(Struct, frozen=True):
    """An application to decide about, with what is recorded so far."""

    application: str
    title: str
    asked: str
    verdict: Verdict | None
    amount: Decimal | None
    conditions: str
    reasons: str
    most: Decimal  # the whole ask
    words: str = ""  # what is recorded, where a shortlist has decisions of its own
    verdicts: tuple[str, ...] = ()  # those decisions
    questions: tuple[tuple[str, str, bool], ...] = ()  # key, words, whether we were split on it
    said: ByQuestion = ByQuestion()
    warned: tuple[str, ...] = ()  # what the whole ask would go against of the funder's rules
    why_against: str = ""  # as it was said before


class RuleAsked(Struct, frozen=True):
    """A rule of the funder's that the list goes against, and nobody has said why."""

    application: str
    kind: RuleKind
    rule: str
    words: str


class Correctable(Struct, frozen=True):
    """An application whose scores are closed, and the seats that scored it."""

    application: str
    title: str
    seats: tuple[int, ...]


class RegisterChoice(Struct, frozen=True):
    """The register of conflicts: how many are in it, which signing is next, and when it was signed last."""

    conflicts: int
    when: Signing
    signed: str
    taken_back: int = 0


class Void(StrEnum):
    """What can be set aside, with a reason."""

    SCORES = "scores"
    BALLOT = "ballot"
    LIST = "list"


class Choices(Struct, frozen=True):
    """All that can be chosen from at one moment."""

    application: str  # the ref of the one in hand, or nothing
    seats: tuple[SeatChoice, ...]
    agenda: tuple[StepChoice, ...]
    slip: SlipChoice | None
    ballot_slips: BallotSlips | None
    closing_slips: ClosingSlips | None
    decidable: tuple[ToDecide, ...]
    questions: tuple[SlipQuestion, ...]
    correctable: tuple[Correctable, ...]
    register: RegisterChoice
    pacing: Pacing
    confirmed: bool
    why_no_decision: No | None = None  # about the one in hand, or any
    to_void: Void | None = None
    undoes_ballot: bool = False
    reasons: tuple[TextChoice, ...] = ()
    ties: tuple[Tie, ...] = ()
    supposable: tuple[Supposable, ...] = ()
    goes_round: bool = False  # a device does
    movable: tuple[str, ...] = ()  # what too few scored to rank, which the panel may move
    listed: tuple[str, ...] = ()  # the list as it stands, best first
    draft: tuple[Draft, ...] = ()
    listing: bool = False  # a list of the workshop is put together; `own_list` where it is not of criteria
    own_list: bool = False
    device_goes_round: bool = False
    meeting_days: tuple[tuple[str, str], ...] = ()  # on which we may meet again, by date
    starts: str = ""  # the usual time, as 10:00
    looking_back: LookingBack | None = None  # once the day closes
    against: tuple[RuleAsked, ...] = ()
    no_list: bool = False  # nothing is confirmed, and the agenda never comes to a list
    view_slips: int = 0  # how many of us may hand in another view on a slip now

    def to_decide(self, ref: str) -> ToDecide:
        """Find an application by its ref. Raises LookupError where there is none."""
        for one in self.decidable:
            if one.application == ref:
                return one
        raise LookupError(ref)
