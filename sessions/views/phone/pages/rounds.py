"""Pages of what carries no name: ballots, orders, reasons, other views, confidence, the workshop."""

from __future__ import annotations

from msgspec import Struct

from sessions.views.phone.pages.base import About, Choice, Page


class BallotPage(Page, frozen=True):
    """The secret ballot of one round; the promise is to `unfold` for whoever has not met it in a practice go."""

    about: About
    round: int
    question: str
    choices: tuple[Choice, ...]
    promise: tuple[str, ...]
    electorate: str
    again: bool
    unfold: bool = False


class Reason(Page, frozen=True):
    """Ask who has put a ballot in whether they would like to say why. What was written is not shown again."""

    about: About
    round: int
    promise: tuple[str, ...]


class Minority(Page, frozen=True):
    """Offer to have another view recorded. What was written is not shown again."""

    about: About
    promise: tuple[str, ...]


class MyQuestions(Page, frozen=True):
    """Ask for what a member would ask; `again` where one was written. It is not shown again."""

    about: About
    promise: tuple[str, ...]
    again: bool = False


class ConfidencePage(Page, frozen=True):
    """Ask closing question `number` of `of`; `again` where this seat has answered them already.

    `kind` is the question's name, or the panel's own words.
    """

    question: str
    choices: tuple[Choice, ...]
    promise: tuple[str, ...]
    again: bool
    number: int = 1
    of: int = 1
    kind: str = "confident"


class AskTheRoom(Page, frozen=True):
    """The secret ballot on a question of the moment."""

    ballot: int
    question: str
    choices: tuple[Choice, ...]
    promise: tuple[str, ...]
    electorate: str
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
    """Suggest questions to judge by in `boxes`, or share `points` among `questions`; one of the two is empty.

    `own` says that the workshop asks a question of its own: what is suggested need then be no question.
    """

    heading: str
    lines: tuple[str, ...]
    boxes: tuple[int, ...]
    longest: int
    questions: tuple[str, ...]
    points: int
    again: bool
    own: bool = False
