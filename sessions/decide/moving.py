"""Rules about going elsewhere, taking a step back, notes and the seal."""

from __future__ import annotations

from msgspec.structs import replace

from sessions import commands as c
from sessions import events as e
from sessions.decide.anonymous import recorded
from sessions.decide.days import between_two, open_to_answer
from sessions.decide.position import same_place
from sessions.model.phases import POINTS_OF_NO_RETURN, Phase
from sessions.model.refusals import No, Refused
from sessions.model.session import Step, StepKind
from sessions.results.budget import unheard
from sessions.schedule.forecast import passed_over, protected
from sessions.secret.anonymous_box import place_of, question_place
from sessions.state import RoomQuestion, Round, State, TieBallot
from sessions.state.days import lines_set_aside

# Where people have seen what cannot be unseen; a decision and the talk after it come behind them.
_SEEN = POINTS_OF_NO_RETURN | {Phase.TALK, Phase.DECISION, Phase.CLOSING}


def jump_to(state: State, command: c.JumpTo) -> tuple[e.Event, ...]:
    """Go to another line of the agenda, but never out of what is open to answer.

    Going past a break, or past applications nobody has scored, is asked about first.
    """
    same_place(state, command.position)
    wanted = next((step for step in state.steps if step.key == command.step), None)
    if wanted is None:
        raise Refused(No.NOT_NOW)
    if state.plan.phase is Phase.OVERNIGHT:
        raise Refused(No.NIGHT)
    if wanted.kind is StepKind.OVERNIGHT:
        between_two(state)
    if open_to_answer(state):
        raise Refused(No.NOT_NOW)
    if command.step in lines_set_aside(state):
        raise Refused(No.SET_ASIDE)
    over = passed_over(state, command.step)
    if not command.sure:
        if command.unshown:
            raise Refused(No.ASK_AGAIN_UNSHOWN, n=command.unshown)
        _ask_about(over, sum(bool(step.ref) and unheard(state, step.ref) for step in over))
    started = e.StepStarted(command.step, tuple(step.key for step in over))
    return (*recorded(state, command.gathered), started)


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
    if not command.sure:
        _ask_about_what_goes(state, command, opened)
    if opened is None:
        return (e.Undone(what),)
    if isinstance(opened, Round):
        return (e.Undone(what), e.RoundVoided(state.application, opened.number, "undone"))
    if isinstance(opened, RoomQuestion):
        return (e.Undone(what), e.AskingVoided(opened.number, "undone"))
    return (e.Undone(what), e.TieVoided(opened.number, "undone"))


def _ask_about_what_goes(
    state: State, command: c.Undo, opened: Round | TieBallot | RoomQuestion | None
) -> None:
    """Ask once more where what people gave would go with the step; scores are in the record, and stay."""
    if opened is not None and command.cast:
        raise Refused(No.ASK_AGAIN_UNDO_BALLOT, n=command.cast)
    before = replace(state, plan=state.trail[-1].before, steps=state.trail[-1].steps or state.steps)
    given = command.given if place_of(before) != place_of(state) else 0
    given += command.unshown if question_place(before) != question_place(state) else 0
    if given:
        raise Refused(No.ASK_AGAIN_UNDO_GIVEN, n=given)


def ballot_to_undo(state: State) -> Round | TieBallot | RoomQuestion | None:
    """Return the open ballot whose opening is the last step: taken back, its ballots are gone."""
    match state.trail[-1].what if state.trail else "":
        case "ballot":
            return state.open_round
        case "tie":
            return state.open_tie
        case "ask-the-room":
            return state.open_question
        case _:
            return None


def _why_not(state: State) -> No:
    """Say what can be done instead of taking back what people have seen."""
    if state.confirmed:
        return No.CONFIRMED_STANDS
    return No.SEEN if state.plan.phase in _SEEN - {Phase.MORNING} else No.NOTHING_TO_UNDO


def add_note(state: State, command: c.AddNote) -> tuple[e.Event, ...]:
    """Keep a note that says something."""
    if not command.text:
        raise Refused(No.WHY_NEEDED)
    return (e.Noted(state.application, command.text),)


def seal(state: State, command: c.Seal) -> tuple[e.Event, ...]:
    """Seal a day that has ended, or any that the facilitator says will not go on."""
    if state.sealed:
        return ()
    if not state.ended and not command.unfinished:
        raise Refused(No.NOT_ENDED)
    return (e.Sealed(),)
