"""How the device that goes round is made, and how seats come to take part by it."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from .. import events as e
from ..state import HandRound, Intervention, State
from .moving import with_intervention
from .seats import balloting


def hand_round_made(state: State, event: e.HandRoundMade, at: datetime) -> State:
    """Let the device before it end, which the panel is told; seats that took part by that one go on by this."""
    made = replace(state, hand_round=HandRound(code=event.code))
    return with_intervention(made, Intervention(at, "hand-round-made", state.application))


def hand_round_taken(state: State, event: e.HandRoundTaken, _at: datetime) -> State:
    """Know the device by its cookie; its code makes no second one."""
    return replace(state, hand_round=HandRound(token=event.token))


def seat_handed_round(state: State, event: e.SeatHandedRound, _at: datetime) -> State:
    """Seat a member who takes part by the device that goes round."""
    before = state.seats[event.seat]
    slip = before.slip and balloting(state)
    seat = replace(before, handed_round=True, paper=False, token="", left=False, slip=slip)
    return replace(state, seats={**state.seats, event.seat: seat})
