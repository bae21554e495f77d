"""What the wall shows: one poster a moment. No seat's value, and of an open round nothing but its count.

Sentences arrive ready (from `wording`); names and titles are outside text, cleaned at the door. Times are
aware datetimes; the screen draws the countdown itself.
"""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from sessions.model.marked_text import Passage
from sessions.views.ribbon import Stop
from sessions.views.shapes import RoundBars, Shape, Written
from sessions.views.wall.list_rows import Act, OneDecision, Row, Sums


class Frame(Struct, frozen=True):
    """The bands every poster shares. `corner` stands top right beside the clock, `about` is what is to be read first.

    Of an application `about` is its name; the subtitle, which repeats it, then steps back.
    `guests` says that guests are in the room: no poster without it may be looked back at. `ribbon` is the day.
    """

    position: str
    title: str
    subtitle: str = ""
    corner: str = ""
    now: str = ""
    next: str = ""
    then: str = ""
    guests: bool = False
    about: str = ""
    ribbon: tuple[Stop, ...] = ()


class Countdown(Struct, frozen=True):
    """A time that was planned, never enforced: when it began and when it would be over."""

    since: dt.datetime
    until: dt.datetime


class Poster(Struct, frozen=True, tag=True):
    """Anything the wall can show."""

    frame: Frame


class Lobby(Poster, frozen=True):
    """People arrive. `link` is what the QR holds (capitals); `code` is empty where cards are used.

    `needed` is how many must be here, for as long as fewer are; otherwise 0.
    """

    address: str
    link: str
    code: str
    here: int
    seats: int
    wifi: str = ""
    wifi_link: str = ""
    needed: int = 0


class Notice(Poster, frozen=True):
    """One heading and a few lines: welcome, a note, anything without a screen of its own."""

    heading: str
    lines: tuple[str, ...]


class Learning(Poster, frozen=True):
    """A page to learn from; longer ones are turned."""

    heading: str
    passages: tuple[Passage, ...]


class Practice(Poster, frozen=True):
    """The practice go: its question, its words, and how many have tried it."""

    heading: str
    question: str
    words: tuple[str, ...]
    done: int
    of: int


class Introduce(Poster, frozen=True):
    """An application is introduced. `stepping_out` counts members, and is nothing more than a sentence.

    `would_do` says in one sentence what it would do; nothing where nobody has said so.
    """

    title: str
    organisation: str
    place: str
    asks: str
    least: str
    stepping_out: str
    would_do: str = ""


class Reading(Poster, frozen=True):
    """Quiet reading."""

    heading: str
    lines: tuple[str, ...]
    countdown: Countdown


class Asking(Poster, frozen=True):
    """A question to the guests in the room, or their time to ask. `number` says which of how many it is.

    `passable`: the turn to ask can be passed on.
    """

    number: str
    question: str
    lines: tuple[str, ...]
    countdown: Countdown
    passable: bool = False


class Scoring(Poster, frozen=True):
    """Scoring is open, or just closed: how many are in, never who and never what."""

    heading: str
    done: int
    of: int
    lines: tuple[str, ...]
    stepping_out: str
    countdown: Countdown
    closed: bool


class Reveal(Poster, frozen=True):
    """The shape of the scores, split criteria first. `summary` is one sentence over them."""

    summary: str
    shapes: tuple[Shape, ...]


class Talk(Poster, frozen=True):
    """The talk: cues that never ask who; the shapes stay to look at. `rounds` where ballots came before.

    `kept` is one line of what we said about how we work together, or nothing.
    """

    heading: str
    cues: tuple[str, ...]
    shapes: tuple[Shape, ...]
    countdown: Countdown
    rounds: tuple[RoundBars, ...] = ()
    written: tuple[Written, ...] = ()
    kept: str = ""


class Ballot(Poster, frozen=True):
    """A secret ballot is open: how many ballots are in the box."""

    heading: str
    question: str
    done: int
    of: int
    rule: str
    lines: tuple[str, ...]


class BallotOutcome(Poster, frozen=True):
    """What a ballot came to, in words, beside the rounds before it. `tone` is yes, no, split or open."""

    words: str
    tone: str
    rounds: tuple[RoundBars, ...]
    lines: tuple[str, ...]
    written: tuple[Written, ...] = ()


class ThenAndNow(Poster, frozen=True):
    """How we felt the first time and now: a heading, the few words that matter, the answers, and a sentence on them."""

    heading: str
    words: str
    rounds: tuple[RoundBars, ...]
    lines: tuple[str, ...]


class Deciding(Poster, frozen=True):
    """Our decision and our reasons, as far as they are recorded."""

    words: str
    tone: str
    decision: str
    conditions: str
    reasons: str
    lines: tuple[str, ...]


class Pause(Poster, frozen=True):
    """A break: when to be back, and a kind word."""

    heading: str
    countdown: Countdown
    lines: tuple[str, ...]


class Budget(Poster, frozen=True):
    """A ranked list against its pot. The line stands below the last row that gets money, `line` rows down.

    `current` is the row the line would go below next, `up` and `down` are where it goes by one row; nothing where
    there is no such row, and once confirmed. `ties` are about that row, `lists` the keys of all the lists there are,
    in the order in which they come. Where there are strands, `strand` is the list's key ("" the whole), `heading`
    names it, `notes` advise. A shortlist has places in place of `money`.
    """

    pot: str
    left: str
    line: int
    rows: tuple[Row, ...]
    ties: tuple[str, ...]
    confirmed: bool
    strand: str = ""
    heading: str = ""
    notes: tuple[str, ...] = ()
    current: int | None = None
    up: int | None = None
    down: int | None = None
    lists: tuple[str, ...] = ("",)
    sums: Sums | None = None
    money: bool = True


class Confirmed(Budget, frozen=True):
    """The list as it was confirmed, and our decisions, to be turned over one by one."""

    decisions: tuple[OneDecision, ...] = ()


class Sheet(Poster, frozen=True):
    """Something laid over the list to look at together: a table, and paragraphs of a title and a sentence or two.

    `kind` names it; `lead` comes before, `foot` says how to put it away. Nothing on it is decided by it.
    """

    kind: str
    heading: str
    lead: tuple[str, ...]
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    told: tuple[tuple[str, str], ...] = ()
    foot: str = ""


class Listing(Poster, frozen=True):
    """A list in words, each line with a remark or nothing; `numbered` while it is being put together."""

    heading: str
    rows: tuple[tuple[str, str], ...]
    lines: tuple[str, ...]
    numbered: bool = True


class Closing(Poster, frozen=True):
    """What we decided: a line for each application. Then what was done by hand, for the panel to see.

    `sum` says in a few words what it came to; nothing before the list is confirmed.
    """

    heading: str
    rows: tuple[tuple[str, str], ...]
    lines: tuple[str, ...]
    written: tuple[Written, ...] = ()
    acts: tuple[Act, ...] = ()
    sum: str = ""


class Thanks(Poster, frozen=True):
    """The last screen."""

    heading: str
    lines: tuple[str, ...]


AnyPoster = (
    Lobby | Notice | Learning | Practice | Introduce | Reading | Asking | Scoring | Reveal | Talk | Ballot
    | BallotOutcome | ThenAndNow | Deciding | Pause | Budget | Confirmed | Sheet | Listing | Closing | Thanks
)  # fmt: skip
