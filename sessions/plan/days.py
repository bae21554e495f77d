"""Several days as planned: each with its own load, the rest between them, and where one too long could be split."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left

from msgspec.structs import replace

from sessions.model.session import LOOKS_AT_ONE, Session, Step, StepKind, Value
from sessions.plan.day_load import COMFORTABLE_DAY, Load, day_load
from sessions.plan.default_agenda import USUAL_MINUTES

REST = 1  # whole days between two that ask as much of people as these do


class PlannedDay(Value, frozen=True):
    """One day: its date where that is known, its load, and how many applications it looks at."""

    date: dt.date | None
    load: Load
    looks: int


def parts(steps: tuple[Step, ...]) -> tuple[tuple[Step, ...], ...]:
    """Split an agenda at its nights; the night itself is in neither day."""
    days: list[list[Step]] = [[]]
    for step in steps:
        if step.kind is StepKind.OVERNIGHT:
            days.append([])
        else:
            days[-1].append(step)
    return tuple(map(tuple, days))


def planned_days(session: Session) -> tuple[PlannedDay, ...]:
    """Return each day as planned; after a night, at its time or else at the usual one."""
    nights = [step for step in session.steps if step.kind is StepKind.OVERNIGHT]
    dates = (session.date, *(night.next for night in nights))
    starts = (session.start, *(night.start or session.start for night in nights))
    return tuple(
        PlannedDay(
            date,
            day_load(replace(session, steps=steps, start=start)),
            len({step.ref for step in steps if step.kind in LOOKS_AT_ONE}),
        )
        for date, start, steps in zip(dates, starts, parts(session.steps), strict=True)
    )


def rest_between(before: PlannedDay, after: PlannedDay) -> int | None:
    """Count the whole days between two; below nought where the second does not come after the first."""
    return (after.date - before.date).days - 1 if before.date and after.date else None


def proposed_nights(steps: tuple[Step, ...]) -> tuple[int, ...]:
    """Return the places, from 0, of the lines before which a night would make every day comfortable.

    As few nights as that takes, and the days between them as alike as may be: none is filled to the brim so that
    another has only a goodbye left. A break at which a day would begin is not a place: the night is rest enough.
    See `day_load.days_needed`.
    """
    places: list[int] = []
    first = 0
    for day in parts(steps):
        morning = USUAL_MINUTES[StepKind.WELCOME] if first else 0
        places += (first + at for at in _alike(day, morning))
        first += len(day) + 1
    return tuple(places)


def _alike(day: tuple[Step, ...], morning: int) -> tuple[int, ...]:
    """Return the nights of the shortest limit that needs no more of them than comfortable days do."""
    fewest = len(_nights(day, morning, COMFORTABLE_DAY))
    shorter = range(1, COMFORTABLE_DAY)
    found = bisect_left(shorter, -fewest, key=lambda limit: -len(_nights(day, morning, limit)))
    return _nights(day, morning, found + 1)


def _nights(day: tuple[Step, ...], morning: int, limit: int) -> tuple[int, ...]:
    """Return where nights would stand if no day may be longer than so many minutes.

    Lines are taken in order, and none is cut in two; the time of a welcome is kept free each morning.
    """
    places, used = [], morning
    for at, step in enumerate(day):
        rest = step.kind is StepKind.BREAK
        if used and not rest and used + step.minutes > limit:
            places.append(at)
            used = USUAL_MINUTES[StepKind.WELCOME]
        if not (rest and used + step.minutes >= limit):
            used += step.minutes
    return tuple(places)
