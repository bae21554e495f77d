"""Paper: slips keyed in, and ballots counted by two members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.wall.asks.pick import Line, Pick
from sessions import commands as c
from sessions.views.choices import BallotSlips
from sessions.wording import say

from .picking import first_slip_to_come, pick_seat, slip_in, slip_of, taking_part

if TYPE_CHECKING:
    from ..switchboard import Switchboard


async def paper(app: Switchboard) -> None:
    """Count paper ballots while a ballot is open; else key a slip in, or put a seat on paper."""
    choices = app.hand.choices()
    if choices.ballot_slips is not None:
        await count_slips(app, choices.ballot_slips)
        return
    start = first_slip_to_come(choices.seats, choices.slip) if app.PRIVATE else 0
    remark = slip_of(choices.slip, slip_in if app.PRIVATE else taking_part)
    seat = await pick_seat(app, say("wall.paper.title"), choices.seats, remark, start=start)
    if seat is None:
        return
    slip = app.hand.choices().slip
    if not seat.paper and not (seat.taken and slip) and not await app.do(c.TakePaperSeat(seat.seat)):
        return
    if slip is None:
        app.tell(say("wall.paper.marked", seat=seat.seat))
        return
    if seat.seat not in slip.seats:
        app.tell(say("wall.paper.late", seat=seat.seat))
        return
    from screens.wall.asks.slip import SlipCard

    title = say("wall.paper.slip", seat=seat.seat, title=slip.title)
    answers = await app.push_screen_wait(SlipCard(title, slip.questions))
    if answers is not None:
        keyed = c.KeySlip(seat.seat, slip.application, answers, app.hand.token())
        if await app.do(keyed):
            app.tell(say("wall.paper.kept", seat=seat.seat))


async def count_slips(app: Switchboard, slips: BallotSlips) -> None:
    """Close the ballot on phones and take two members' counts of the slips; phones may vote again otherwise."""
    from screens.wall.asks.slip import SlipCard

    ways = (Line("count", say("wall.count.count")), Line("not", say("wall.count.not")))
    text = say("wall.count.who", seats=slips.seats)
    if await app.push_screen_wait(Pick(say("wall.count.title"), ways, text=text)) != "count":
        await app.granted(app.hand.reopen_phones())
        return
    if not await app.granted(app.hand.shut_phones()):
        return
    card = SlipCard(say("wall.count.title"), slips.questions, numbers_only=True)
    counted = await app.push_screen_wait(card)
    if counted is None:
        if await app.granted(app.hand.reopen_phones()):
            app.tell(say("wall.count.reopened"))
        return
    *counts, cant_say = (
        counted[question.key].value or 0 if question.key in counted else 0 for question in slips.questions
    )
    # the card has seen to it that both readings agree
    if slips.tied:
        places = c.Places(_rows(counts, slips.tied), cant_say)
        kept = await app.granted(app.hand.key_places(places, places))
    else:
        tally = c.Tally(tuple(counts), cant_say)
        kept = await app.granted(app.hand.key_paper(tally, tally))
    if kept:
        app.tell(say("wall.count.kept"))


def _rows(counts: list[int], tied: int) -> tuple[tuple[int, ...], ...]:
    """Cut what was keyed into rows: the places of each of the tied."""
    return tuple(tuple(counts[at : at + tied]) for at in range(0, len(counts), tied))
