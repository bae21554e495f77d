"""Rules about doors, seats, cards and conflicts."""

from __future__ import annotations

from msgspec.structs import replace

from .. import commands as c
from .. import events as e
from ..model import Joining
from ..phases import Phase
from ..refusals import No, Refused
from ..state import Seat, State, scores_of

_BEFORE_SCORING = frozenset({Phase.INTRODUCE, Phase.READ})


def _seat(state: State, number: int) -> Seat:
    seat = state.seats.get(number)
    if seat is None:
        raise Refused(No.NO_SUCH_SEAT, seat=number)
    return seat


def _application(state: State, ref: str) -> str:
    if all(ref != application.ref for application in state.model.applications):
        raise Refused(No.NO_SUCH_APPLICATION)
    return ref


def open_doors(state: State, command: c.OpenDoors) -> tuple[e.Event, ...]:
    """Begin once; a session that has begun goes on as it was."""
    return () if state.session else (e.DoorsOpened(command.session),)


def print_cards(_state: State, command: c.PrintCards) -> tuple[e.Event, ...]:
    """Let new cards end the old ones."""
    return (e.CardsPrinted(command.cards),)


def shut_doors(state: State, _command: c.ShutDoors) -> tuple[e.Event, ...]:
    """Shut the doors, if they are open."""
    return (e.DoorsShut(),) if state.doors else ()


def reopen_doors(state: State, _command: c.ReopenDoors) -> tuple[e.Event, ...]:
    """Open them again, where free seats may be taken at all."""
    if state.model.joining is not Joining.OPEN:
        raise Refused(No.NOT_NOW)
    return () if state.doors else (e.DoorsReopened(),)


def take_seat_by_card(state: State, command: c.TakeSeatByCard) -> tuple[e.Event, ...]:
    """Find whose card it is; the newest device holds the seat."""
    for seat in state.seats.values():
        if command.card and command.card in (seat.code, seat.key):
            return (e.SeatTaken(seat.number, command.token),)
    raise Refused(No.NO_SUCH_CODE)


def take_free_seat(state: State, command: c.TakeFreeSeat) -> tuple[e.Event, ...]:
    """Give the first free seat, while the doors are open."""
    if not state.doors:
        raise Refused(No.DOORS_SHUT)
    free = next((seat.number for seat in state.seats.values() if not seat.taken), None)
    if free is None:
        raise Refused(No.NO_FREE_SEAT)
    return (e.SeatTaken(free, command.token, replace(command.card, seat=free)),)


def take_paper_seat(state: State, command: c.TakePaperSeat) -> tuple[e.Event, ...]:
    """Seat a member with paper; one whose card was only given anew may choose paper too."""
    seat = _seat(state, command.seat)
    return () if seat.paper and seat.slip and not seat.left else (e.SeatOnPaper(command.seat),)


def add_seat(state: State, command: c.AddSeat) -> tuple[e.Event, ...]:
    """Add the next seat."""
    return (e.SeatAdded(max(state.seats, default=0) + 1, command.label),)


def leave_early(state: State, command: c.LeaveEarly) -> tuple[e.Event, ...]:
    """Let a member go home who is here."""
    seat = _seat(state, command.seat)
    if not seat.taken:
        raise Refused(No.NOT_NOW)
    return () if seat.left else (e.MemberLeft(command.seat),)


def reissue_card(state: State, command: c.ReissueCard) -> tuple[e.Event, ...]:
    """Give a seat a new card."""
    _seat(state, command.card.seat)
    return (e.CardReissued(command.card),)


def practise(state: State, command: c.Practise) -> tuple[e.Event, ...]:
    """Count a practice go. What was said is thrown away before it gets here."""
    if state.plan.phase is not Phase.PRACTICE:
        raise Refused(No.NOT_NOW)
    return () if _seat(state, command.seat).practised else (e.Practised(command.seat),)


def step_out(state: State, command: c.StepOut) -> tuple[e.Event, ...]:
    """Declare a conflict: late, if its scoring has opened with this seat in it."""
    _seat(state, command.seat)
    ref = _application(state, command.application)
    if (command.seat, ref) in state.conflicts:
        return ()
    scoring = state.scoring.get(ref)
    late = scoring is not None and command.seat in scoring.electorate
    return (e.ConflictDeclared(command.seat, ref, e.Declared.LATE if late else e.Declared.ON_THE_DAY),)


def come_back(state: State, command: c.ComeBack) -> tuple[e.Event, ...]:
    """Lift a conflict that was a mistake, as long as scoring has not opened."""
    if (command.seat, command.application) not in state.conflicts:
        return ()
    if not may_come_back(state, command.application):
        raise Refused(No.SCORING_OPEN if state.plan.phase is Phase.SCORE else No.NOT_NOW)
    return (e.ConflictLifted(command.seat, command.application),)


def may_come_back(state: State, ref: str) -> bool:
    """Say whether an application's scoring is still to open, or to open again after undo: then who scores is not fixed.

    Once its scores were shown, a score set aside stays so, whatever application is in hand.
    """
    if ref not in state.scoring:
        return True
    again = state.application == ref and state.plan.phase in _BEFORE_SCORING
    return again and not scores_of(state, ref).revealed


def sign_register(state: State, command: c.SignRegister) -> tuple[e.Event, ...]:
    """Sign the register of conflicts off: the first time before any scores are shown; again where it has changed."""
    shown = any(scoring.revealed for scoring in state.scoring.values())
    if command.when is e.Signing.START and shown:
        raise Refused(No.NOT_NOW)
    if command.when is e.Signing.END and not shown:
        raise Refused(No.NOT_NOW)
    last = next((one for one in reversed(state.register) if one.when is command.when), None)
    if last and last.conflicts == len(state.conflicts):
        return ()
    return (e.RegisterSigned(command.when, len(state.conflicts)),)
