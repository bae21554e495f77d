"""Rules about several days: a day ends between two applications, and the next begins with who is here again."""

from __future__ import annotations

from msgspec.structs import replace

from sessions import commands as c
from sessions import events as e
from sessions.decide.agenda import fresh_key
from sessions.decide.anonymous import recorded
from sessions.decide.cards_up import asks_cards_up
from sessions.decide.position import same_place
from sessions.decide.workshop import asks_suggestions, workshop_open
from sessions.evolve.agenda import placed
from sessions.model.phases import AT_NIGHT, OF_AN_APPLICATION, Phase
from sessions.model.refusals import No, Refused
from sessions.model.session import Step, StepKind
from sessions.state import State
from sessions.state.days import ahead


def end_day(state: State, command: c.EndDay) -> tuple[e.Event, ...]:
    """Put a night in here and come to it; a pot that is being divided is gone on with after it."""
    same_place(state, command.position)
    step, phase = state.step, state.day_phase
    if step is None or phase in AT_NIGHT or phase in (Phase.CLOSING, Phase.THANKS):
        raise Refused(No.NOT_NOW)
    between_two(state)
    coming = ahead(state)
    planned = coming[0] if coming and coming[0].kind is StepKind.OVERNIGHT else None
    after = planned.key if planned else step.key
    night = Step(fresh_key(state.steps), StepKind.OVERNIGHT, 0, next=command.next, start=command.start)
    events: list[e.Event] = [*recorded(state, command.gathered), e.StepAdded(night, after)]
    if step.kind is StepKind.BUDGET and not state.confirmed:
        again = replace(step, key=fresh_key(placed(state.steps, night, after)))
        events.append(e.StepAdded(again, night.key))
    over = (planned.key,) if planned else ()
    return (*events, e.StepStarted(night.key, over))


def between_two(state: State) -> None:
    """Refuse to end a day in the middle of an application, or while something is open to answer. Raises Refused."""
    phase = state.day_phase
    in_the_middle = phase in OF_AN_APPLICATION and phase is not Phase.DECISION
    if in_the_middle or open_to_answer(state):
        raise Refused(No.BETWEEN_TWO)


def open_to_answer(state: State) -> bool:
    """Whether something is being given or put together here that going elsewhere would throw away."""
    match state.plan.phase:
        case (
            Phase.ASK_ROOM | Phase.SCORE | Phase.BALLOT | Phase.TIE | Phase.CONFIDENCE | Phase.WORKSHOP_WEIGH
        ):
            return True
        case Phase.WORKSHOP:
            return asks_suggestions(state)
        case Phase.CARDS_UP:
            return asks_cards_up(state)
        case Phase.WORKSHOP_LIST:
            return workshop_open(state)
        case _:
            return False


def begin_day(state: State, _command: c.BeginDay) -> tuple[e.Event, ...]:
    """Begin the next day, where the last one has ended."""
    return (e.PhaseStarted(Phase.MORNING),) if state.plan.phase is Phase.OVERNIGHT else ()


def into_the_morning(_state: State, command: c.Next) -> tuple[e.Event, ...]:
    """Begin the next day by hand; in the evening it is sooner a slip of the finger, so ask."""
    if not command.sure:
        raise Refused(No.ASK_AGAIN_MORNING)
    return (e.PhaseStarted(Phase.MORNING),)


def missing(state: State) -> tuple[int, ...]:
    """Return the seats whose members have not said that they are here again."""
    return tuple(number for number, seat in state.seats.items() if seat.taken and seat.away and not seat.left)


def all_back(state: State, command: c.Next) -> None:
    """Ask once more before going on without somebody. Raises Refused."""
    if (n := len(missing(state))) and not command.sure:
        raise Refused(No.ASK_AGAIN_NOT_BACK, n=n)


def come_again(state: State, command: c.ComeAgain) -> tuple[e.Event, ...]:
    """Count a member in who is here again after a night; one who is counted in already stays so."""
    seat = state.seats.get(command.seat)
    if seat is None:
        raise Refused(No.NO_SUCH_SEAT, seat=command.seat)
    if state.plan.phase is Phase.OVERNIGHT:
        raise Refused(No.NOT_NOW)
    return (e.MemberBack(command.seat),) if seat.away else ()
