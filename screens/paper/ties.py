"""Slips of a ballot to break a tie: a row for each that the wall numbers, a ring for each place."""

from __future__ import annotations

from screens.paper.press import PrintedSheet
from sessions.model.session import Session
from sessions.views.paper.slips import TieSlip
from sessions.wording import say

ON_A_PAGE = 2
MOST = 400  # slips; a larger hall copies a page


class TieSlipSheet(PrintedSheet, frozen=True):
    """Slips that are all alike, `on_a_page` on each page."""

    kind: str
    question: str
    how: str
    row: str
    rows: tuple[str, ...]
    places: tuple[str, ...]
    instead: str
    cant_say: str
    fold: str
    promise: str
    slips: int
    on_a_page: int


def ties_sheet(session: Session, slip: TieSlip) -> TieSlipSheet:
    """Lay out the pages: one for each of us, and what is left of the last page."""
    needed = slip.needed if slip.needed <= MOST else ON_A_PAGE
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
        slips=-(-needed // ON_A_PAGE) * ON_A_PAGE,
        on_a_page=ON_A_PAGE,
    )
