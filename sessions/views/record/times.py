"""When each thing happened, by the clock as it was last put right: every sentence and file is to say the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from sessions import events as e
from sessions.evolve import evolve
from sessions.evolve.clock import reading_of
from sessions.state import State


def as_told(history: Sequence[e.Stamped]) -> tuple[e.Stamped, ...]:
    """Return a history with each time as it is to be read now. What it adds up to is folded from the history alone."""
    if not any(isinstance(one.event, e.ClockChanged) for one in history):
        return tuple(history)
    return tuple(replace(one, at=at) for one, at in zip(history, _read(history), strict=True))


def _read(history: Iterable[e.Stamped]) -> list[dt.datetime]:
    times: list[dt.datetime] = []
    state = State()
    for one in history:
        if isinstance(one.event, e.ClockChanged):
            read = reading_of(state, one.event)
            times = [read(at) for at in times]
        state = evolve(state, one)
        times.append(one.at)
    return times
