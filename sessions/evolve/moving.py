"""How the room moves from one place to the next, and what is left of a session once it is sealed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from msgspec.structs import replace

from sessions import events as e
from sessions.model.phases import POINTS_OF_NO_RETURN, Phase
from sessions.plan.day_load import planned_minutes, shared_out
from sessions.state import HandRound, Intervention, Plan, Seat, State, Timing, Undoable


def enter(state: State, at: datetime, *, what: str, plan: Plan) -> State:
    """Go to the place `plan` names, which began now. `what` names the move, for undo."""
    plan = replace(plan, since=at, added=0)
    final = plan.phase in POINTS_OF_NO_RETURN
    trail = () if final else (*state.trail, Undoable(what, state.plan, state.steps))
    return run_clock(replace(state, plan=plan, trail=trail), at)


def run_clock(state: State, at: datetime) -> State:
    """End the timing that runs and begin one for the present place."""
    step = state.step
    if step is None:
        return replace(state, timings=_ended(state, at))
    phase = Phase.BREAK if state.plan.pause else state.plan.phase
    planned = state.plan.pause.minutes if state.plan.pause else _planned_now(state)
    number = state.plan.question if phase is Phase.INTERVIEW_ASK else 0
    running = Timing(step.key, phase, planned, at, question=number)
    return replace(state, timings=(*_ended(state, at), running))


def _planned_now(state: State) -> int:
    """Give the minutes for the present place; each question of an interview has its part of what all have together."""
    minutes, interview = planned_minutes(state, state.plan.step, state.plan.phase), state.interview
    if state.plan.phase is not Phase.INTERVIEW_ASK or interview is None:
        return minutes
    return shared_out(minutes, dict.fromkeys(range(1, len(interview.questions) + 1), 1))[state.plan.question]


def _ended(state: State, at: datetime) -> tuple[Timing, ...]:
    if not state.timings or state.timings[-1].ended:
        return state.timings
    last = state.timings[-1]
    # a clock put back while the program was not running must not end anything before it began
    return (*state.timings[:-1], replace(last, ended=max(at, last.started)))


def with_intervention(state: State, intervention: Intervention) -> State:
    """Add to the list the panel is shown."""
    return replace(state, interventions=(*state.interventions, intervention))


def with_seats(state: State, changed: Iterable[Seat]) -> State:
    """Let these seats be as they are given here."""
    return replace(state, seats={**state.seats, **{seat.number: seat for seat in changed}})


NO_COOKIE = "sealed"  # no hash looks like this: it opens nothing, and says still that somebody sat here


def sealed(state: State, _event: e.Sealed, _at: datetime) -> State:
    """Forget every card, code and cookie; shut the doors."""
    return replace(
        state,
        sealed=True,
        doors=False,
        hand_round=HandRound(),
        seats_before={},
        seats={number: _without_keys(seat) for number, seat in state.seats.items()},
    )


def _without_keys(seat: Seat) -> Seat:
    return replace(seat, code="", key="", token=NO_COOKIE if seat.token else "")
