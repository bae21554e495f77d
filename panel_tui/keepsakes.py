"""What people are told to keep: each seat's receipts, and the words of the record's head once the day has ended."""

from __future__ import annotations

from datetime import datetime

from sessions import events as e

from .record import Entry, RecordView


class Keepsakes:
    """Gathered from the record as it grows; made anew when the record is read anew."""

    def __init__(self) -> None:
        """Begin with none."""
        self._receipts: dict[tuple[int, str], tuple[str, datetime]] = {}
        self.head: tuple[str, ...] = ()

    def note(self, record: RecordView, entry: Entry, happened: e.Stamped) -> None:
        """Take from an entry what somebody keeps of it."""
        match happened.event:
            case e.Answered(seat=seat, application=ref) | e.HandedIn(seat=seat, application=ref):
                self._receipts[seat, ref] = (entry.receipt, happened.at)
            case e.SessionEnded():
                self.head = record.head_words_at(entry.line)
            case _:
                pass

    def receipt(self, seat: int, ref: str) -> tuple[str, datetime | None]:
        """Give a seat's newest receipt for an application, and when it was given; nothing before there is one."""
        return self._receipts.get((seat, ref), ("", None))

    def receipts(self, seat: int) -> dict[str, str]:
        """Give all of a seat's receipts, by application."""
        return {ref: receipt for (one, ref), (receipt, _at) in self._receipts.items() if one == seat}
