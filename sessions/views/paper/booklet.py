"""The booklet: everything to be decided, to read at any time, with room for one's own notes.

It belongs to no seat. Every copy is alike, so it can lie on the table and go from hand to hand.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec import Struct

from sessions.model.session import Application, Criterion, Session
from sessions.model.text import money
from sessions.views.phone import pages as p
from sessions.views.phone.about import about_application
from sessions.views.phone.scoring import blank_question
from sessions.views.plain_names import date_words
from sessions.wording import say


class BookletPage(Struct, frozen=True):
    """One application. `lead` says in a sentence what it would do, as the wall does; `rest` is the summary after it."""

    about: p.About
    least: str
    lead: str
    rest: tuple[str, ...]


class BookletQuestion(Struct, frozen=True):
    """One question of all applications. `counts` says how much it weighs, where that is not as usual."""

    question: p.Score
    counts: str


class Booklet(Struct, frozen=True):
    """What a booklet holds: when and where we meet, what we ask, and each application."""

    where: str
    questions: tuple[BookletQuestion, ...]
    pages: tuple[BookletPage, ...]


def booklet(model: Session, refs: Collection[str] | None = None) -> Booklet:
    """Return the booklet of all applications, or of these alone, in the order they are heard."""
    day = date_words(model.date) if model.date else ""
    wanted = [one for one in model.applications if refs is None or one.ref in refs]
    return Booklet(
        where=" · ".join(filter(None, (day, model.place))),
        questions=tuple(_question(model, n) for n in range(1, len(model.criteria) + 1)) if wanted else (),
        pages=tuple(_page(model, one) for one in wanted),
    )


def _question(model: Session, number: int) -> BookletQuestion:
    first = model.applications[0].ref
    return BookletQuestion(blank_question(model, first, number), _counts(model.criteria[number - 1]))


def _counts(criterion: Criterion) -> str:
    if not criterion.counted:
        return say("paper.booklet.not-counted")
    if criterion.weight != 1:
        return say("paper.booklet.counts", weight=f"{criterion.weight.normalize():f}")
    return ""


def _page(model: Session, one: Application) -> BookletPage:
    lead, least = one.would_do, ""
    if one.least is not None:
        least = say("views.least", amount=money(one.least, model.currency))
    return BookletPage(about_application(model, one.ref), least, lead, rest_of(one.summary, lead))


def rest_of(summary: str, lead: str) -> tuple[str, ...]:
    """Return a summary's paragraphs, without the sentence that leads where the first begins with it."""
    text = summary.strip().removeprefix(lead) if lead else summary
    return tuple(part.strip() for part in re.split(r"\n\s*\n", text) if part.strip())
