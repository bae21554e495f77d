"""How a day begins after a night: who was here is not yet back, and time is counted anew."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from sessions import events as e
from sessions.evolve.moving import with_seats
from sessions.model.phases import Phase
from sessions.state import Seat, State
from sessions.state.days import morning_of

# An evening in which we went on after all is shorter than this; a night is longer.
_A_NIGHT = timedelta(hours=4)


def day_begun(state: State) -> State:
    """Begin a day; each member is here once they have said so, and no cookie or card has ended."""
    step = state.step
    assert step is not None  # no day ends before it has come to a line
    away = [_gone_for_the_night(seat) for seat in state.seats.values()]
    # what a seat can be put back to has had its night too
    before = {number: _gone_for_the_night(seat) for number, seat in state.seats_before.items()}
    return with_seats(replace(state, morning=morning_of(state, step), seats_before=before), away)


def _gone_for_the_night(seat: Seat) -> Seat:
    return replace(seat, away=seat.away or seat.here)


def member_back(state: State, event: e.MemberBack, _at: datetime) -> State:
    """Know that a member is here again."""
    before = {
        number: replace(seat, away=seat.away and number != event.seat)
        for number, seat in state.seats_before.items()
    }
    back = replace(state.seats[event.seat], left=False, away=False)
    return with_seats(replace(state, seats_before=before), [back])


def slept(state: State, at: datetime) -> timedelta:
    """Return how long the room has been at a night that is taken back; nothing where it is at none."""
    since = state.plan.since
    if state.plan.phase is not Phase.OVERNIGHT or since is None:
        return timedelta()
    return max(at - since, timedelta())


def woken(state: State, time: timedelta) -> State:
    """Return a place that a night was taken back to the time it waited; after a whole night, a new day begins in it."""
    plan = replace(
        state.plan,
        since=state.plan.since + time if state.plan.since else None,
        began=state.plan.began + time if state.plan.began else None,
    )
    woke = replace(state, plan=plan)
    return day_begun(woke) if time >= _A_NIGHT else woke
