"""Rules about going elsewhere, taking a step back, and notes."""

from __future__ import annotations

from .. import commands as c
from .. import events as e
from ..ahead import passed_over, protected
from ..phases import POINTS_OF_NO_RETURN, Phase
from ..refusals import No, Refused
from ..state import State
from .position import same_place
from .unsigned import recorded
from .workshop import asks_suggestions, workshop_open

# Where people have seen what cannot be unseen; a decision and the talk after it come behind them.
_SEEN = POINTS_OF_NO_RETURN | {Phase.TALK, Phase.DECISION, Phase.CLOSING}


def jump_to(state: State, command: c.JumpTo) -> tuple[e.Event, ...]:
    """Go to another line of the agenda, but never out of what is open to answer, nor past a break unasked."""
    same_place(state, command.position)
    if _open_to_answer(state):
        raise Refused(No.NOT_NOW)
    if all(step.key != command.step for step in state.steps):
        raise Refused(No.NOT_NOW)
    over = passed_over(state, command.step)
    if protected(over) and not command.sure:
        raise Refused(No.ASK_AGAIN_BREAK, n=protected(over))
    started = e.StepStarted(command.step, tuple(step.key for step in over))
    return (*recorded(state, command.gathered), started)


def _open_to_answer(state: State) -> bool:
    """Say whether something is being given or put together here that going elsewhere would throw away."""
    match state.plan.phase:
        case Phase.SCORE | Phase.BALLOT | Phase.TIE | Phase.CONFIDENCE | Phase.WORKSHOP_WEIGH:
            return True
        case Phase.WORKSHOP:
            return asks_suggestions(state)
        case Phase.WORKSHOP_LIST:
            return workshop_open(state)
        case _:
            return False


def undo(state: State, command: c.Undo) -> tuple[e.Event, ...]:
    """Take the last step back. An open ballot that is taken back is void."""
    same_place(state, command.position)
    if not state.trail:
        raise Refused(_why_not(state))
    what = state.trail[-1].what
    opened = state.open_round
    if what == "ballot" and opened is not None:
        return (e.Undone(what), e.RoundVoided(state.application, opened.number, "undone"))
    tie = state.open_tie
    if what == "tie" and tie is not None:
        return (e.Undone(what), e.TieVoided(tie.number, "undone"))
    return (e.Undone(what),)


def _why_not(state: State) -> No:
    """Say what can be done instead of taking back what people have seen."""
    if state.confirmed:
        return No.CONFIRMED_STANDS
    return No.SEEN if state.plan.phase in _SEEN else No.NOTHING_TO_UNDO


def add_note(state: State, command: c.AddNote) -> tuple[e.Event, ...]:
    """Keep a note that says something."""
    if not command.text:
        raise Refused(No.WHY_NEEDED)
    return (e.Noted(state.application, command.text),)
