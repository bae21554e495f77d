"""What the lists at the end of the day are made of: rows, sums, decisions, and what was done by hand."""

from __future__ import annotations

from msgspec import Struct


class Row(Struct, frozen=True):
    """A line of the ranked list. `funded` says what it gets, or nothing; `why` says it of each in words.

    `mark` says what an outcome asks to notice.
    """

    rank: str
    ref: str
    title: str
    score: str
    asks: str
    funded: str
    running: str
    least: str
    mark: str
    why: str = ""


class Sums(Struct, frozen=True):
    """A pot in whole units of money, or places: given and left; `words` say them."""

    given: int
    left: int
    words: tuple[str, str]


class OneDecision(Struct, frozen=True):
    """One decision as it is turned over: what about, what we decided, and what there is to say of it.

    `tone` is yes, no or open: the colour only repeats the words. `facts` are what was asked for, what our ballot came
    to, and why it gets no money; `conditions` are the panel's own words.
    """

    title: str
    words: str
    tone: str
    facts: tuple[str, ...] = ()
    conditions: str = ""


class Act(Struct, frozen=True):
    """One thing the facilitator did by hand: when, what, about which application, and why."""

    at: str
    what: str
    about: str
    why: str
