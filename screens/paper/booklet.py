"""The booklet: the applications to read on paper, in large letters, with lines for one's own notes."""

from __future__ import annotations

from msgspec import Struct

from screens.paper.press import PrintedSheet
from sessions.model.session import Session
from sessions.views.paper.booklet import Booklet, BookletPage, BookletQuestion
from sessions.wording import say

USUAL, LARGE = 18, 24  # points
NOTES, ASKS = 5, 3  # lines to write on


class BookletSheetQuestion(Struct, frozen=True):
    """A question, how it is scored, and the points of its scale; without points a number is written."""

    question: str
    hint: str
    counts: str
    points: tuple[str, ...]


class BookletEntry(Struct, frozen=True):
    """One application as it stands in the booklet."""

    place: str
    title: str
    who: str
    lead: str
    rest: tuple[str, ...]
    asks: str
    least: str


class BookletSheet(PrintedSheet, frozen=True):
    """The whole booklet; `size` is how large its letters are, in points."""

    size: int
    where: str
    what: str
    how: str
    ask_heading: str
    own_heading: str
    own: str
    contents: str
    notes_heading: str
    would_ask_heading: str
    notes: int
    asks: int
    questions: tuple[BookletSheetQuestion, ...]
    entries: tuple[BookletEntry, ...]


def booklet_sheet(session: Session, booklet: Booklet, *, large: bool = False) -> BookletSheet:
    """Lay out the booklet."""
    return BookletSheet(
        "booklet",
        session.language,
        session.title,
        size=LARGE if large else USUAL,
        where=booklet.where,
        what=say("paper.booklet.what"),
        how=say("paper.booklet.how"),
        ask_heading=say("paper.booklet.ask"),
        own_heading=say("paper.booklet.own"),
        own=say("paper.booklet.own-how"),
        contents=say("phone.applications"),
        notes_heading=say("paper.booklet.notes"),
        would_ask_heading=say("paper.booklet.would-ask"),
        notes=NOTES,
        asks=ASKS,
        questions=tuple(_question(one) for one in booklet.questions),
        entries=tuple(_entry(one) for one in booklet.pages),
    )


def _question(asked: BookletQuestion) -> BookletSheetQuestion:
    one = asked.question
    best, worst = (one.high, one.low) if one.best == "high" else (one.low, one.high)
    numbers = bool(one.choices) and all(choice.words == choice.value for choice in one.choices)
    limits = "" if one.choices else say("phone.number", low=one.low, high=one.high, best=best)
    return BookletSheetQuestion(
        one.question,
        say("phone.best", best=best, worst=worst) if numbers else limits,
        asked.counts,
        tuple(choice.words for choice in one.choices),
    )


def _entry(one: BookletPage) -> BookletEntry:
    about = one.about
    return BookletEntry(
        place=f"{about.order} · {about.ref}",
        title=about.title,
        who=", ".join(filter(None, (about.organisation, about.place))),
        lead=one.lead,
        rest=one.rest,
        asks=about.asks,
        least=one.least,
    )
