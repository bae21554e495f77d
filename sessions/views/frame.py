"""The bands every poster shares: where we are, what comes next, and when we go home."""

from __future__ import annotations

import datetime as dt

from sessions.model.phases import AT_NIGHT, OF_AN_APPLICATION, Phase
from sessions.model.text import money
from sessions.plan.day_load import planned_minutes
from sessions.schedule.forecast import finish, next_break, phase_ends
from sessions.state import State
from sessions.views.place_names import after_this, coming_name, name, phase_now
from sessions.views.ribbon import ribbon
from sessions.views.wall.posters import Countdown, Frame
from sessions.wording import say


def clock(at: dt.datetime) -> str:
    """Say a time of day as people do: 9:05, 15:10."""
    return f"{at.hour}:{at.minute:02d}"


def countdown(state: State, now: dt.datetime) -> Countdown:
    """Return the planned time of the present phase or break."""
    pause = state.plan.pause
    since = pause.since if pause else state.plan.since or now
    return Countdown(since, phase_ends(state, now))


def has_time(state: State) -> bool:
    """Whether the present phase was planned to take any time; arriving, for one, was not."""
    return (
        bool(state.plan.pause)
        or planned_minutes(state, state.plan.step, state.plan.phase) + state.plan.added > 0
    )


def frame(state: State, now: dt.datetime) -> Frame:
    """Make the bands for this moment."""
    title, subtitle, corner, about = _titles(state)
    if state.model.rehearsal and title != state.model.title:  # that one says so itself
        title = say("views.rehearsal", title=title)
    return Frame(
        position=state.plan.position,
        title=title,
        subtitle=subtitle,
        corner=corner,
        now=phase_now(state),
        next=after_this(state),
        then=_then(state, now),
        guests=state.guests_in,
        about=about,
        ribbon=ribbon(state),
    )


def _titles(state: State) -> tuple[str, str, str, str]:
    model = state.model
    if state.plan.phase not in OF_AN_APPLICATION or state.plan.pause:
        return model.title, "", model.place, ""
    application = model.application(state.application)
    if (
        state.guests_in
    ):  # no number of how many, no price, and no word to tell it from another of the same title
        return say("interviews.now"), application.title, model.place, application.title
    called = model.called(state.application)
    place = " · ".join(part for part in (called, application.place) if part)
    asks = say("views.asks", amount=money(application.asked, model.currency))
    assert state.step is not None  # the phase is one of an application's
    return name(state, state.step), place, asks, called


def _then(state: State, now: dt.datetime) -> str:
    if state.plan.step < 0:
        return coming_name(state, 1)
    if state.guests_in:
        return ""  # when we go home tells how many others there are
    if state.plan.phase in (Phase.THANKS, Phase.CLOSING, *AT_NIGHT):
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
