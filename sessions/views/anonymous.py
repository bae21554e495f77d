"""What members give without their name, as phones ask for it and the wall counts it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sessions.decide.anonymous import (
    askable,
    asks_confidence,
    closing_questions,
    may_differ,
    phones_askable,
    slips_askable,
)
from sessions.model.answers import CONFIDENT, FEWEST
from sessions.state import State
from sessions.views.closing_questions import (
    felt_bars,
    felt_question,
    felt_shapes,
    in_few_words,
    point_words,
    skip_words,
    then_and_now,
)
from sessions.views.frame import countdown
from sessions.views.phone import pages as p
from sessions.views.phone.about import about
from sessions.views.shapes import Shape
from sessions.views.wall import posters
from sessions.wording import say

_OF_VIEWS = ("risk", "style", "memory", "shown")


def minority(state: State, seat: int) -> p.Minority | None:
    """Offer to record another view, where this seat may have one recorded now."""
    if not may_differ(state, seat):
        return None
    promise = tuple(say(f"people.minority.{key}") for key in _OF_VIEWS)
    return p.Minority(about=about(state, state.application), promise=promise)


def my_questions(state: State, *, again: bool) -> p.MyQuestions:
    """Ask for what a member would ask about the application we read."""
    promise = tuple(say(f"people.ask.{key}") for key in ("memory", "then"))
    return p.MyQuestions(about=about(state, state.application), promise=promise, again=again)


def confidence_page(state: State, seat: int, *, given: bool, number: int, again: int) -> p.AnyPage | None:
    """Ask question `number`, or say that all are answered; nothing where too few of us can be asked without a name.

    `again` is the question one comes back to, answered or not; nought where nobody asked for one.
    """
    questions = closing_questions(state)
    if not asks_confidence(state) or seat not in phones_askable(state):
        return None
    if not again and (number > len(questions) or (given and number == 1)):
        lines = (say("people.confidence.in-lines"),)
        return p.Wait(heading=say("people.confidence.in"), lines=lines, may_answer_again=True)
    at = again if 1 <= again <= len(questions) else min(number, len(questions))
    asked = questions[at - 1]
    choices = [p.Choice(str(n), word) for n, word in enumerate(point_words(asked), start=1)]
    lone = questions == (CONFIDENT,)
    return p.ConfidencePage(
        question=felt_question(asked),
        choices=(*choices, p.Choice("cant-say", skip_words(questions))),
        promise=(
            say("people.confidence.totals" if lone else "felt.totals"),
            say("people.confidence.memory"),
        ),
        again=given,
        number=at,
        of=len(questions),
        kind=asked,
    )


def confidence_shown(state: State) -> p.Result:
    """Show what the wall shows."""
    poster = _shown(state, posters.Frame(state.plan.position, ""))
    return p.Result(
        heading=poster.heading,
        lines=poster.lines,
        shapes=tuple((one.name, one.cant_say, one.bars) for one in poster.rounds),
    )


def felt_shown(state: State) -> p.Result:
    """Show what the wall shows of several questions."""
    shapes = tuple((one.question, one.words, one.bars) for one in _shapes(state))
    return p.Result(heading=say("felt.shown"), lines=(), shapes=shapes)


def confidence_poster(
    state: State, now: dt.datetime, bands: posters.Frame, given: int, *, restarted: bool
) -> posters.AnyPoster:
    """Count who has answered; nothing else is known before it closes."""
    questions = closing_questions(state)
    several = len(questions) > 1
    heading = say("felt.heading") if several else felt_question(questions[0])
    if not asks_confidence(state):
        lines = tuple(say("people.confidence.too-few-to-ask", fewest=FEWEST).split("\n"))
        return posters.Notice(bands, heading, lines)
    return posters.Scoring(
        bands,
        heading,
        given,
        len(phones_askable(state)) + len(slips_askable(state)),
        tuple(_asked_how(state, questions, restarted=restarted)),
        "",
        countdown(state, now),
        closed=False,
    )


def _asked_how(state: State, questions: tuple[str, ...], *, restarted: bool) -> Iterator[str]:
    phones, slips = phones_askable(state), slips_askable(state)
    yield say("people.confidence.on-phone" if phones else "felt.on-slips")
    if phones and slips:
        yield say("felt.slips-too")
    elif len(askable(state)) < len(state.here) and not slips:
        yield say("felt.few-slips", fewest=FEWEST)
    if len(questions) > 1:
        yield say("felt.several", n=len(questions))
    yield say("people.confidence.totals" if questions == (CONFIDENT,) else "felt.totals")
    if restarted:
        yield say("people.lost")


def _shown(state: State, bands: posters.Frame) -> posters.ThenAndNow:
    latest = state.felt[-1] if state.felt else None
    if latest is None or latest.counts is None:
        return posters.ThenAndNow(bands, say("people.confidence.too-few"), "", (), ())
    asked = latest.question
    heading = say("people.confidence.shown") if asked == CONFIDENT else felt_question(asked)
    told = then_and_now(state, asked)
    return posters.ThenAndNow(
        bands, heading, in_few_words(state, asked), felt_bars(state, asked), (told,) if told else ()
    )


def confidence_shown_poster(state: State, bands: posters.Frame) -> posters.ThenAndNow:
    """Show the totals, beside those of the morning."""
    return _shown(state, bands)


def felt_shown_poster(state: State, bands: posters.Frame) -> posters.Reveal:
    """Show the totals of several questions."""
    return posters.Reveal(bands, say("felt.shown"), _shapes(state))


def _shapes(state: State) -> tuple[Shape, ...]:
    return felt_shapes(state, state.step.key if state.step else "")
