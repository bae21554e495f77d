"""Rules about going elsewhere: the agenda, undo, breaks, minutes, notes."""

from __future__ import annotations

from .. import commands as c
from .. import events as e
from ..phases import Phase
from ..refusals import No, Refused
from ..state import State
from .position import same_place

_LONGEST = 8 * 60  # minutes; longer than any day, so a slip of the finger is caught


def jump_to(state: State, command: c.JumpTo) -> tuple[e.Event, ...]:
    """Go to another line of the agenda, but never out of an open scoring or ballot."""
    same_place(state, command.position)
    if state.plan.phase in (Phase.SCORE, Phase.BALLOT):
        raise Refused(No.NOT_NOW)
    if all(step.key != command.step for step in state.steps):
        raise Refused(No.NOT_NOW)
    return (e.StepStarted(command.step),)


def undo(state: State, command: c.Undo) -> tuple[e.Event, ...]:
    """Take the last step back. An open ballot that is taken back is void."""
    same_place(state, command.position)
    if not state.trail:
        raise Refused(No.NOTHING_TO_UNDO)
    what = state.trail[-1].what
    opened = state.open_round
    if what == "ballot" and opened is not None:
        return (e.Undone(what), e.RoundVoided(state.application, opened.number, "undone"))
    return (e.Undone(what),)


def take_break(state: State, command: c.TakeBreak) -> tuple[e.Event, ...]:
    """Take a break, unless there is one."""
    if state.plan.pause or state.plan.phase is Phase.BREAK:
        return ()
    if not 1 <= command.minutes <= _LONGEST:
        raise Refused(No.NOT_NOW)
    return (e.BreakTaken(command.minutes),)


def add_minutes(state: State, command: c.AddMinutes) -> tuple[e.Event, ...]:
    """Give minutes, or take some, within reason."""
    if state.step is None or abs(state.plan.added + command.minutes) > _LONGEST:
        raise Refused(No.NOT_NOW)
    return (e.MinutesAdded(command.minutes),)


def add_note(state: State, command: c.AddNote) -> tuple[e.Event, ...]:
    """Keep a note that says something."""
    if not command.text:
        raise Refused(No.WHY_NEEDED)
    return (e.Noted(state.application, command.text),)
