"""What people are told to keep: receipts and the head's words; and what a member's own page may say."""

from __future__ import annotations

from datetime import datetime

from panel_tui.record import Entry, RecordView
from panel_tui.room.anonymous_answers import AnonymousAnswers
from panel_tui.room.budget_table import BudgetTable
from panel_tui.room.practice import PracticeGoes
from panel_tui.room.signals import Signals
from sessions import events as e
from sessions.secret.ballot_box import BallotBox
from sessions.state import State
from sessions.views.phone.current_page import Mine

_RECEIPTED = (e.Answered, e.HandedIn)  # asked of every entry as a record is read


class Receipts:
    """Gathered from the record as it grows; made anew when the record is read anew."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: dict[tuple[int, str], tuple[Entry, datetime]] = {}
        self.head: tuple[str, ...] = ()

    def note(self, record: RecordView, entry: Entry, happened: e.Stamped) -> None:
        """Take from an entry what somebody keeps of it."""
        event = happened.event
        if isinstance(event, _RECEIPTED):
            self._kept[event.seat, event.application] = (entry, happened.at)
        elif isinstance(event, e.SessionEnded):
            self.head = record.head_words_at(entry.line)

    def receipt(self, seat: int, ref: str) -> tuple[str, datetime | None]:
        """Return a seat's newest receipt for an application, and when it was given; nothing before there is one."""
        kept = self._kept.get((seat, ref))
        return (kept[0].receipt, kept[1]) if kept else ("", None)

    def receipts(self, seat: int) -> dict[str, str]:
        """Return all of a seat's receipts, by application."""
        return {ref: entry.receipt for (one, ref), (entry, _at) in self._kept.items() if one == seat}


def mine_of(
    seat: int,
    state: State,
    box: BallotBox | None,
    keepsakes: Receipts,
    gathering: AnonymousAnswers,
    signals: Signals,
    practice: PracticeGoes,
    table: BudgetTable,
    *,
    reminded: bool,
) -> Mine:
    """Put together what a seat's page may say of what its member did."""
    receipt, at = keepsakes.receipt(seat, state.application)
    return Mine(
        ballot_in=box is not None and seat in box,
        ballot_settled=box is not None and box.settled(seat),
        asked_why=box is not None and box.asked_why(seat),
        given=gathering.given(seat),
        asked=gathering.asked(seat),
        wrote_question=gathering.wrote_question(seat),
        receipt=receipt,
        received_at=at,
        head=keepsakes.head,
        signals=signals.of(seat),
        reminded=reminded,
        tried=practice.of(seat),
        listed=table.on_phones(),
    )
