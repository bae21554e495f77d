"""Rules about tie-break ballots: what may be put in order, who may, and what comes out of the box."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from sessions import commands as c
from sessions import events as e
from sessions.decide.casting import cast_so_far, now_casting, shown_before
from sessions.decide.paper import way_needed
from sessions.decide.position import same_place
from sessions.methods.ranking_and_ties import MOST_ON_A_BALLOT
from sessions.model.answers import FEWEST
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.results.budget import to_rank
from sessions.results.tie_ballots import level, order_number, order_of_places, standing, voters_on
from sessions.state import State, TieBallot
from sessions.state.casters import outcome_only

Order = Mapping[str, int]  # ref → the place it is given, from 1


def open_ties(state: State) -> tuple[tuple[str, ...], ...]:
    """Return the groups still level when the ballot's turn comes, best first, that no ballot has been held on."""
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
    way_needed(state, voters)
    return (e.TieOpened(len(state.tie_ballots) + 1, command.refs, voters),)


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
    """Close the ballot with its counts, or the order alone; with fewer than five, nothing is kept."""
    opened = state.open_tie
    if opened is None:
        raise Refused(No.NOT_NOW)
    places = command.places
    if places is None or places.ranked < FEWEST:
        return (e.RankingClosed(opened.number),)
    known = cast_so_far(state, command)
    closed = e.RankingClosed(
        opened.number, unread=len(command.awaited), absent=known.absent, slips_of=known.slips_of
    )
    if outcome_only(now_casting(state, command), shown_before(state)):
        return (replace(closed, order=order_of_places(places.counts)),)
    return (replace(closed, places=places.counts, cant_say=places.cant_say, cast=places.cast),)
