"""The bands every poster shares: where we are, what comes next, and when we go home."""

from __future__ import annotations

import datetime as dt

from ..money import money
from ..pace import finish, next_break, phase_ends
from ..phases import Phase
from ..state import State
from ..wording import say
from .naming import after_this, coming_name, name, phase_now
from .posters import Countdown, Frame

_OF_AN_APPLICATION = frozenset(
    {
        Phase.INTRODUCE,
        Phase.READ,
        Phase.SCORE,
        Phase.CLOSED,
        Phase.REVEAL,
        Phase.TALK,
        Phase.BALLOT,
        Phase.OUTCOME,
        Phase.DECISION,
    }
)


def clock(at: dt.datetime) -> str:
    """Say a time of day as people do: 9:05, 15:10."""
    return f"{at.hour}:{at.minute:02d}"


def countdown(state: State, now: dt.datetime) -> Countdown:
    """Give the planned time of the present phase or break."""
    pause = state.plan.pause
    since = pause.since if pause else state.plan.since or now
    return Countdown(since, phase_ends(state, now))


def frame(state: State, now: dt.datetime) -> Frame:
    """Make the bands for this moment."""
    title, subtitle, corner = _titles(state)
    return Frame(
        position=state.plan.position,
        title=title,
        subtitle=subtitle,
        corner=corner,
        now=phase_now(state),
        next=after_this(state),
        then=_then(state, now),
    )


def _titles(state: State) -> tuple[str, str, str]:
    model = state.model
    if state.plan.phase not in _OF_AN_APPLICATION or state.plan.pause:
        return model.title, "", model.place
    application = model.application(state.application)
    place = " · ".join(part for part in (application.title, application.place) if part)
    asks = say("views.asks", amount=money(application.asked, model.currency))
    assert state.step is not None  # the phase is one of an application's
    return name(state, state.step), place, asks


def _then(state: State, now: dt.datetime) -> str:
    if state.plan.step < 0:
        return coming_name(state, 1)
    if state.plan.phase in (Phase.THANKS, Phase.CLOSING):
        return ""
    home = say("views.home-by", at=clock(_up_to_five(finish(state, now))))
    rest = next_break(state, now)
    if rest is None or state.plan.pause or state.plan.phase is Phase.BREAK:
        return home
    return say("views.break-at", at=clock(_up_to_five(rest)), home=home)


def _up_to_five(at: dt.datetime) -> dt.datetime:
    # an expectation to the minute would jitter and promise too much
    spare = -at.minute % 5 if not at.second else (4 - at.minute) % 5 + 1
    return (at + dt.timedelta(minutes=spare if at.minute % 5 or at.second else 0)).replace(
        second=0, microsecond=0
    )
