"""The device that goes round, while it is locked, and when it has to lock itself."""

from __future__ import annotations

from ..state import State
from ..wording import say
from . import pages as p

MOST_RADIOS = 20  # seats that can be looked over on one page


def pick_seat(state: State, farewell: str = "") -> p.HandRound:
    """Let a member pick their seat, of those that no phone holds."""
    seats = tuple(number for number, seat in sorted(state.seats.items()) if not seat.token)
    return p.HandRound(
        language=state.model.language,
        session=state.model.title,
        message=farewell,
        seats=seats if len(seats) <= MOST_RADIOS else (),
        most=max(seats, default=0),
    )


def type_code(state: State, seat: int) -> p.HandRound | p.HandRoundCode:
    """Ask for the code of the seat's card; a seat that cannot be picked leads back to the seats."""
    if seat not in state.seats or state.seats[seat].token:
        return pick_seat(state)
    return p.HandRoundCode(language=state.model.language, session=state.model.title, number=seat)


def finished(page: p.AnyPage) -> str:
    """Say in one sentence what a member has done, where a page asks nothing more of them; else nothing."""
    match page:
        case p.Received(open=True):
            return say("hand_round.score-in")
        case p.Wait(may_vote_again=True):
            return say("hand_round.ballot-in")
        case p.Practice(done=True):
            return say("hand_round.practised")
        case p.SteppingOut(out=True):
            return say("hand_round.stepped-out")
        case p.Wait() | p.Received() | p.Result() | p.OnBreak() | p.Ended():
            return say("hand_round.done")
        case _:
            return ""
