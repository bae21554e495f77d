"""Rules about the room itself: a question of the moment, how we do this, and a look back at one's own part.

A question is a secret ballot, wherever nothing else is open.
"""

from __future__ import annotations

from msgspec.structs import replace

from sessions import commands as c
from sessions import events as e
from sessions.decide.casting import cast_so_far, now_casting, shown_before
from sessions.decide.paper import way_needed
from sessions.decide.position import same_place
from sessions.decide.rounds import CANT_SAY
from sessions.model.answers import FEWEST
from sessions.model.phases import MAY_ASK, Phase
from sessions.model.refusals import No, Refused
from sessions.state import State
from sessions.state.casters import outcome_only

FEWEST_ANSWERS, MOST_ANSWERS = 2, 5
LONGEST = 100  # characters of the question: it has to be read from the back of the room
LONGEST_ANSWER = 40


def ask_room(state: State, command: c.AskRoom) -> tuple[e.Event, ...]:
    """Open a ballot on a question, for everyone who is here."""
    same_place(state, command.position)
    if state.plan.phase not in MAY_ASK or state.plan.pause:
        raise Refused(No.NOT_NOW)
    if not command.question:
        raise Refused(No.WHY_NEEDED)
    alike = len({one.casefold() for one in command.answers}) < len(command.answers)
    many = FEWEST_ANSWERS <= len(command.answers) <= MOST_ANSWERS
    if alike or not many or not all(command.answers):
        raise Refused(No.ANSWERS_NEEDED, low=FEWEST_ANSWERS, high=MOST_ANSWERS)
    long = len(command.question) > LONGEST or any(len(one) > LONGEST_ANSWER for one in command.answers)
    if long:
        raise Refused(No.ASKED_TOO_LONG, most=LONGEST, high=LONGEST_ANSWER)
    if len(state.here) < FEWEST:
        raise Refused(No.ASK_TOO_FEW, n=FEWEST)
    way_needed(state, state.here)
    number = len(state.asked) + 1
    return (e.RoomAsked(number, command.question, command.answers, state.here),)


def may_answer(state: State, seat: int, number: int, choice: str) -> int | None:
    """Check a ballot; give the answer's place from 0, or None for "can't say". Raises Refused.

    Not an order: a ballot goes to the box, never through events.
    """
    opened = state.open_question
    if opened is None or opened.number != number:
        raise Refused(No.BALLOT_CLOSED)
    if seat not in opened.electorate:
        raise Refused(No.NOT_IN_ELECTORATE)
    if choice == CANT_SAY:
        return None
    places = [str(place) for place in range(1, len(opened.answers) + 1)]
    if choice not in places:
        raise Refused(No.NOT_AN_OPTION if choice else No.NOTHING_CHOSEN)
    return places.index(choice)


def close_question(state: State, command: c.Next) -> tuple[e.Event, ...]:
    """Close the ballot with its counts, or what most chose alone; with fewer than five, nothing is kept."""
    opened = state.open_question
    if opened is None:
        raise Refused(No.NOT_NOW)
    tally = command.tally
    if tally is None or sum(tally.counts) < FEWEST:
        return (e.RoomAnswered(opened.number, unread=len(command.awaited)),)
    known = cast_so_far(state, command)
    closed = e.RoomAnswered(
        opened.number, unread=len(command.awaited), absent=known.absent, slips_of=known.slips_of
    )
    if outcome_only(now_casting(state, command), shown_before(state)):
        return (replace(closed, first=most_chosen(tally.counts)),)
    return (replace(closed, counts=tally.counts, cant_say=tally.cant_say, cast=tally.cast),)


def most_chosen(counts: tuple[int, ...]) -> tuple[int, ...]:
    """Return the places of the answers that most chose, from 0."""
    return tuple(at for at, n in enumerate(counts) if n == max(counts))


def put_away(state: State, _command: c.Next) -> tuple[e.Event, ...]:
    """Go on where the room was asked."""
    return (e.AnswerPutAway(state.asked[-1].number),)


def agree_way(_state: State, command: c.AgreeWay) -> tuple[e.Event, ...]:
    """Keep what the room agreed about how we do this; what was agreed before stays."""
    if not command.text:
        raise Refused(No.WHY_NEEDED)
    return (e.WayAgreed(command.text),)


MOST_LINES = 2  # of a look back


def look_back(state: State, command: c.LookBack) -> tuple[e.Event, ...]:
    """Keep a line or two once the day closes; those kept later stand in the place of the earlier."""
    if not may_look_back(state):
        raise Refused(No.NOT_NOW)
    lines = tuple(line for line in command.lines if line)
    if not lines or len(lines) > MOST_LINES:
        raise Refused(No.WHY_NEEDED)
    return () if lines == state.look_back else (e.LookedBack(lines),)


def may_look_back(state: State) -> bool:
    """Whether the day closes, or has closed."""
    return state.plan.phase in (Phase.CLOSING, Phase.THANKS)
