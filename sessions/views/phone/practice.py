"""The practice go on one phone, the whole way: two questions, check, receipt, change, and a ballot."""

from __future__ import annotations

from sessions.decide.practice import QUESTIONS, points
from sessions.state import State
from sessions.views.phone import pages as p
from sessions.views.phone.rounds import CANT_SAY, PROMISES, ballot_choices, promises
from sessions.views.phone.what_is_known import Ask, Mine
from sessions.wording import say

_QUESTIONS = ("views.practice.question", "views.practice.question-2")


def practice_page(state: State, seat: int, ask: Ask, mine: Mine) -> p.PracticePage:
    """Show the part of the practice go this member has come to, or the question that was asked for."""
    given = dict(mine.tried.answers)
    if state.seats[seat].practised:
        return p.PracticePage(question=say(_QUESTIONS[0]), choices=(), done=True)
    if ask.kind == "practice" and 1 <= ask.number <= QUESTIONS:
        return _question(state, ask.number, given)
    missing = [n for n in range(1, QUESTIONS + 1) if n not in given]
    if missing:
        return _question(state, missing[0], given)
    if mine.tried.voting:
        return _ballot(state)
    part = "received" if mine.tried.handed_in else "check"
    return p.PracticePage(
        question=say("phone.received" if mine.tried.handed_in else "phone.check"),
        choices=(),
        done=False,
        part=part,
        answers=tuple(
            p.Said(n, say(key), _words(state, given[n]), answered=True)
            for n, key in enumerate(_QUESTIONS, start=1)
        ),
    )


def _question(state: State, number: int, given: dict[int, str]) -> p.PracticePage:
    choices = [p.Choice(str(n), word) for n, word in enumerate(points(state.model), start=1)]
    before = given.get(number, "")
    return p.PracticePage(
        question=say(_QUESTIONS[number - 1]),
        choices=(*choices, p.Choice(CANT_SAY, say("views.answer.cant-say"))),
        done=False,
        number=number,
        of=QUESTIONS,
        said=_words(state, before) if before else "",
        given=before,
    )


def _words(state: State, picked: str) -> str:
    return points(state.model)[int(picked) - 1] if picked.isdecimal() else say("views.answer.cant-say")


def _ballot(state: State) -> p.PracticePage:
    return p.PracticePage(
        question=say("views.practice.ballot"),
        choices=ballot_choices(state.model),
        done=False,
        part="ballot",
        promise=promises(state, PROMISES),
    )
