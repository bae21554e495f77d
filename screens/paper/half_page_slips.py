"""Slips of half a page, all alike: of a ballot to break a tie, and to write another view on."""

from __future__ import annotations

from screens.paper.press import PrintedSheet
from sessions.model.session import Session
from sessions.views.paper.slips import TieSlip, ViewSlip
from sessions.wording import say

ON_A_PAGE = 2
MOST = 400  # slips; a larger hall copies a page
LINES = 5  # to write another view on


class HalfPageSlips(PrintedSheet, frozen=True):
    """Slips that are all alike, `on_a_page` on each page; what kind they are, and what they ask."""

    kind: str
    question: str
    slips: int
    on_a_page: int


class TieSlipSheet(HalfPageSlips, frozen=True):
    """Slips of a ballot to break a tie: a row for each that the wall numbers, a ring for each place."""

    how: str
    row: str
    rows: tuple[str, ...]
    places: tuple[str, ...]
    instead: str
    cant_say: str
    fold: str
    promise: str


class ViewSlipSheet(HalfPageSlips, frozen=True):
    """Slips for another view: a few lines to write on, and what becomes of the words."""

    about: str
    hint: str
    promise: str
    lines: int


def ties_sheet(session: Session, slip: TieSlip) -> TieSlipSheet:
    """Lay out the pages of a ballot to break a tie."""
    return TieSlipSheet(
        "ties",
        session.language,
        say("paper.ties.title", session=session.title),
        kind=say("phone.ballot"),
        question=slip.question,
        how=say("paper.ties.how"),
        row=say("paper.ties.row"),
        rows=slip.rows,
        places=slip.places,
        instead=say("phone.or"),
        cant_say=slip.cant_say,
        fold=say("paper.ties.fold"),
        promise=say("phone.ballot-promise"),
        slips=_how_many(slip.needed),
        on_a_page=ON_A_PAGE,
    )


def views_sheet(session: Session, slip: ViewSlip) -> ViewSlipSheet:
    """Lay out the pages for another view."""
    return ViewSlipSheet(
        "views",
        session.language,
        say("paper.views.title", session=session.title),
        kind=say("people.minority.offer"),
        question=slip.question,
        about=say("paper.views.about"),
        hint=say("paper.views.hint"),
        promise=say("paper.views.promise"),
        lines=LINES,
        slips=_how_many(slip.needed),
        on_a_page=ON_A_PAGE,
    )


def _how_many(needed: int) -> int:
    """Return one for each of us, and what is left of the last page."""
    whole = needed if needed <= MOST else ON_A_PAGE
    return -(-whole // ON_A_PAGE) * ON_A_PAGE
