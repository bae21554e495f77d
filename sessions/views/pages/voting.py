"""Pages of what carries no name: ballots, orders, reasons, other views, confidence, the workshop."""

from __future__ import annotations

from msgspec import Struct

from .page import About, Choice, Page


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
