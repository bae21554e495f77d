"""Pages on which a member scores: practice, one question a page, check, received, stepping out."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from sessions.views.phone.pages.base import About, Choice, Page


class Said(Struct, frozen=True):
    """One answered line of the check page."""

    number: int
    question: str
    words: str
    answered: bool


class PracticePage(Page, frozen=True):
    """The practice go, by its `part`: a question, the check, the receipt or the ballot; `done` at the end.

    `said` is the present answer in words and `given` what was sent for it.
    """

    question: str
    choices: tuple[Choice, ...]
    done: bool
    part: str = "question"
    number: int = 1
    of: int = 1
    said: str = ""
    given: str = ""
    answers: tuple[Said, ...] = ()
    promise: tuple[str, ...] = ()
    electorate: str = ""
    again: bool = False


class Score(Page, frozen=True):
    """One question. `choices` are the scale's points; none of them where `low` to `high` is a number box.

    `said` is the present answer in words and `given` what was sent for it, `best` the end of the scale that is good.
    One that is `changing` was come to from the list of answers, and leads back there.
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
    given: str = ""
    changing: bool = False
    before: str = (
        ""  # what this member said before we met the applicants, in a sentence; none is picked for that
    )
    promise: str = ""  # what becomes of a score, where that is not as always


class CheckPage(Page, frozen=True):
    """Check your answers before handing them in; `left_out` says what has none, in a sentence."""

    about: About
    answers: tuple[Said, ...]
    left_out: str = ""


class Received(Page, frozen=True):
    """ "Your score is in": when, with its receipt, and still changeable while `open`.

    `others` says how many of us were in when this was shown.
    """

    about: About
    answers: tuple[Said, ...]
    at: dt.datetime | None
    receipt: str
    open: bool
    others: str = ""


class SteppingOut(Page, frozen=True):
    """Ask to step out of this application (`out` false), or say that this seat is out of it.

    `may_return` as long as that can be taken back. `sure` asks once more before a conflict is taken back; `late` asks
    about an application that came late.
    """

    about: About
    out: bool
    may_return: bool
    sure: str = ""
    late: bool = False


class OpenQuestion(Struct, frozen=True):
    """One question once all scores were turned over: a line for each seat. Who may not change one has no `number`."""

    number: int
    question: str
    cards: tuple[str, ...]


class OpenScores(Page, frozen=True):
    """Cards up: whether we agree to it (`choices`), all scores (`questions`), or one's own to `change`.

    `said` is the present answer in words and `given` what was sent for it.
    """

    heading: str
    lines: tuple[str, ...]
    choices: tuple[Choice, ...] = ()
    again: bool = False
    about: About | None = None
    questions: tuple[OpenQuestion, ...] = ()
    change: Score | None = None
    said: str = ""
    given: str = ""
    may_step_out: bool = False
