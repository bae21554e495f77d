"""What staff and the panel agreed beforehand: one frozen value, checked before it is made.

Money and weights are exact `Decimal`s. A `Session` holds the agenda already expanded: one step a line.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from sessions.model.funder_rule import FunderRule
from sessions.model.stage import EarlierStage, Stage
from sessions.model.text import first_sentence


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
    in_short: str = ""  # one sentence of what it would do
    eligible: bool | None = None  # whether staff say that it meets the funder's rules, where they say so

    @property
    def would_do(self) -> str:
        """Say in one sentence what it would do: as given, else the summary's first; nothing where there is neither."""
        return self.in_short or first_sentence(self.summary)


class Standing(StrEnum):
    """Why an application is not decided on: its applicant took it back, or the funder's rules do not allow it."""

    WITHDRAWN = "withdrawn"
    NOT_ELIGIBLE = "not-eligible"


class SetAside(Value, frozen=True):
    """An application that is not decided on. `place` is where it stood among all there were, from 0."""

    application: Application
    how: Standing
    why: str
    place: int


class Member(Value, frozen=True):
    """A seat at the table, counted from 1, with a label for staff and conflicts declared beforehand.

    A label is often a name. It is the folder's alone: only records begun by an earlier version hold any. `asked` says
    that the folder has a word on this member's conflicts, also where there are none.
    """

    seat: int
    label: str = ""
    conflicts: tuple[str, ...] = ()
    asked: bool = False


class Rule(StrEnum):
    """The rules of agreement the panel chooses from; the arithmetic is in `consensus`."""

    THREE_QUARTERS = "three-quarters"
    LIVE_WITH_IT = "everyone-can-live-with-it"
    NO_OBJECTIONS = "no-objections"


class Small(StrEnum):
    """What we do where fewer than five can score: talk it over, or turn all scores over, where all of us agreed."""

    TALK = "talk"
    OPEN = "open"


class Consensus(Value, frozen=True):
    """How the panel settles an application: the question, its options (lowest first), rule and rounds.

    `small` is what we do where fewer than five of us can score.
    """

    question: str = "Should we fund this?"
    options: tuple[str, ...] = ("No", "Probably not", "Not sure", "Probably", "Yes")
    rule: Rule = Rule.THREE_QUARTERS
    rounds: int = 3
    small: Small = Small.TALK


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
    OVERNIGHT = "overnight"
    INTERVIEW = "interview"
    LEARN = "learn"


LOOKS_AT_ONE = frozenset({StepKind.APPLICATION, StepKind.INTERVIEW})
"""Kinds of step that look at one application, which their `ref` names."""


class Step(Value, frozen=True):
    """One line of the agenda; `ref` names the application of a step that looks at one. `minutes` are planned.

    A night has none: `next` is the day on which we meet again and `start` the time, where they are known.
    `questions` are what a step asks: an interview those of the guests, in their order; closing questions those of us,
    each a name of ours or the panel's own words, where none means the usual one.

    `ask` is what a workshop asks in place of the criteria; an interview's names the workshop whose list it asks too.
    `text` is a page to read together, as Markdown, and `easy` the same in Easy Read; `file` is where both came from.
    """

    key: str
    kind: StepKind
    minutes: int
    title: str = ""
    ref: str = ""
    next: dt.date | None = None
    start: dt.time | None = None
    questions: tuple[str, ...] = ()
    ask: str = ""
    file: str = ""
    text: str = ""
    easy: str = ""


class Joining(StrEnum):
    """How members take seats: by printed card, or any free seat while the doors are open."""

    CARDS = "cards"
    OPEN = "open"


class Session(Value, frozen=True):
    """A whole panel meeting as agreed. `applications` are those to decide on, in the order they will be heard.

    `aside` holds those that are not decided on any more: no count, sum or list that goes through `applications`
    can have one of them in it.
    """

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
    aside: tuple[SetAside, ...] = ()
    rehearsal: bool = False  # everything anybody sees of it says so
    stage: Stage | None = None  # of a programme, where it is one
    before: tuple[EarlierStage, ...] = ()  # the stages before it, the first one first
    programme: str = ""  # what it is called where many stages or rooms belong together
    funder_rules: tuple[FunderRule, ...] = ()

    @property
    def places(self) -> int | None:
        """Say how many may go on from a shortlist; nothing where money is given."""
        return self.stage.places if self.stage is not None else None

    @property
    def verdicts(self) -> tuple[str, ...]:
        """Return what a shortlist decides, in its own words; none where money is given."""
        return self.stage.verdicts if self.stage is not None and self.places is not None else ()

    @property
    def every_application(self) -> tuple[Application, ...]:
        """Return all there were, in the order they were to be heard: also those set aside."""
        every = list(self.applications)
        for one in sorted(self.aside, key=lambda one: one.place):
            every.insert(one.place, one.application)
        return tuple(every)

    @property
    def labels(self) -> dict[int, str]:
        """Return what seats are called, by seat; those without a label are not among them."""
        return {member.seat: member.label for member in self.members if member.label}

    def called_by_seat_alone(self) -> Session:
        """Return the session as the record may hold it: what seats are called is no part of what was agreed."""
        if not self.labels:
            return self
        return replace(self, members=tuple(replace(member, label="") for member in self.members))

    def set_aside(self, ref: str) -> SetAside | None:
        """Say how an application was set aside; nothing where it was not."""
        return next((one for one in self.aside if one.application.ref == ref), None)

    def application(self, ref: str) -> Application:
        """Find an application by its ref, also one set aside. Raises KeyError where there is none."""
        for application in self.applications:
            if application.ref == ref:
                return application
        for one in self.aside:
            if one.application.ref == ref:
                return one.application
        raise KeyError(ref)

    def called(self, ref: str) -> str:
        """Return an application's title, and what tells it from another of the same title: who applied, or its ref."""
        one = self.application(ref)
        alike = [other for other in self.every_application if other.title.casefold() == one.title.casefold()]
        if len(alike) < 2:
            return one.title
        apart = len({other.organisation for other in alike}) == len(alike)
        return f"{one.title} · {one.organisation if apart and one.organisation else ref}"

    def criterion(self, key: str) -> Criterion:
        """Find a criterion by its key. Raises KeyError where there is none."""
        for criterion in self.criteria:
            if criterion.key == key:
                return criterion
        raise KeyError(key)
