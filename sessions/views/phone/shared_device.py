"""Screens that hold no seat: the device that goes round while it is locked, and one that would show the wall."""

from __future__ import annotations

from sessions.state import State
from sessions.views.phone import pages as p
from sessions.wording import say

MOST_RADIOS = 20  # seats that can be looked over on one page


def pick_seat(state: State, farewell: str = "") -> p.SharedDevicePage:
    """Let a member pick their seat, of those that no phone holds."""
    seats = tuple(number for number, seat in sorted(state.seats.items()) if not seat.token)
    return p.SharedDevicePage(
        language=state.model.language,
        session=state.model.title,
        message=farewell,
        seats=seats if len(seats) <= MOST_RADIOS else (),
        most=max(seats, default=0),
    )


def type_code(state: State, seat: int, *, short: bool = False) -> p.SharedDevicePage | p.SharedDeviceCodePage:
    """Ask for the code of the seat's card; a seat that cannot be picked leads back to the seats."""
    if seat not in state.seats or state.seats[seat].token:
        return pick_seat(state)
    return p.SharedDeviceCodePage(
        language=state.model.language, session=state.model.title, number=seat, short=short
    )


def finished(page: p.AnyPage) -> str:
    """Say in one sentence what a member has done, where a page asks nothing more of them; else nothing."""
    match page:
        case p.Received(open=True):
            return say("hand_round.score-in")
        case p.Wait(may_vote_again=True):
            return say("hand_round.ballot-in")
        case p.PracticePage(done=True):
            return say("hand_round.practised")
        case p.SteppingOut(out=True):
            return say("hand_round.stepped-out")
        case p.OpenScores(questions=shown) if shown:
            return say("hand_round.done")
        case p.Wait() | p.Received() | p.Result() | p.OnBreak() | p.Ended():
            return say("hand_round.done")
        case _:
            return ""


def not_shown(state: State, code: str = "", why: str = "") -> p.ScreenPage:
    """Ask for a code, or whether the wall shall be shown here by this one; say `why` it is no more."""
    return p.ScreenPage(
        language=state.model.language,
        position=state.plan.position,
        session=state.model.title,
        code=code,
        over=say(f"elsewhere.over-{why}") if why else "",
        done=why == "day",
    )
