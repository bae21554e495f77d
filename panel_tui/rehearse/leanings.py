"""How a pretend panel leans: a shape for each application, read from a file or made up from a seed."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from statistics import NormalDist

import msgspec

from panel_tui.rehearse.answer_book import between, chance
from sessions.model.decisions import Verdict
from sessions.model.session import Criterion, Session, Value

TWELVE = 12  # leanings count people as "how many in twelve"


class Lean(Value, frozen=True):
    """Where answers to one question gather, in points of its scale, and how many in twelve give none."""

    centre: float
    spread: float
    cant_say: float = 0
    not_applicable: float = 0


class ApplicationLean(Value, frozen=True):
    """One application: a lean for each question, and each round's marks, lowest first; None can't say."""

    criteria: Mapping[str, Lean] = {}
    rounds: tuple[tuple[int | None, ...], ...] = ()
    reasons: tuple[tuple[str, ...], ...] = ()
    differ: tuple[str, ...] = ()


class People(Value, frozen=True):
    """How many in twelve mark low, mark high, or often can't say."""

    harsh: float = 2
    generous: float = 2
    unsure: float = 2


class Late(Value, frozen=True):
    """A seat whose member comes when others have reached a page."""

    seat: int
    until: str


class Absence(Value, frozen=True):
    """A seat that gives nothing for an application."""

    seat: int
    application: str


class WrittenLeaning(Value, frozen=True):
    """What the pretend facilitator writes down as the panel's decision."""

    verdict: Verdict
    amount: Decimal | None = None
    conditions: str = ""
    reasons: str = ""


class Leanings(Value, frozen=True):
    """All of it. What is not in `applications` is made up from the seed."""

    applications: Mapping[str, ApplicationLean] = {}
    people: People = People()
    late: tuple[Late, ...] = ()
    away: tuple[Absence, ...] = ()
    steps_out: tuple[Absence, ...] = ()
    decisions: Mapping[str, WrittenLeaning] = {}
    confidence: tuple[tuple[int | None, ...], ...] = (
        (1, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, None),
        (2, 3, 3, 3, 4, 4, 4, 4, 4, 4, 5, 5),
    )
    felt: tuple[tuple[int | None, ...], ...] = (
        (2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 4, None),
        (2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, None),
    )
    """How the other closing questions are answered, at first and later."""


_PERSONS = ("people", "late", "away", "steps_out", "confidence", "felt")


def read_leanings(text: str) -> Leanings:
    """Read leanings as the demo ships them. Raises msgspec.ValidationError where they do not fit."""
    told = tomllib.loads(text)
    decisions = told.pop("decisions", {})
    persons = {key: value for key, value in told.pop("people", {}).items() if key in _PERSONS}
    for asked in ("confidence", "felt"):
        if asked in persons:
            persons[asked] = _rounds(persons[asked])
    return msgspec.convert(
        {
            "applications": {ref: _application(lean) for ref, lean in told.items()},
            "people": {},
            "decisions": decisions,
            **persons,
        },
        Leanings,
    )


def made_up(session: Session, ref: str, seed: int) -> ApplicationLean:
    """Make an application's lean from a seed: how good it is, where people differ, and if talk brings them together."""
    merit = between(0.1, 0.95, seed, "merit", ref)
    divided = chance(seed, "divided", ref) < 0.25
    apart = max(session.criteria, key=lambda each: chance(seed, "apart", ref, each.key)).key
    return ApplicationLean(
        criteria={
            each.key: _made_up(each, ref, seed, merit, divided=divided and each.key == apart)
            for each in session.criteria
        },
        rounds=tuple(
            _marks(len(session.consensus.options), merit, 0.5 if divided else 0.3, number)
            for number in range(1, session.consensus.rounds + 1)
        ),
    )


def _application(told: dict[str, object]) -> dict[str, object]:
    ballots, reasons, differ = told.pop("ballots", ()), told.pop("reasons", ()), told.pop("differ", ())
    return {"criteria": told, "rounds": _rounds(ballots), "reasons": reasons, "differ": differ}


def _rounds(told: object) -> list[list[int | None]]:
    lines = msgspec.convert(told, tuple[str, ...])
    return [[None if mark == "?" else int(mark) for mark in line.split()] for line in lines]


def _made_up(criterion: Criterion, ref: str, seed: int, merit: float, *, divided: bool) -> Lean:
    scale = criterion.scale
    span = scale.high - scale.low
    good = merit + between(-0.12, 0.12, seed, "question", ref, criterion.key)
    return Lean(
        centre=scale.low + span * (0.5 if divided else good if scale.best == "high" else 1 - good),
        spread=span * (0.6 if divided else between(0.12, 0.3, seed, "spread", ref, criterion.key)),
        cant_say=between(-1, 2, seed, "cant-say", ref, criterion.key),
    )


def _marks(options: int, merit: float, spread: float, number: int) -> tuple[int, ...]:
    """Spread twelve marks over the options; each round of talk draws people towards the middle of the room."""
    room = NormalDist(0.5 + (merit - 0.5) * (1 + 0.2 * (number - 1)), spread / number)
    places = (room.inv_cdf((place + 0.5) / TWELVE) for place in range(TWELVE))
    return tuple(max(1, min(options, 1 + int(place * options))) for place in places)
