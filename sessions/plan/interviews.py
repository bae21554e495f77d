"""What interviews as planned ask of people, and whether everybody we meet is treated alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from sessions.model.session import Step, StepKind

MOST_A_DAY = 6
LEAST_BETWEEN = 10  # minutes
MOST_QUESTIONS = 12  # that people can answer well

V = TypeVar("V")


def interviews(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Return the interviews among lines."""
    return tuple(step for step in steps if step.kind is StepKind.INTERVIEW)


def too_near(steps: Sequence[Step]) -> tuple[str, ...]:
    """Name the refs after whose interview the next one of the day follows too soon for people to rest."""
    places = [at for at, step in enumerate(steps) if step.kind is StepKind.INTERVIEW]
    return tuple(
        steps[one].ref
        for one, other in pairwise(places)
        if sum(step.minutes for step in steps[one + 1 : other]) < LEAST_BETWEEN
    )


def other_questions(steps: Iterable[Step]) -> tuple[str, ...]:
    """Name the refs that are not asked what most are asked."""
    return _unlike([(step.ref, (step.questions, step.ask)) for step in interviews(steps)])


def other_minutes(steps: Iterable[Step]) -> tuple[str, ...]:
    """Name the refs that have not as long as most have."""
    return _unlike([(step.ref, step.minutes) for step in interviews(steps)])


def _unlike(held: Sequence[tuple[str, V]]) -> tuple[str, ...]:
    counted = Counter(value for _, value in held)
    most = max(counted, key=lambda value: counted[value], default=None)
    return tuple(ref for ref, value in held if value != most)
