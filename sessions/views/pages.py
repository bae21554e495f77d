"""What one phone shows: a page for the holder of a seat, or for a stranger. A member sees that seat only.

Their names, the `data-page` of `contract.md`, are in `page_names`. `position` is the room's place a page belongs to.
"""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from .shaped import Shaped
from .shapes import Bar
from .written import Written

# What fits into a page's box for own words, in UTF-16 units: whatever the letters, it fits into one request.
MOST_WORDS = 1_500

# What a member may tell the facilitator without a name.
SIGNALS = ("question", "slow-down", "break", "mistake")


class Signal(Struct, frozen=True):
    """Something a member may tell the facilitator; `up` once it was told."""

    kind: str
    up: bool


class Page(Struct, frozen=True, tag=True, kw_only=True):
    """Anything a phone can show. `message` is a sentence to read first, or nothing."""

    language: str = "en"
    seat: int | None = None
    position: str = ""
    message: str = ""
    signals: tuple[Signal, ...] = ()


class About(Struct, frozen=True):
    """The application in hand, as a member may read it."""

    ref: str
    title: str
    organisation: str
    place: str
    asks: str
    summary: str


class Choice(Struct, frozen=True):
    """One thing that can be picked: what is sent, and its words."""

    value: str
    words: str


class Join(Page, frozen=True):
    """No seat yet: where a card's code is typed, or how to find one."""

    session: str
    open_doors: bool


class TakeSeat(Page, frozen=True):
    """Ask "take this seat?"; `number` is nothing where any free seat is meant."""

    session: str
    code: str
    number: int | None


class MakeHandRound(Page, frozen=True):
    """Ask "hand this device round?"; `code` is what makes it so."""

    session: str
    code: str


class HandRound(Page, frozen=True):
    """The device that goes round, locked: pick a seat, of those without a phone of their own.

    Where there are more than can be looked over, `seats` is empty and `most` is the highest number that may be typed.
    """

    session: str
    seats: tuple[int, ...]
    most: int


class HandRoundCode(Page, frozen=True):
    """The device that goes round, locked: the code on the card of the seat that was picked."""

    session: str
    number: int


class Wait(Page, frozen=True):
    """Nothing to do now. `own_code` is this seat's card code, shown once where doors are open."""

    heading: str
    lines: tuple[str, ...]
    own_code: str = ""
    about: About | None = None
    may_step_out: bool = False
    may_vote_again: bool = False
    may_say_why: bool = False
    may_answer_again: bool = False
    may_change_list: bool = False


class Practice(Page, frozen=True):
    """The practice question; `done` once this seat has tried it."""

    question: str
    choices: tuple[Choice, ...]
    done: bool


class Score(Page, frozen=True):
    """One question. `choices` are the scale's points; none of them where `low` to `high` is a number box.

    `said` is the present answer in words, `best` the end of the scale that is good.
    """

    about: About
    criterion: str
    question: str
    number: int
    of: int
    choices: tuple[Choice, ...]
    others: tuple[Choice, ...]
    low: int
    high: int
    best: str
    said: str
    revision: int
    may_step_out: bool


class Said(Struct, frozen=True):
    """One answered line of the check page."""

    number: int
    question: str
    words: str
    answered: bool


class Check(Page, frozen=True):
    """Check your answers before handing them in."""

    about: About
    answers: tuple[Said, ...]


class Received(Page, frozen=True):
    """ "Your score is in": when, with its receipt, and still changeable while `open`."""

    about: About
    answers: tuple[Said, ...]
    at: dt.datetime | None
    receipt: str
    open: bool


class SteppingOut(Page, frozen=True):
    """Ask to step out of this application (`out` false), or say that this seat is out of it."""

    about: About
    out: bool
    may_return: bool


class Ballot(Page, frozen=True):
    """The secret ballot of one round."""

    about: About
    round: int
    question: str
    choices: tuple[Choice, ...]
    promise: tuple[str, ...]
    electorate: str
    again: bool


class Reason(Page, frozen=True):
    """Ask who has put a ballot in whether they would like to say why. What was written is not shown again."""

    about: About
    round: int
    promise: tuple[str, ...]


class Minority(Page, frozen=True):
    """Offer to have another view recorded. What was written is not shown again."""

    about: About
    promise: tuple[str, ...]


class Confidence(Page, frozen=True):
    """Ask how confident a member feels; `again` where this seat has answered already."""

    question: str
    choices: tuple[Choice, ...]
    promise: tuple[str, ...]
    again: bool


class Tied(Struct, frozen=True):
    """One of those that are level: its field's name, its title, and who asks for how much."""

    name: str
    title: str
    about: str


class Rank(Page, frozen=True):
    """The secret ballot that puts those level with each other in order."""

    ballot: int
    question: str
    tied: tuple[Tied, ...]
    places: tuple[Choice, ...]
    promise: tuple[str, ...]
    electorate: str
    again: bool


class Workshop(Page, frozen=True):
    """Suggest questions to judge by in `boxes`, or weigh `questions` with the `choices`; one of the two is empty."""

    heading: str
    lines: tuple[str, ...]
    boxes: tuple[int, ...]
    longest: int
    questions: tuple[str, ...]
    choices: tuple[Choice, ...]
    again: bool


class Result(Page, frozen=True):
    """What the room is looking at together: shapes or an outcome, in words, with the reasons people wrote."""

    heading: str
    lines: tuple[str, ...]
    shapes: tuple[tuple[str, str, tuple[Bar, ...]], ...] = ()
    written: tuple[Written, ...] = ()
    application: str = ""
    may_differ: bool = False
    differed: bool = False


class OnBreak(Page, frozen=True):
    """A break, and when to be back."""

    back_at: dt.datetime
    lines: tuple[str, ...]


class Ended(Page, frozen=True):
    """The day is over: what we decided."""

    heading: str
    lines: tuple[str, ...]
    decisions: tuple[tuple[str, str], ...]
    written: tuple[Written, ...] = ()
    shaped: tuple[str, ...] = ()


class Given(Struct, frozen=True):
    """What a member gave one application; `aside` where it does not count, `decided` once the day is over."""

    title: str
    answers: tuple[Said, ...]
    receipt: str
    aside: bool
    decided: str


class MyDay(Page, frozen=True):
    """What this member gave so far, and the pattern in it; for nobody else."""

    pattern: str
    given: tuple[Given, ...]
    shaped: Shaped | None = None


class Turned(Page, frozen=True):
    """Something could not be done: one plain sentence, and the way on."""

    heading: str


AnyPage = (
    Join | TakeSeat | MakeHandRound | HandRound | HandRoundCode
    | Wait | Practice | Score | Check | Received | SteppingOut | Ballot | Reason | Rank | Minority | Confidence
    | Workshop | Result | OnBreak | Ended | MyDay | Turned
)  # fmt: skip
