"""Paper slips keyed in, ballots counted by two members, a score corrected with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from panel_tui.facilitator.dialog_flows.seats import (
    EVERYONE,
    first_slip_to_come,
    hand_round,
    pick_seat,
    slip_in,
    slip_of,
    sure_of,
    taking_part,
)
from screens.wall.dialogs.pick import Pick, PickLine, Sure
from sessions import commands as c
from sessions.model.answers import FEWEST, Answer, PaperWay
from sessions.views.desk.choices import BallotSlips, Choices, ClosingSlips, SeatChoice, SlipQuestion
from sessions.wording import say

if TYPE_CHECKING:
    from panel_tui.facilitator.base_app import BaseApp


async def paper(app: BaseApp) -> None:
    """Count paper ballots while a ballot is open; else key a slip in, or put a seat on paper."""
    choices = app.api.choices()
    if choices.ballot_slips is not None:
        await count_slips(app, choices.ballot_slips)
        return
    if choices.closing_slips is not None:
        await count_closing(app, choices.closing_slips)
        return
    start = first_slip_to_come(choices.seats, choices.slip, private=app.PRIVATE)
    remark = slip_of(choices.slip, slip_in if app.PRIVATE else taking_part)
    free = [one.seat for one in choices.seats if not (one.taken or one.left)]
    everyone = say("wall.paper.everyone") if len(free) > 1 and choices.slip is None else ""
    seat = await pick_seat(
        app, say("wall.paper.title"), choices.seats, remark, start=start, everyone=everyone
    )
    if seat is None:
        return
    if seat is EVERYONE:
        await put_all_on_paper(app, free)
        return
    if not seat.paper and not (seat.taken and choices.slip) and not await put_on_paper(app, seat):
        return
    slip = app.api.choices().slip
    if slip is None:
        return
    if seat.seat not in slip.seats:
        app.tell(say("wall.paper.late", seat=seat.seat))
        return
    from screens.wall.dialogs.paper_slips import SlipCard

    title = say("wall.paper.slip", seat=seat.seat, title=slip.title)
    answers = await app.push_screen_wait(SlipCard(title, slip.questions))
    if answers is not None:
        keyed = c.KeySlip(seat.seat, slip.application, answers, app.api.token())
        if await app.do(keyed):
            app.tell(say("wall.paper.kept", seat=seat.seat))


async def put_all_on_paper(app: BaseApp, free: Sequence[int]) -> None:
    """Ask first: a seat nobody sits in would be waited for. No phone is let go."""
    if await sure_of(app, "paper-all", len(free)):
        done = [seat for seat in free if await app.do(c.TakePaperSeat(seat))]
        app.tell(say("wall.paper.all-marked", n=len(done)))


async def put_on_paper(app: BaseApp, seat: SeatChoice) -> bool:
    """Ask first: a phone that holds the seat is let go. Say whether it was done."""
    about = "paper" if seat.taken and not seat.left else "paper-free"
    if not await sure_of(app, about, seat.seat) or not await app.do(c.TakePaperSeat(seat.seat)):
        return False
    app.tell(say("wall.paper.marked", seat=seat.seat))
    return True


async def count_slips(app: BaseApp, slips: BallotSlips) -> None:
    """Close the ballot on phones and take two members' counts of the slips; phones may vote again otherwise.

    A count that was given stays until another is, or phones are let in again in so many words.
    """
    from screens.wall.dialogs.paper_slips import SlipCard

    if slips.seats < FEWEST and not slips.leave and not await _leave(app):
        return
    ways = ("keep", "again", "phones") if slips.shut else ("not", "count")
    lines = (PickLine(way, say(f"wall.count.{way}")) for way in ways)
    text = say("wall.count.few" if slips.seats < FEWEST else "wall.count.who", seats=slips.seats)
    text = say("wall.count.shut") if slips.shut else text
    picked = await app.push_screen_wait(Sure(say("wall.count.title"), *lines, text=text))
    if picked == "phones" and await app.granted(app.api.reopen_ballot_on_phones()):
        app.tell(say("wall.count.reopened"))
    if picked not in ("count", "again"):
        return
    if not await app.granted(app.api.close_ballot_on_phones()):
        return
    card = SlipCard(say("wall.count.title"), slips.questions, numbers_only=True)
    counted = await app.push_screen_wait(card)
    if counted is None:
        if not slips.shut and await app.granted(app.api.reopen_ballot_on_phones()):
            app.tell(say("wall.count.reopened"))
        return
    *counts, cant_say = (
        counted[question.key].value or 0 if question.key in counted else 0 for question in slips.questions
    )
    # the card has seen to it that both readings agree
    if slips.tied:
        places = c.Places(_rows(counts, slips.tied), cant_say)
        kept = await app.granted(app.api.key_places(places, places))
    else:
        tally = c.Tally(tuple(counts), cant_say)
        kept = await app.granted(app.api.key_paper(tally, tally))
    if kept:
        app.tell(say("wall.count.kept"))


async def count_closing(app: BaseApp, slips: ClosingSlips) -> None:
    """Take two members' counts of the closing questions' slips, a question at a time."""
    from screens.wall.dialogs.paper_slips import SlipCard

    ways = tuple(PickLine(way, say(f"wall.count.closing-{way}")) for way in ("not", "count"))
    text = say("wall.count.closing", seats=slips.seats, fewest=FEWEST)
    if await app.push_screen_wait(Sure(say("wall.count.title"), *ways, text=text)) != "count":
        return
    told = []
    for question, lines in slips.questions:
        counted = await app.push_screen_wait(SlipCard(question, lines, numbers_only=True))
        if counted is None:
            return
        *counts, skipped = (counted[line.key].value or 0 if line.key in counted else 0 for line in lines)
        told.append(c.Tally(tuple(counts), skipped))
    # the card has seen to it that both readings agree
    if await app.granted(app.api.count_closing(tuple(told), tuple(told))):
        app.tell(say("wall.count.closing-kept"))


async def _leave(app: BaseApp) -> bool:
    """Ask whether each of the few on paper has agreed that two of us see their slips; say whether that is recorded."""
    lines = (PickLine("no", say("wall.count.leave-no")), PickLine("yes", say("wall.count.leave-yes")))
    picked = await app.push_screen_wait(Sure(say("wall.way.title"), *lines, text=say("wall.count.leave")))
    return picked == "yes" and await app.do(c.ChoosePaperWay(PaperWay.TWO_SEE))


async def paper_way(app: BaseApp) -> bool:
    """Ask how a ballot is held in which few of us are on paper; say whether one was picked and is recorded."""
    lines = [PickLine(way, say(f"wall.way.{way}")) for way in PaperWay]
    picked = await app.push_screen_wait(Pick(say("wall.way.title"), lines, text=say("wall.way.text")))
    if picked is None or not await app.do(c.ChoosePaperWay(PaperWay(picked))):
        return False
    if picked == PaperWay.HAND_ROUND and not app.api.choices().goes_round:
        await hand_round(app)
    return True


async def go_on_with_paper(app: BaseApp) -> None:
    """Ask how the ballot is held, and open it."""
    if await paper_way(app):
        await app.press_on()


async def slips_agree(app: BaseApp) -> None:
    """Ask whether every slip agrees to turning scores over, and go on; about missing phones it was asked before."""
    position = app.position
    lines = (PickLine(way, say(f"small.slips.{way}")) for way in ("later", "yes", "no"))
    card = Sure(say("small.slips.title"), *lines, text=say("small.slips.text"))
    picked = await app.push_screen_wait(card)
    if picked in ("yes", "no") and await app.do(c.SlipsAgree(position, yes=picked == "yes", sure=True)):
        app.hush()


def _rows(counts: list[int], tied: int) -> tuple[tuple[int, ...], ...]:
    """Cut what was keyed into rows: the places of each of the tied."""
    return tuple(tuple(counts[at : at + tied]) for at in range(0, len(counts), tied))


async def correct(app: BaseApp) -> None:
    """Ask whose score, for which application and question, its value twice, and why."""
    choices = app.api.choices()
    scored = {seat for one in choices.correctable for seat in one.seats}
    if not scored:
        app.tell(say("steering.correct.none"))
        return
    seats = [seat for seat in choices.seats if seat.seat in scored]
    seat = await pick_seat(app, say("steering.correct.seat"), seats, lambda _seat: "")
    if seat is None:
        return
    ref = await _application(app, choices, seat.seat)
    question = await _question(app, choices, seat.seat) if ref else None
    if not ref or question is None:
        return
    title = say("steering.correct.value", seat=seat.seat, title=_title(choices, ref))
    answer = await _value(app, question, title, choices.questions.index(question) + 1)
    why = await _why(app) if answer else None
    if answer and why and await app.do(c.Correct(seat.seat, ref, question.key, answer, why)):
        app.tell(say("steering.correct.done"))


def _title(choices: Choices, ref: str) -> str:
    return choices.to_decide(ref).title


async def _application(app: BaseApp, choices: Choices, seat: int) -> str | None:
    lines = [PickLine(one.application, one.title) for one in choices.correctable if seat in one.seats]
    start = next((at for at, line in enumerate(lines) if line.key == choices.application), 0)
    card = Pick(say("steering.correct.application", seat=seat), lines, start=start)
    return await app.push_screen_wait(card)


async def _question(app: BaseApp, choices: Choices, seat: int) -> SlipQuestion | None:
    lines = [PickLine(one.key, one.question) for one in choices.questions]
    key = await app.push_screen_wait(Pick(say("steering.correct.question", seat=seat), lines))
    return next((one for one in choices.questions if one.key == key), None)


async def _value(app: BaseApp, question: SlipQuestion, title: str, number: int) -> Answer | None:
    from screens.wall.dialogs.paper_slips import SlipCard

    answers = await app.push_screen_wait(SlipCard(title, (question,), number=number))
    return answers.get(question.key) if answers else None


async def _why(app: BaseApp) -> str | None:
    from screens.wall.dialogs.dialog import Writing

    return await app.push_screen_wait(Writing(say("steering.correct.why"), say("steering.correct.label")))
