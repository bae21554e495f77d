"""Rules of cards up: where fewer than five can score, all scores turn over at once, if all of us agreed beforehand.

Everybody is asked before the first score. A refusal shows as nothing but that we talk.
"""

from __future__ import annotations

from itertools import islice

from sessions import commands as c
from sessions import events as e
from sessions.decide.anonymous import askable
from sessions.decide.position import same_place
from sessions.decide.scoring import fits
from sessions.model.answers import FEWEST, MOST_SMALL
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused, needs_why
from sessions.model.session import Small
from sessions.state import State, scores_of

YES, NO = "yes", "no"
_POINTS = {YES: 1, NO: 2}


def asks_cards_up(state: State) -> bool:
    """Whether we are asked before scoring opens: once, before the first score, where few may come to score."""
    wanted = state.model.consensus.small is Small.OPEN and state.cards_up is None
    return wanted and not state.scoring and len(state.here) > 1 and _may_be_few(state)


def _may_be_few(state: State) -> bool:
    free = (len(state.at_the_table(one.ref)) for one in state.model.applications)
    return len(state.here) <= MOST_SMALL or min(free, default=FEWEST) < FEWEST


def turned_up(state: State, electorate: tuple[int, ...]) -> bool:
    """Whether these seats' scores are turned over: fewer than five, more than one, and all agreed."""
    return 1 < len(electorate) < FEWEST and set(electorate) <= (state.cards_up or frozenset())


def few(state: State, ref: str) -> bool:
    """Whether so few can score an application that no score of it is shown, unless cards are turned up.

    Who has gone home counts where they had scored.
    """
    scoring = scores_of(state, ref)
    # asked for every page: five are looked for, not all of us
    able = (
        seat
        for seat in scoring.electorate
        if seat not in scoring.aside and (state.seats[seat].here or seat in scoring.cells)
    )
    return len(tuple(islice(able, FEWEST))) < FEWEST


def on_slips(state: State) -> tuple[int, ...]:
    """Return who answers by slip."""
    return tuple(seat for seat in state.here if state.seats[seat].paper)


def check_agreeing(state: State, seat: int, choice: str) -> int:
    """Check a phone's answer, and give its point. Raises Refused."""
    if state.plan.phase is not Phase.CARDS_UP or not asks_cards_up(state):
        raise Refused(No.MOVED_ON)
    if seat not in askable(state):
        raise Refused(No.NOT_NOW)
    if choice not in _POINTS:
        raise Refused(No.NOT_AN_OPTION if choice else No.NOTHING_CHOSEN)
    return _POINTS[choice]


def close_asking(state: State, command: c.Next | c.SlipsAgree) -> e.CardsUpAsked:
    """Close the question. Raises Refused where somebody has not answered yet."""
    phones, gathered = askable(state), command.gathered
    missing = len(phones) - (gathered.given if gathered else 0)
    if missing and not command.sure:
        raise Refused(No.ASK_AGAIN_CLOSING, missing=missing)
    said_yes = gathered.counts[0][0] if gathered and gathered.counts else 0
    all_phones = said_yes == len(phones)
    slips = on_slips(state)
    # asked whatever phones said: that slips are looked at must not tell what they came to
    if isinstance(command, c.Next) and slips:
        raise Refused(No.SLIPS_AGREE, n=len(slips))
    agreed = all_phones and (not slips or (isinstance(command, c.SlipsAgree) and command.yes))
    return e.CardsUpAsked(state.here if agreed else ())


def here_to_say(state: State, command: c.SlipsAgree) -> None:
    """Check that the slips are asked about here and now. Raises Refused."""
    same_place(state, command.position)
    if state.plan.phase is not Phase.CARDS_UP or state.plan.pause or not asks_cards_up(state):
        raise Refused(No.NOT_NOW)


def may_change_card(state: State, seat: int, ref: str) -> bool:
    """Whether a seat may change a score of its own: all have been turned over, and we talk about them."""
    scoring, plan = scores_of(state, ref), state.plan
    here = state.application == ref and plan.phase in (Phase.REVEAL, Phase.TALK) and not plan.pause
    return here and scoring.cards_up and scoring.revealed and seat in scoring.voters


def change_card(state: State, command: c.ChangeCard) -> tuple[e.Event, ...]:
    """Let a member change an own score, with a reason; what it was is kept beside it."""
    seat, ref = command.seat, command.application
    if (seat, ref) in state.conflicts:
        raise Refused(No.STEPPED_OUT)
    if not may_change_card(state, seat, ref):
        raise Refused(No.SCORING_CLOSED)
    fits(state, command.criterion, command.answer)
    cell = scores_of(state, ref).cells.get(seat, {}).get(command.criterion)
    if cell and cell.answer == command.answer:
        return ()
    needs_why(command.why)
    return (e.Corrected(seat, ref, command.criterion, command.answer, command.why, own=True),)
