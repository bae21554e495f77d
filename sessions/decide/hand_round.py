"""Rules of the device that goes round: it serves seats that have no phone of their own, for whoever has the card."""

from __future__ import annotations

from .. import commands as c
from .. import events as e
from ..refusals import No, Refused
from ..state import State
from .rounds import voters_of


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
    if seat.handed_round and not seat.left:
        return ()
    if seat.paper and seat.number in voters_of(state):
        raise Refused(No.ON_PAPER_NOW, seat=seat.number)
    return (e.SeatHandedRound(seat.number),)
