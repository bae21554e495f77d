"""Correct a score after closing, with a reason. The card never shows what it was, nor what it becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.wall.asks.pick import Line, Pick
from sessions import commands as c
from sessions.answers import Answer
from sessions.views.choices import Choices, SlipQuestion
from sessions.wording import say

from .picking import pick_seat

if TYPE_CHECKING:
    from ..switchboard import Switchboard


async def correct(app: Switchboard) -> None:
    """Ask whose score, for which application and question, its value twice, and why."""
    choices = app.hand.choices()
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
    answer = await _value(
        app, question, say("steering.correct.value", seat=seat.seat, title=_title(choices, ref))
    )
    why = await _why(app) if answer else None
    if answer and why and await app.do(c.Correct(seat.seat, ref, question.key, answer, why)):
        app.tell(say("steering.correct.done"))


def _title(choices: Choices, ref: str) -> str:
    return choices.to_decide(ref).title


async def _application(app: Switchboard, choices: Choices, seat: int) -> str | None:
    lines = [Line(one.application, one.title) for one in choices.correctable if seat in one.seats]
    start = next((at for at, line in enumerate(lines) if line.key == choices.application), 0)
    card = Pick(say("steering.correct.application", seat=seat), lines, start=start)
    return await app.push_screen_wait(card)


async def _question(app: Switchboard, choices: Choices, seat: int) -> SlipQuestion | None:
    lines = [Line(one.key, one.question) for one in choices.questions]
    key = await app.push_screen_wait(Pick(say("steering.correct.question", seat=seat), lines))
    return next((one for one in choices.questions if one.key == key), None)


async def _value(app: Switchboard, question: SlipQuestion, title: str) -> Answer | None:
    from screens.wall.asks.slip import SlipCard

    answers = await app.push_screen_wait(SlipCard(title, (question,)))
    return answers.get(question.key) if answers else None


async def _why(app: Switchboard) -> str | None:
    from screens.wall.asks.writing import Writing

    return await app.push_screen_wait(Writing(say("steering.correct.why"), say("steering.correct.label")))
