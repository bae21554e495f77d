"""A day that ends before the work does, and the next one: what is done, what is left, and when we meet again."""

from __future__ import annotations

import datetime as dt

from sessions.decide.days import missing
from sessions.model.phases import Phase
from sessions.model.session import LOOKS_AT_ONE, Joining, Step, StepKind
from sessions.state import State, scores_of
from sessions.state.days import ahead, done
from sessions.views.phone.pages.pages_to_read import Overnight
from sessions.views.plain_names import date_words
from sessions.views.wall.posters import Frame, Notice
from sessions.wording import say, say_many

_THIS_WEEK = 6  # days; a weekday alone would be misheard for a later one


def when_again(night: Step, usual: dt.time | None, today: dt.date) -> str:
    """Say when we meet again; that it is not known yet, where it is not."""
    if night.next is None:
        return say("nights.again-unknown")
    start = night.start or usual
    soon = dt.timedelta() <= night.next - today <= dt.timedelta(days=_THIS_WEEK)
    day = say(f"nights.weekday-{night.next.weekday()}") if soon else date_words(night.next)
    if start is None:
        return say("nights.again-on", day=day)
    return say("nights.again-at", day=day, at=f"{start.hour}:{start.minute:02d}")


def how_far(state: State) -> str:
    """Say how many of the applications are done."""
    return say("nights.done", done=done_so_far(state), of=len(state.model.applications))


def done_so_far(state: State) -> int:
    """Count the applications we are done with; one we talk or vote about when a break comes is not yet among them."""
    to_come = _to_look_at(state)
    if state.plan.pause and state.plan.phase is not Phase.DECISION:
        to_come.add(state.application)
    return sum(
        scores_of(state, one.ref).revealed and one.ref not in to_come for one in state.model.applications
    )


def _to_look_at(state: State) -> set[str]:
    """Name the applications that are still to be looked at or met, the one in hand among them."""
    here = [state.step] if state.step is not None and not done(state, state.step) else []
    return {step.ref for step in (*here, *ahead(state)) if step.kind in LOOKS_AT_ONE}


def what_is_left(state: State) -> str:
    """Say what is still to come, in one sentence."""
    coming = ahead(state)
    looks = len(_to_look_at(state))
    divides = any(step.kind is StepKind.BUDGET for step in coming)
    if looks:
        return say_many("nights.left-and-pot" if divides else "nights.left", looks)
    some = "" if done_so_far(state) == len(state.model.applications) else "-planned"  # others were left out
    return say(f"nights.left-{'pot' if divides else 'nothing'}{some}")


def night_poster(state: State, _now: dt.datetime, bands: Frame) -> Notice:
    """Send the room home: how far we are, and when we meet again."""
    lines = (how_far(state), _again(state), say("nights.rest-well"))
    return Notice(bands, say("nights.night"), tuple(filter(None, lines)))


def _again(state: State) -> str:
    if state.step is None or state.plan.since is None:
        return ""
    return when_again(state.step, state.model.start, state.plan.since.date())


def morning_poster(state: State, _now: dt.datetime, bands: Frame, address: str) -> Notice:
    """Bid the room welcome again: what we did, what is left, and who is still to come."""
    lines = [how_far(state), what_is_left(state)]
    back, away = len(state.here), len(missing(state))
    if away:
        lines.append(say("nights.say-here", address=address) if address else say("nights.say-here-bare"))
    lines.append(say("nights.back", back=back, of=back + away))
    return Notice(bands, say("nights.morning"), tuple(lines))


def night_page(state: State) -> Overnight:
    """Say on a phone what the wall says; the seat stays this phone's."""
    lines = (how_far(state), say("nights.rest-well"), say(_what_to_keep(state)))
    return Overnight(say("nights.night"), lines, again=_again(state))


def _what_to_keep(state: State) -> str:
    """Name the sentence about what opens a seat: a card where there are any, else the code a phone was shown."""
    return "nights.phone.keeps" if state.model.joining is Joining.CARDS else "nights.phone.keeps-code"


def morning_page(state: State) -> Overnight:
    """Ask a member whether they are here again."""
    lines = (how_far(state), what_is_left(state), say("nights.phone.ask"))
    return Overnight(say("nights.morning"), lines, may_return=True)


def meeting_days(today: dt.date, days: int = 21) -> tuple[tuple[str, str], ...]:
    """List the days on which we may meet again, by their ISO date, in words."""
    later = (today + dt.timedelta(days=n) for n in range(1, days + 1))
    return tuple((day.isoformat(), date_words(day)) for day in later)
