"""How a question of the moment opens, closes with its counts, and lets the room go on where it stood."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from sessions import events as e
from sessions.evolve.moving import run_clock, with_intervention
from sessions.evolve.seats import slips_anew
from sessions.model.phases import Phase
from sessions.state import AgreedWay, Intervention, RoomQuestion, State, Undoable


def room_asked(state: State, event: e.RoomAsked, at: datetime) -> State:
    """Open a ballot; what the room was at waits."""
    plan, step = state.plan, state.step
    opened = RoomQuestion(
        event.number,
        event.question,
        event.answers,
        event.electorate,
        plan.phase,
        plan.round,
        step.key if step else "",
        ref=state.application,
    )
    asking = replace(plan, phase=Phase.ASK_ROOM, round=event.number)
    trail = (*state.trail, Undoable("ask-the-room", plan))
    asked = replace(state, asked=(*state.asked, opened), plan=asking, trail=trail)
    return run_clock(slips_anew(asked), at)


def room_answered(state: State, event: e.RoomAnswered, at: datetime) -> State:
    """Close it with what may be kept, and show it. It cannot be undone: people see the answer."""
    *before, opened = state.asked
    closed = replace(
        opened,
        closed=True,
        counts=event.counts,
        cant_say=event.cant_say,
        cast=event.cast,
        absent=event.absent,
        slips_of=event.slips_of,
        first=event.first,
    )
    plan = replace(state.plan, phase=Phase.ROOM_ANSWER)
    shown = run_clock(replace(state, asked=(*before, closed), plan=plan, trail=(), paper_way=None), at)
    return with_intervention(shown, Intervention(at, "ballots-unread", "")) if event.unread else shown


def asking_voided(state: State, event: e.AskingVoided, at: datetime) -> State:
    """Take a question back; it stays in the record, marked, and has no answer."""
    marked = tuple(replace(one, void=event.why) if one.number == event.number else one for one in state.asked)
    open_here = state.plan.phase is Phase.ASK_ROOM
    voided = replace(state, asked=marked)
    return _back(voided, at) if open_here else voided


def answer_put_away(state: State, _event: e.AnswerPutAway, at: datetime) -> State:
    """Go on where the room was asked."""
    return _back(state, at)


def _back(state: State, at: datetime) -> State:
    asked = state.asked[-1]
    plan = replace(state.plan, phase=asked.back, round=asked.back_round)
    return run_clock(replace(state, plan=plan, trail=(), paper_way=None), at)


def way_agreed(state: State, event: e.WayAgreed, at: datetime) -> State:
    """Keep what was agreed, after what was agreed before."""
    return replace(state, ways=(*state.ways, AgreedWay(at, event.text)))


def looked_back(state: State, event: e.LookedBack, _at: datetime) -> State:
    """Keep the latest look back."""
    return replace(state, look_back=event.lines)
