"""The ribbon of the day: its lines in their order, as shapes. Only the present one has a name."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from sessions.model.phases import AT_NIGHT, Phase
from sessions.model.session import Step, StepKind
from sessions.state import State
from sessions.state.days import done, lines_today
from sessions.views.place_names import name, phase_now


class When(Enum):
    """Where a line of the day is, seen from now."""

    DONE = "done"
    NOW = "now"
    TO_COME = "to-come"


class Stop(Struct, frozen=True):
    """One line of the day; `rest` where it is a break. The present one has its name, no other has any."""

    when: When
    rest: bool = False
    name: str = ""


# where the room is asked something or sent home, nothing else is to be looked at
_WITHOUT = frozenset({Phase.ASK_ROOM, *AT_NIGHT})


def ribbon(state: State) -> tuple[Stop, ...]:
    """Return the present day's lines, less those left out.

    While guests are in there is none: how many lines there are tells how many others applied.
    """
    if state.guests_in or state.plan.phase in _WITHOUT:
        return ()
    stops: list[Stop] = []
    for step in lines_today(state):
        here = state.step is not None and step.key == state.step.key
        if here and state.plan.pause:  # what the break came into is still to be gone on with
            stops.append(Stop(When.NOW, rest=True, name=phase_now(state)))
            here = False
        stops.append(_stop(state, step, here=here))
    return tuple(stops)


def _stop(state: State, step: Step, *, here: bool) -> Stop:
    rest = step.kind is StepKind.BREAK
    if here and state.plan.phase is not Phase.THANKS:  # then the day is over, and this line with it
        return Stop(When.NOW, rest, name(state, step))
    return Stop(When.DONE if _passed(state, step) else When.TO_COME, rest)


def _passed(state: State, step: Step) -> bool:
    """Whether a line is behind us, also where the room has gone back to before it."""
    if done(state, step):
        return True
    before = state.steps.index(step) < state.plan.step
    over = state.plan.phase is Phase.THANKS and state.step is not None and step.key == state.step.key
    return before or over
