"""Rules about going elsewhere, taking a step back, and notes."""

from __future__ import annotations

from .. import commands as c
from .. import events as e
from ..ahead import passed_over, protected
from ..budget import unheard
from ..model import Step
from ..phases import POINTS_OF_NO_RETURN, Phase
from ..refusals import No, Refused
from ..state import Round, State, TieBallot
from .position import same_place
from .unsigned import recorded
from .workshop import asks_suggestions, workshop_open

# Where people have seen what cannot be unseen; a decision and the talk after it come behind them.
_SEEN = POINTS_OF_NO_RETURN | {Phase.TALK, Phase.DECISION, Phase.CLOSING}


def jump_to(state: State, command: c.JumpTo) -> tuple[e.Event, ...]:
    """Go to another line of the agenda, but never out of what is open to answer.

    Going past a break, or past applications nobody has scored, is asked about first.
    """
    same_place(state, command.position)
    if _open_to_answer(state):
        raise Refused(No.NOT_NOW)
    if all(step.key != command.step for step in state.steps):
        raise Refused(No.NOT_NOW)
    over = passed_over(state, command.step)
    if not command.sure:
        _ask_about(over, sum(bool(step.ref) and unheard(state, step.ref) for step in over))
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


def _ask_about(over: tuple[Step, ...], unscored: int) -> None:
    """Ask once more where lines to be left out would be missed: applications nobody scored, and breaks."""
    breaks = protected(over)
    if unscored:
        raise Refused(No.ASK_AGAIN_UNSCORED_BREAK if breaks else No.ASK_AGAIN_UNSCORED, n=unscored)
    if breaks:
        raise Refused(No.ASK_AGAIN_BREAK, n=breaks)


def undo(state: State, command: c.Undo) -> tuple[e.Event, ...]:
    """Take the last step back. An open ballot that is taken back is void."""
    same_place(state, command.position)
    if not state.trail:
        raise Refused(_why_not(state))
    what = state.trail[-1].what
    opened = ballot_to_undo(state)
    if opened is None:
        return (e.Undone(what),)
    if isinstance(opened, Round):
        return (e.Undone(what), e.RoundVoided(state.application, opened.number, "undone"))
    return (e.Undone(what), e.TieVoided(opened.number, "undone"))


def ballot_to_undo(state: State) -> Round | TieBallot | None:
    """Give the open ballot whose opening is the last step: taken back, its ballots are gone."""
    match state.trail[-1].what if state.trail else "":
        case "ballot":
            return state.open_round
        case "tie":
            return state.open_tie
        case _:
            return None


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
