"""Claims about when and how long: nothing that no clock of a laptop shows, and no minutes that no day has."""

from __future__ import annotations

from datetime import datetime

from sessions import events as e

FIRST_YEAR, LAST_YEAR = 1900, 2999
"""A laptop whose battery is empty begins in 1970 or before; a zone or a forecast must not lead out of the calendar."""
MOST_MINUTES = 100_000
"""More than two months; what the program itself takes ends far below."""


def can_be_reckoned(at: datetime, event: e.Event) -> bool:
    """Whether a day can be forecast from here at all."""
    return FIRST_YEAR <= at.year <= LAST_YEAR and all(abs(one) <= MOST_MINUTES for one in _minutes(event))


def _minutes(event: e.Event) -> tuple[int, ...]:
    match event:
        case e.DoorsOpened(session=session):
            return tuple(step.minutes for step in session.steps)
        case e.StepAdded(step=step) | e.ApplicationAdded(step=step) | e.ApplicationBroughtBack(step=step):
            return (step.minutes,) if step is not None else ()
        case e.AgendaRetimed(minutes=minutes):
            return tuple(minutes.values())
        case e.MinutesAdded() | e.BreakTaken() | e.StartMoved():
            return (event.minutes,)
        case e.ClockChanged(seconds=seconds):
            return (seconds // (60 * 60 * 24 * 365),)  # in years: a clock is put right by decades
        case _:
            return ()
