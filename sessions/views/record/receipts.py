"""The whole story of a receipt: what was given, what was made of it afterwards and why, what was counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sessions import events as e
from sessions.evolve import fold
from sessions.model.answers import Kind
from sessions.state import Cell, State, scores_of
from sessions.views.frame import clock
from sessions.views.in_words import in_words
from sessions.views.record.days_met import day_words
from sessions.views.record.times import as_told
from sessions.wording import say


def receipt_story(history: Sequence[e.Stamped], place: int) -> tuple[str, ...]:
    """Tell what the entry at this place, from 0, stands for. Scores nobody has been shown yet stay covered."""
    given = history[place].event
    if not isinstance(given, e.Answered | e.HandedIn):
        return (say("verify.receipt-entry"),)
    return tuple(_told(fold(history), history, as_told(history), place, given))


def _told(
    now: State,
    history: Sequence[e.Stamped],
    told: Sequence[e.Stamped],
    place: int,
    given: e.Answered | e.HandedIn,
) -> Iterator[str]:
    at, ref = told[place].at, given.application
    title = now.model.application(ref).title
    yield say(
        "verify.receipt-given", date=day_words(at.date()), at=clock(at), seat=given.seat, ref=ref, title=title
    )
    if not scores_of(now, ref).revealed:
        yield say("verify.receipt-not-shown", ref=ref)
        return
    then = scores_of(fold(history[: place + 1]), ref).cells[given.seat]
    keys = [given.criterion] if isinstance(given, e.Answered) else list(then)
    for key in keys:
        yield say("verify.receipt-answer", question=_question(now, key), answer=_said(now, key, then))
    yield from _afterwards(now, told[place + 1 :], given, {key: then[key] for key in keys})
    yield from _counted(now, given, keys)


def _afterwards(
    now: State, later: Sequence[e.Stamped], given: e.Answered | e.HandedIn, cells: Mapping[str, Cell]
) -> Iterator[str]:
    """Tell what became of these answers, each change with what stood before it."""
    answers = {key: cell.answer for key, cell in cells.items()}
    for one in later:
        match one.event:
            case e.Answered(seat=seat, application=ref, criterion=key, answer=answer) if (
                _theirs(given, seat, ref) and key in answers and answer != answers[key]
            ):
                words = in_words(answer, now.model.criterion(key).scale)
                question = _question(now, key)
                yield say("verify.receipt-changed", at=clock(one.at), question=question, answer=words)
                answers[key] = answer
            case e.Corrected(seat=seat, application=ref, criterion=key, answer=answer, why=why) if (
                _theirs(given, seat, ref) and key in answers
            ):
                scale = now.model.criterion(key).scale
                yield say(
                    "verify.receipt-corrected",
                    at=clock(one.at),
                    question=_question(now, key),
                    before=in_words(answers[key], scale),
                    after=in_words(answer, scale),
                    why=why,
                )
                answers[key] = answer
            case e.ConflictDeclared(seat=seat, application=ref) if _theirs(given, seat, ref):
                yield say("verify.receipt-aside", at=clock(one.at), seat=seat, ref=ref)
            case e.RevealVoided(application=ref, why=why) if ref == given.application:
                yield say("verify.receipt-voided", at=clock(one.at), ref=ref, why=why)
            case _:
                pass


def _theirs(given: e.Answered | e.HandedIn, seat: int, ref: str) -> bool:
    return (given.seat, given.application) == (seat, ref)


def _counted(now: State, given: e.Answered | e.HandedIn, keys: Sequence[str]) -> Iterator[str]:
    scoring, ref = scores_of(now, given.application), given.application
    if given.seat not in scoring.sheets:
        yield say("verify.receipt-not-counted", seat=given.seat, ref=ref)
        return
    yield say("verify.receipt-counted")
    cells = scoring.cells[given.seat]
    for key in keys:
        answer, question = cells[key].answer, _question(now, key)
        if answer.kind is Kind.SCORE and now.model.criterion(key).counted:
            yield say("verify.receipt-counts", question=question, value=_point(now, key, cells))
        else:
            yield say("verify.receipt-uncounted", question=question, answer=_said(now, key, cells))


def _point(now: State, key: str, cells: Mapping[str, Cell]) -> str:
    """Say a score as its word and its number, or as the number alone where the scale has no words."""
    value, words = str(cells[key].answer.value), _said(now, key, cells)
    return words if words == value else f"{words} ({value})"


def _said(now: State, key: str, cells: Mapping[str, Cell]) -> str:
    return in_words(cells[key].answer, now.model.criterion(key).scale)


def _question(now: State, key: str) -> str:
    return now.model.criterion(key).question
