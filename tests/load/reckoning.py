"""What the phones were told is kept, held against what the record has."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from msgspec import Struct, field

from panel_tui.record import Record
from panel_tui.record.history import history
from sessions.events import Answered, DecisionRecorded, HandedIn, RoundClosed

Given = tuple[int, str, str, str, int]  # seat, application, criterion, value as sent, revision


class Noted(Struct):
    """What was acknowledged, noted as each reply came; `cast` counts the options of one application's ballot."""

    answers: set[Given] = field(default_factory=set)
    handed_in: set[tuple[int, str]] = field(default_factory=set)
    cast: Counter[int] = field(default_factory=Counter)
    decided: str = ""
    on_the_way: int = 0  # sent, and the reply not there when the program was killed

    @property
    def many(self) -> int:
        """Count the acknowledged answers and hand-ins."""
        return len(self.answers) + len(self.handed_in)


def faults(noted: Noted, record: Path) -> list[str]:
    """Name everything acknowledged that the record does not have; nothing where all is there."""
    events = [one.event for one in history(Record.read(record).entries)]
    kept = {
        (one.seat, one.application, one.criterion, str(one.answer.value), one.revision)
        for one in events
        if isinstance(one, Answered)
    }
    handed = {(one.seat, one.application) for one in events if isinstance(one, HandedIn)}
    lost = [f"lost: answer {one}" for one in sorted(noted.answers - kept)]
    lost += [f"lost: handed in {one}" for one in sorted(noted.handed_in - handed)]
    if noted.cast:
        closed = [one for one in events if isinstance(one, RoundClosed)]
        counts = dict(enumerate(closed[0].counts or (), start=1)) if closed else {}
        found = +Counter(counts)
        if found != noted.cast or closed[0].cast != noted.cast.total():
            lost.append(f"ballots: {dict(noted.cast)} were cast, {dict(found)} are in the record")
    if noted.decided and not any(
        isinstance(one, DecisionRecorded) and one.application == noted.decided for one in events
    ):
        lost.append(f"lost: the decision on {noted.decided}")
    return lost
