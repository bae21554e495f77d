"""The CSVs: UTF-8 with a header, RFC 4180, and nothing in them that a spreadsheet would run."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import Any

from msgspec import Struct

from panel_tui.folder.formula import guarded
from sessions.views.record import rows as r

from .material import File, Material
from .progress import no_tick

FILES: dict[str, tuple[type[Struct], str]] = {
    "scores.csv": (r.ScoreRow, "scores"),
    "results.csv": (r.ResultRow, "results"),
    "criteria.csv": (r.CriterionRow, "by_criterion"),
    "rounds.csv": (r.RoundRow, "rounds"),
    "conflicts.csv": (r.ConflictRow, "conflicts"),
    "timings.csv": (r.TimingRow, "timings"),
    "interventions.csv": (r.InterventionRow, "interventions"),
}
BY_MEMBER = ("scores.csv", "conflicts.csv")
_ROWS_A_PART = 5_000

# Some hundred texts stand in a hundred thousand cells.
_text = lru_cache(maxsize=4096)(guarded)


def moment(day: dt.date) -> str:
    """Write a day as 360Giving's schema takes it whether or not the reader checks formats: as its first moment."""
    return f"{day.isoformat()}T00:00:00+00:00"


def _yes(value: bool) -> str:  # noqa: FBT001 (called by type, as every other cell)
    return "yes" if value else ""


_CELLS: dict[type, Callable[[Any], str]] = {
    str: _text,
    int: str,
    bool: _yes,
    type(None): lambda _: "",
    dt.date: moment,
    Decimal: lambda number: f"{number:f}",
}


def csv_files(material: Material) -> Iterator[File]:
    """Make the CSVs; in public, those with rows by member are not there at all."""
    for name, (kind, field) in FILES.items():
        if not (material.public and name in BY_MEMBER):
            rows = getattr(material.account, field)
            yield File(name, csv_parts(kind.__struct_fields__, rows, tick=material.tick))


def csv_parts(
    columns: Sequence[str],
    rows: Sequence[Struct],
    *,
    titles: Sequence[str] = (),
    tick: Callable[[], None] = no_tick,
) -> Iterator[bytes]:
    """Write rows as CSV, a few thousand at a time, under their columns' names or other titles."""
    cells = attrgetter(*columns)
    for start in range(0, len(rows) or 1, _ROWS_A_PART):
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        if start == 0:
            writer.writerow(titles or columns)
        writer.writerows(
            [_CELLS[type(value)](value) for value in cells(row)] for row in rows[start : start + _ROWS_A_PART]
        )
        tick()
        yield text.getvalue().encode()
