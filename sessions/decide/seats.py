"""Rules about doors, seats, cards, conflicts and the device that goes round."""

from __future__ import annotations

from msgspec.structs import replace

from sessions import commands as c
from sessions import events as e
from sessions.decide.rounds import voters_of
from sessions.model.answers import PaperWay
from sessions.model.phases import PHASES, Phase
from sessions.model.refusals import No, Refused
from sessions.model.session import Joining
from sessions.state import Seat, State, scores_of

_BEFORE_SCORING = frozenset({Phase.INTRODUCE, Phase.READ, *(p for p, row in PHASES.items() if row.interview)})


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
    """Take the plan as the folder has it, again and again until somebody has a seat; then it goes on as it was.

    What seats are called stays behind: it is no part of what was agreed, and must never enter the record.
    """
    plan = command.session.called_by_seat_alone()
    taken = state.begun or plan == state.agreed
    opened = e.DoorsOpened(plan, command.rehearsal)
    return () if state.session is not None and taken else (opened,)


def print_cards(_state: State, command: c.PrintCards) -> tuple[e.Event, ...]:
    """Let new cards end the old ones."""
    return (e.CardsPrinted(command.cards, command.address, command.booklet),)


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
            left = _left(state, command.leaving, seat.number)
            return (e.SeatTaken(seat.number, command.token, left=left),)
    raise Refused(No.NO_SUCH_CODE)


def take_free_seat(state: State, command: c.TakeFreeSeat) -> tuple[e.Event, ...]:
    """Return the first free seat, while the doors are open."""
    if not state.doors:
        raise Refused(No.DOORS_SHUT)
    free = next((seat.number for seat in state.seats.values() if not seat.taken), None)
    if free is None:
        raise Refused(No.NO_FREE_SEAT)
    left = _left(state, command.leaving, free)
    return (e.SeatTaken(free, command.token, replace(command.card, seat=free), left),)


def _left(state: State, leaving: str, taking: int) -> int | None:
    """Name the seat that a phone leaves by taking another: nobody sits on two."""
    held = (seat.number for seat in state.seats.values() if leaving and seat.token == leaving)
    return next((number for number in held if number != taking), None)


def take_paper_seat(state: State, command: c.TakePaperSeat) -> tuple[e.Event, ...]:
    """Seat a member with paper; one whose card was only given anew may choose paper too."""
    seat = _seat(state, command.seat)
    return () if seat.paper and seat.slip and seat.here else (e.SeatOnPaper(command.seat),)


def add_seat(state: State, _command: c.AddSeat) -> tuple[e.Event, ...]:
    """Add the next seat."""
    return (e.SeatAdded(max(state.seats, default=0) + 1),)


def leave_early(state: State, command: c.LeaveEarly) -> tuple[e.Event, ...]:
    """Let a member go home who is here."""
    seat = _seat(state, command.seat)
    if not seat.taken:
        raise Refused(No.NOT_NOW)
    return () if not seat.here else (e.MemberLeft(command.seat),)


def reissue_card(state: State, command: c.ReissueCard) -> tuple[e.Event, ...]:
    """Give a seat a new card."""
    _seat(state, command.card.seat)
    return (e.CardReissued(command.card),)


def put_seat_back(state: State, command: c.PutSeatBack) -> tuple[e.Event, ...]:
    """Let a seat be as it was before its phone was sent away; not once somebody has taken it since."""
    _seat(state, command.seat)
    if command.seat not in state.seats_before:
        raise Refused(No.NOTHING_TO_PUT_BACK)
    return (e.SeatPutBack(command.seat),)


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
    if not command.sure:
        declared = state.conflicts[command.seat, command.application].declared
        before = declared is e.Declared.BEFORE
        raise Refused(No.ASK_AGAIN_DECLARED_BEFORE if before else No.ASK_AGAIN_CONFLICT)
    return (e.ConflictLifted(command.seat, command.application, command.why),)


def may_come_back(state: State, ref: str) -> bool:
    """Whether an application's scoring is still to open, or to open again after undo: then who scores is not fixed.

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


def make_hand_round(_state: State, command: c.MakeHandRound) -> tuple[e.Event, ...]:
    """Draw a code for a device; whatever went round before ends."""
    return (e.HandRoundMade(command.code),)


def take_hand_round(state: State, command: c.TakeHandRound) -> tuple[e.Event, ...]:
    """Make the device on which the code was typed the one that goes round."""
    if not command.code or command.code != state.hand_round.code:
        raise Refused(No.NO_SUCH_CODE)
    return (e.HandRoundTaken(command.token),)


def use_hand_round(state: State, command: c.UseHandRound) -> tuple[e.Event, ...]:
    """Let the holder of a seat's card act for it; nothing happens where that seat takes part this way already.

    Whether the card is right comes first: who has none learns nothing of the seat.
    """
    if not command.device or command.device != state.hand_round.token:
        raise Refused(No.NOT_HAND_ROUND)
    seat = state.seats.get(command.seat)
    if seat is None or not command.card or command.card not in (seat.code, seat.key):
        raise Refused(No.NOT_THIS_CARD)
    if seat.token:
        raise Refused(No.OWN_PHONE, seat=seat.number)
    if seat.handed_round and seat.here:
        return ()
    by_device = state.paper_way is PaperWay.HAND_ROUND
    if seat.paper and seat.number in voters_of(state) and not by_device:
        raise Refused(No.ON_PAPER_NOW, seat=seat.number)
    return (e.SeatHandedRound(seat.number),)
