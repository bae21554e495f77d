"""What is left of a session once it is sealed."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from .. import events as e
from ..state import HandRound, Seat, State

NO_COOKIE = "sealed"  # no hash looks like this: it opens nothing, and says still that somebody sat here


def sealed(state: State, _event: e.Sealed, _at: datetime) -> State:
    """Forget every card, code and cookie; shut the doors."""
    return replace(
        state,
        sealed=True,
        doors=False,
        hand_round=HandRound(),
        seats={number: _without_keys(seat) for number, seat in state.seats.items()},
    )


def _without_keys(seat: Seat) -> Seat:
    return replace(seat, code="", key="", token=NO_COOKIE if seat.token else "")
