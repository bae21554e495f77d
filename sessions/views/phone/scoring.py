"""One question a page, check your answers, your score is in: a seat's own answers only."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from sessions.model.answers import Answer, Kind
from sessions.model.phases import Phase
from sessions.model.session import Criterion, Session
from sessions.state import State, scores_of
from sessions.views.in_words import in_words
from sessions.views.phone import pages as p
from sessions.views.phone.about import about, about_application
from sessions.views.worked_out_once import worked_out_once
from sessions.wording import say, say_many

MOST_RADIOS = 11  # longer scales get a number box and its limits said


def blank_question(model: Session, ref: str, number: int) -> p.Score:
    """Ask one question with nothing said yet, as phones and slips both ask it."""
    return worked_out_once(_blank_question, model, ref, number)


def _blank_question(model: Session, ref: str, number: int) -> p.Score:
    criterion = model.criteria[number - 1]
    scale = criterion.scale
    radios = len(scale.points) <= MOST_RADIOS
    return p.Score(
        about=about_application(model, ref),
        criterion=criterion.key,
        question=criterion.question,
        number=number,
        of=len(model.criteria),
        choices=tuple(p.Choice(str(v), scale.word(v)) for v in scale.points) if radios else (),
        others=tuple(
            p.Choice(kind, say(f"views.answer.{kind}")) for kind in (Kind.CANT_SAY, Kind.NOT_APPLICABLE)
        ),
        low=scale.low,
        high=scale.high,
        best=scale.best,
        said="",
        revision=1,
        may_step_out=False,
    )


def question(
    state: State, seat: int, number: int, *, may_step_out: bool, changing: bool = False, promise: str = ""
) -> p.Score:
    """Ask one question, nothing picked beforehand; what was said before stands beside it in words.

    `promise` says what becomes of a score, where that is not as always.
    """
    criterion = state.model.criteria[number - 1]
    scoring = scores_of(state, state.application)
    cell = scoring.cells.get(seat, {}).get(criterion.key)
    earlier = scoring.earlier.cells.get(seat, {}).get(criterion.key) if scoring.earlier else None
    return replace(
        blank_question(state.model, state.application, number),
        said=in_words(cell.answer, criterion.scale) if cell else "",
        given=sent(cell.answer) if cell else "",
        promise=promise,
        changing=changing,
        revision=cell.following if cell else 1,
        may_step_out=may_step_out,
        before=say("interviews.before-me", answer=in_words(earlier.answer, criterion.scale))
        if earlier
        else "",
    )


def sent(answer: Answer) -> str:
    """Return an answer as a phone sends it."""
    return str(answer.value) if answer.kind is Kind.SCORE else answer.kind.value


def said(state: State, seat: int, ref: str) -> tuple[p.Said, ...]:
    """List what a seat gave an application, a line a question."""
    cells = scores_of(state, ref).cells.get(seat, {})

    def line(number: int, criterion: Criterion) -> p.Said:
        cell = cells.get(criterion.key)
        words = in_words(cell.answer if cell else None, criterion.scale)
        return p.Said(number, criterion.question, words, cell is not None)

    return tuple(line(n, criterion) for n, criterion in enumerate(state.model.criteria, start=1))


def check(state: State, seat: int) -> p.CheckPage:
    """Let a member look over the answers before handing them in, the questions without one first."""
    answers = said(state, seat, state.application)
    empty = sum(not one.answered for one in answers)
    return p.CheckPage(
        about=about(state, state.application),
        answers=tuple(sorted(answers, key=lambda one: one.answered)),
        left_out=say_many("phone.check-empty", empty) if empty else "",
    )


def received(
    state: State, seat: int, at: dt.datetime | None, receipt: str, *, others: str = ""
) -> p.Received:
    """Say that the score is in, and whether it may still be changed."""
    return p.Received(
        about=about(state, state.application),
        answers=said(state, seat, state.application),
        at=at,
        receipt=receipt,
        open=state.plan.phase is Phase.SCORE,
        others=others,
    )


def still_asked(state: State, seat: int) -> bool:
    """Whether this seat is asked for scores now."""
    ref = state.application
    scoring = state.plan.phase is Phase.SCORE and not state.plan.pause
    return scoring and (seat, ref) not in state.conflicts and seat in scores_of(state, ref).electorate


def may_change(state: State, seat: int) -> bool:
    """Whether a mistake is mended by changing an answer, so that the facilitator need not be told."""
    return still_asked(state, seat) and bool(scores_of(state, state.application).cells.get(seat))


def open_after(state: State, seat: int, number: int) -> int | None:
    """Return the next question after this one that the seat has not answered; nothing where there is none."""
    given = scores_of(state, state.application).cells.get(seat, {})
    later = enumerate(state.model.criteria[number:], start=number + 1)
    return next((n for n, criterion in later if criterion.key not in given), None)


def skipped(state: State, seat: int) -> bool:
    """Whether a seat that has not handed in left a question without an answer."""
    scoring = scores_of(state, state.application)
    return seat not in scoring.handed_in and open_after(state, seat, 0) is not None
