"""Rules of the three ways to vote where fewer than five of us are on paper. Nothing is read aloud under five."""

from __future__ import annotations

from collections.abc import Collection

from sessions import commands as c
from sessions import events as e
from sessions.model.answers import FEWEST, PaperWay
from sessions.model.phases import MAY_ASK, Phase
from sessions.model.refusals import No, Refused
from sessions.state import State

_OPEN = (Phase.BALLOT, Phase.TIE, Phase.ASK_ROOM)


def few_on_paper(state: State, voters: Collection[int]) -> int:
    """Count those of these voters who are on paper, where they are fewer than five; nought where slips tell nobody."""
    n = sum(state.seats[seat].paper and state.seats[seat].slip for seat in voters)
    return n if n < FEWEST else 0


def way_needed(state: State, voters: Collection[int]) -> None:
    """Refuse a ballot with few on paper as long as the room has not said how it is to be held. Raises Refused."""
    n = few_on_paper(state, voters)
    if n and state.paper_way is None:
        raise Refused(No.FEW_ON_PAPER, n=n)


def may_count_slips(state: State, seats: int) -> None:
    """Refuse to count the slips of so few, unless they gave leave that two of us see them. Raises Refused."""
    if 0 < seats < FEWEST and state.paper_way is not PaperWay.TWO_SEE:
        raise Refused(No.FEW_ON_PAPER, n=seats)


def choose_paper_way(state: State, command: c.ChoosePaperWay) -> tuple[e.Event, ...]:
    """Say how the next ballot is held; while one is open, only that two of us may see the slips of a few."""
    before = state.plan.phase in MAY_ASK
    leave = state.plan.phase in _OPEN and command.way is PaperWay.TWO_SEE and state.paper_way is None
    if state.plan.pause or not (before or leave):
        raise Refused(No.NOT_NOW)
    return () if state.paper_way is command.way else (e.PaperWayChosen(command.way),)
