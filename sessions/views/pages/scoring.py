"""Pages on which a member scores: practice, one question a page, check, received, stepping out."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from .page import About, Choice, Page


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
