"""Several days as planned: each with its own load, the rest between them, and where one too long could be split."""

from __future__ import annotations

import datetime as dt

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

    Lines are taken in order, and none is cut in two; the time of a welcome is kept free each morning. A break at
    which a day would begin is not a place: the night is rest enough. See `day_load.days_needed`.
    """
    places, used = [], 0
    for at, step in enumerate(steps):
        if step.kind is StepKind.OVERNIGHT:
            used = USUAL_MINUTES[StepKind.WELCOME]
            continue
        rest = step.kind is StepKind.BREAK
        if used and not rest and used + step.minutes > COMFORTABLE_DAY:
            places.append(at)
            used = USUAL_MINUTES[StepKind.WELCOME]
        if not (rest and used + step.minutes >= COMFORTABLE_DAY):
            used += step.minutes
    return tuple(places)
