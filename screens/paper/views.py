"""Slips for another view: a few lines to write on, and what becomes of the words."""

from __future__ import annotations

from screens.paper.press import PrintedSheet
from sessions.model.session import Session
from sessions.views.paper.slips import ViewSlip
from sessions.wording import say

ON_A_PAGE = 2
MOST = 400  # slips; a larger hall copies a page
LINES = 5  # to write on


class ViewSlipSheet(PrintedSheet, frozen=True):
    """Slips that are all alike, `on_a_page` on each page."""

    kind: str
    question: str
    about: str
    hint: str
    promise: str
    lines: int
    slips: int
    on_a_page: int


def views_sheet(session: Session, slip: ViewSlip) -> ViewSlipSheet:
    """Lay out the pages: one for each of us, and what is left of the last page."""
    needed = slip.needed if slip.needed <= MOST else ON_A_PAGE
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
        slips=-(-needed // ON_A_PAGE) * ON_A_PAGE,
        on_a_page=ON_A_PAGE,
    )
