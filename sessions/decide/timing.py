"""Rules about time: breaks, minutes, forgotten starts, a holding slide, a changed clock."""

from __future__ import annotations

from .. import commands as c
from .. import events as e
from ..phases import Phase
from ..refusals import No, Refused
from ..state import State
from .position import same_place

_LONGEST = 8 * 60  # minutes; longer than any day, so a slip of the finger is caught


def take_break(state: State, command: c.TakeBreak) -> tuple[e.Event, ...]:
    """Take a break, unless there is one."""
    if (state.plan.pause and not state.plan.pause.message) or state.plan.phase is Phase.BREAK:
        return ()
    if not 1 <= command.minutes <= _LONGEST:
        raise Refused(No.NOT_NOW)
    ended = (e.BreakEnded(),) if state.plan.pause else ()
    return (*ended, e.BreakTaken(command.minutes))


def hold(state: State, command: c.Hold) -> tuple[e.Event, ...]:
    """Hold the room, where it does not rest already; other words take the place of the first."""
    if not command.message:
        raise Refused(No.WHY_NEEDED)
    pause = state.plan.pause
    if (pause and not pause.message) or state.plan.phase is Phase.BREAK:
        raise Refused(No.NOT_NOW)
    if pause and pause.message == command.message:
        return ()
    ended = (e.BreakEnded(),) if pause else ()
    return (*ended, e.Held(command.message))


def add_minutes(state: State, command: c.AddMinutes) -> tuple[e.Event, ...]:
    """Give minutes, or take some, within reason; a break is never made shorter than nothing."""
    if state.step is None or abs(state.plan.added + command.minutes) > _LONGEST:
        raise Refused(No.NOT_NOW)
    pause = state.plan.pause
    if pause and not 0 <= pause.minutes + command.minutes <= _LONGEST:
        raise Refused(No.NOT_NOW)
    return (e.MinutesAdded(command.minutes),)


def move_start(state: State, command: c.MoveStart) -> tuple[e.Event, ...]:
    """Let the present phase, or break, have begun some minutes ago."""
    same_place(state, command.position)
    if state.step is None or state.ended or not 0 <= command.minutes <= _LONGEST:
        raise Refused(No.NOT_NOW)
    return (e.StartMoved(command.minutes),)


def follow_clock(_state: State, command: c.FollowClock) -> tuple[e.Event, ...]:
    """Follow the laptop's clock."""
    return (e.ClockChanged(command.seconds),) if command.seconds else ()
