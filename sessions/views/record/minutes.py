"""How long each line of the agenda took, from the timings of a day as they are told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby

from sessions.model.phases import Phase
from sessions.model.session import StepKind
from sessions.views.record.facts import LineFacts
from sessions.views.record.rows import TimingRow

_HUNDREDTH = Decimal("0.01")


def minutes_of_lines(lines: Sequence[LineFacts], timings: Sequence[TimingRow]) -> tuple[Decimal | None, ...]:
    """Return the minutes of each line, to two decimals; None for one the room never came to.

    Timings name a line by its application, title or kind. Where several have the same name, the room came to them
    in the order of the agenda. A break taken in the middle of something else is not its time.
    """
    waiting: dict[str, list[int]] = {}
    for position, line in enumerate(lines):
        if not line.left_out:
            waiting.setdefault(line.ref or line.title or line.kind, []).append(position)
    seconds: dict[int, int] = {}
    for name, run in groupby(timings, key=lambda row: row.step):
        places = waiting.get(name)
        if not places:
            continue
        position = places[0]
        if len(places) > 1:
            del places[0]
        own = lines[position].kind == StepKind.BREAK
        spent = sum(_seconds(row) for row in run if own or row.phase != Phase.BREAK)
        seconds[position] = seconds.get(position, 0) + spent
    return tuple(_minutes(seconds.get(position)) for position in range(len(lines)))


def _seconds(row: TimingRow) -> int:
    if not row.started or not row.ended:
        return 0
    took = dt.datetime.fromisoformat(row.ended) - dt.datetime.fromisoformat(row.started)
    return max(0, round(took.total_seconds()))


def _minutes(seconds: int | None) -> Decimal | None:
    return None if seconds is None else (Decimal(seconds) / 60).quantize(_HUNDREDTH, ROUND_HALF_UP)
