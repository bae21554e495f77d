"""One question a page, check your answers, your score is in: a seat's own answers only."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from ..answers import Answer, Kind
from ..model import Criterion, Scale, Session
from ..phases import Phase
from ..state import State, scores_of
from ..wording import say
from . import pages as p
from .about import about, about_application

MOST_RADIOS = 11  # longer scales get a number box (contract.md)


def in_words(answer: Answer | None, scale: Scale) -> str:
    """Say an answer as its member would."""
    if answer is None:
        return say("views.answer.none")
    if answer.kind is Kind.SCORE and answer.value is not None:
        return scale.word(answer.value)
    return say(f"views.answer.{answer.kind}")


def blank_question(model: Session, ref: str, number: int) -> p.Score:
    """Ask one question with nothing said yet, as phones and slips both ask it."""
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


def question(state: State, seat: int, number: int, *, may_step_out: bool) -> p.Score:
    """Ask one question, nothing picked beforehand; what was said before stands beside it in words."""
    criterion = state.model.criteria[number - 1]
    cell = scores_of(state, state.application).cells.get(seat, {}).get(criterion.key)
    return replace(
        blank_question(state.model, state.application, number),
        said=in_words(cell.answer, criterion.scale) if cell else "",
        revision=cell.revision + 1 if cell else 1,
        may_step_out=may_step_out,
    )


def said(state: State, seat: int, ref: str) -> tuple[p.Said, ...]:
    """List what a seat gave an application, a line a question."""
    cells = scores_of(state, ref).cells.get(seat, {})

    def line(number: int, criterion: Criterion) -> p.Said:
        cell = cells.get(criterion.key)
        words = in_words(cell.answer if cell else None, criterion.scale)
        return p.Said(number, criterion.question, words, cell is not None)

    return tuple(line(n, criterion) for n, criterion in enumerate(state.model.criteria, start=1))


def check(state: State, seat: int) -> p.Check:
    """Let a member look over the answers before handing them in."""
    return p.Check(
        about=about(state, state.application),
        answers=said(state, seat, state.application),
    )


def received(state: State, seat: int, at: dt.datetime | None, receipt: str) -> p.Received:
    """Say that the score is in, and whether it may still be changed."""
    return p.Received(
        about=about(state, state.application),
        answers=said(state, seat, state.application),
        at=at,
        receipt=receipt,
        open=state.plan.phase is Phase.SCORE,
    )


def still_asked(state: State, seat: int) -> bool:
    """Say whether this seat is asked for scores now."""
    ref = state.application
    scoring = state.plan.phase is Phase.SCORE and not state.plan.pause
    return scoring and (seat, ref) not in state.conflicts and seat in scores_of(state, ref).electorate


def open_after(state: State, seat: int, number: int) -> int | None:
    """Give the next question after this one that the seat has not answered; nothing where there is none."""
    given = scores_of(state, state.application).cells.get(seat, {})
    later = enumerate(state.model.criteria[number:], start=number + 1)
    return next((n for n, criterion in later if criterion.key not in given), None)


def skipped(state: State, seat: int) -> bool:
    """Say whether a seat that has not handed in left a question without an answer."""
    scoring = scores_of(state, state.application)
    return seat not in scoring.handed_in and open_after(state, seat, 0) is not None
