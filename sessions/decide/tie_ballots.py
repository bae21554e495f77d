"""Rules about tie-break ballots: what may be put in order, who may, and what comes out of the box."""

from __future__ import annotations

from collections.abc import Mapping

from .. import commands as c
from .. import events as e
from ..budget import level, to_rank
from ..phases import Phase
from ..refusals import No, Refused
from ..scoring import FEWEST
from ..state import State, TieBallot
from ..tie_ballots import order_number, standing, voters_on
from ..ties import MOST_ON_A_BALLOT
from .position import same_place

Order = Mapping[str, int]  # ref → the place it is given, from 1


def open_ties(state: State) -> tuple[tuple[str, ...], ...]:
    """Give the groups still level when the ballot's turn comes, best first, that no ballot has been held on."""
    held = {frozenset(one.refs) for one in standing(state)}
    return tuple(group for group in level(state, to_rank(state)) if frozenset(group) not in held)


def break_tie(state: State, command: c.BreakTie) -> tuple[e.Event, ...]:
    """Open a ballot on those level with each other; members with a conflict with any of them do not vote."""
    same_place(state, command.position)
    if state.confirmed:
        raise Refused(No.ALREADY_CONFIRMED)
    if state.plan.phase is not Phase.BUDGET or state.plan.pause:
        raise Refused(No.NOT_NOW)
    if command.refs not in open_ties(state):
        raise Refused(No.NO_TIE)
    if len(command.refs) > MOST_ON_A_BALLOT:
        raise Refused(No.TIE_TOO_MANY, n=MOST_ON_A_BALLOT)
    voters = tuple(n for n in state.here if all((n, ref) not in state.conflicts for ref in command.refs))
    if len(voters) < FEWEST:
        raise Refused(No.TIE_TOO_FEW, n=FEWEST)
    _differ_enough(state, command.refs, voters)
    return (e.TieOpened(len(state.tie_ballots) + 1, command.refs, voters),)


def _differ_enough(state: State, refs: tuple[str, ...], voters: tuple[int, ...]) -> None:
    """Refuse a ballot on the same ones by nearly the same people: the two counts would give orders away."""
    for earlier in state.tie_ballots:
        alike = len(set(refs) & set(earlier.refs)) > 1
        if earlier.places is not None and alike and 0 < len(set(earlier.electorate) ^ set(voters)) < FEWEST:
            raise Refused(No.TOO_ALIKE)


def may_rank(state: State, seat: int, number: int, given: Order | None) -> int | None:
    """Check an order, the tied by their places from 1; give its number, or None for "can't say". Raises Refused.

    Not an order to the room: a ballot goes to the box, never through events.
    """
    opened = state.open_tie
    if opened is None or opened.number != number:
        raise Refused(No.BALLOT_CLOSED)
    if seat not in opened.electorate:
        raise Refused(No.NOT_IN_ELECTORATE)
    if seat not in voters_on(state, opened):
        raise Refused(No.STEPPED_OUT)
    if given is None:
        return None
    if not given:
        raise Refused(No.NOTHING_CHOSEN)
    if sorted(given.values()) != list(range(1, len(opened.refs) + 1)) or given.keys() != set(opened.refs):
        raise Refused(No.EACH_ITS_PLACE)
    return order_number([given[ref] - 1 for ref in opened.refs])


def may_key_places(opened: TieBallot, first: c.Places, second: c.Places, *, seats: int) -> c.Places:
    """Check two members' counts of the slips of a tie-break ballot. Raises Refused."""
    if first != second:
        raise Refused(No.PAPER_DIFFERS)
    if len(first.counts) != len(opened.refs) or not first.add_up:
        raise Refused(No.PLACES_DO_NOT_ADD_UP)
    if first.cast > seats:
        raise Refused(No.PAPER_TOO_MANY, n=seats)
    return first


def close_tie(state: State, command: c.Next) -> tuple[e.Event, ...]:
    """Close the ballot with its counts; with fewer than five, nothing is kept."""
    opened = state.open_tie
    if opened is None:
        raise Refused(No.NOT_NOW)
    places = command.places
    if places is None or places.ranked < FEWEST:
        return (e.RankingClosed(opened.number),)
    return (
        e.RankingClosed(opened.number, places.counts, places.cant_say, places.cast, len(command.awaited)),
    )
