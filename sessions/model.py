"""What staff and the panel agreed beforehand: one frozen value, checked before it is made.

Money and weights are exact `Decimal`s. A `Session` holds the agenda already expanded: one step a line.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct


class Value(Struct, frozen=True, forbid_unknown_fields=True):
    """A frozen value that refuses fields it does not know when read back."""


class Scale(Value, frozen=True):
    """The points of a scale, whole numbers from `low` to `high`; `best` says which end is good."""

    low: int = 1
    high: int = 5
    best: str = "high"
    words: tuple[str, ...] = ("Not at all", "A little", "Partly", "Mostly", "Completely")

    @property
    def points(self) -> range:
        """Every point, smallest number first."""
        return range(self.low, self.high + 1)

    def word(self, value: int) -> str:
        """Name a point: its word where the scale has words, else the number itself."""
        return self.words[value - self.low] if self.words else str(value)


class Criterion(Value, frozen=True):
    """One question applications are scored against; `weight` is any amount above nought."""

    key: str
    question: str
    scale: Scale
    weight: Decimal = Decimal(1)
    counted: bool = True


class Application(Value, frozen=True):
    """One thing to be decided; `asked` and `least` are money in the session's currency."""

    ref: str
    title: str
    asked: Decimal
    organisation: str = ""
    least: Decimal | None = None
    strand: str = ""
    place: str = ""
    theme: str = ""
    summary: str = ""


class Member(Value, frozen=True):
    """A seat at the table, counted from 1, with a label for staff and conflicts declared beforehand."""

    seat: int
    label: str = ""
    conflicts: tuple[str, ...] = ()


class Rule(StrEnum):
    """The rules of agreement the panel chooses from; the arithmetic is in `consensus`."""

    THREE_QUARTERS = "three-quarters"
    LIVE_WITH_IT = "everyone-can-live-with-it"
    NO_OBJECTIONS = "no-objections"


class Consensus(Value, frozen=True):
    """How the panel settles an application: the question, its options (lowest first), rule and rounds."""

    question: str = "Should we fund this?"
    options: tuple[str, ...] = ("No", "Probably not", "Not sure", "Probably", "Yes")
    rule: Rule = Rule.THREE_QUARTERS
    rounds: int = 3


class Strand(Value, frozen=True):
    """A part of the pot with its own money; `awards` is how many awards are expected, as advice."""

    key: str
    title: str
    pot: Decimal
    awards: int | None = None


class Wifi(Value, frozen=True):
    """The room's Wi-Fi, drawn as a QR code and printed on cards."""

    name: str
    password: str = ""


class OpenData(Value, frozen=True):
    """What 360Giving asks for once: the funder's identifier and name, and the publisher's prefix."""

    funder_id: str
    prefix: str
    funder_name: str = ""


class StepKind(StrEnum):
    """What a line of the agenda can be."""

    WELCOME = "welcome"
    PRACTICE = "practice"
    APPLICATION = "application"
    BREAK = "break"
    BUDGET = "budget"
    CONFIDENCE = "confidence"
    WORKSHOP = "workshop"
    CLOSING = "closing"
    NOTE = "note"


class Step(Value, frozen=True):
    """One line of the agenda; `ref` names the application of an application step. `minutes` are planned."""

    key: str
    kind: StepKind
    minutes: int
    title: str = ""
    ref: str = ""


class Joining(StrEnum):
    """How members take seats: by printed card, or any free seat while the doors are open."""

    CARDS = "cards"
    OPEN = "open"


class Session(Value, frozen=True):
    """A whole panel meeting as agreed beforehand. `applications` are in the order they will be heard."""

    title: str
    pot: Decimal
    members: tuple[Member, ...]
    criteria: tuple[Criterion, ...]
    applications: tuple[Application, ...]
    steps: tuple[Step, ...]
    scale: Scale = Scale()
    consensus: Consensus = Consensus()
    ties: tuple[str, ...] = ("fewer-low-scores", "smaller-ask")
    currency: str = "GBP"
    date: dt.date | None = None
    place: str = ""
    start: dt.time | None = None
    quorum: int = 1
    language: str = "en"
    joining: Joining = Joining.CARDS
    order: str = "listed"
    seed: int | None = None
    wifi: Wifi | None = None
    strands: tuple[Strand, ...] = ()
    open_data: OpenData | None = None
    wording: tuple[tuple[str, str], ...] = ()  # the group's own words in place of ours, by key

    def application(self, ref: str) -> Application:
        """Find an application by its ref. Raises KeyError where there is none."""
        for application in self.applications:
            if application.ref == ref:
                return application
        raise KeyError(ref)

    def criterion(self, key: str) -> Criterion:
        """Find a criterion by its key. Raises KeyError where there is none."""
        for criterion in self.criteria:
            if criterion.key == key:
                return criterion
        raise KeyError(key)
