"""The CSVs: UTF-8 with a header, RFC 4180, and nothing in them that a spreadsheet would run.

Those that people open begin with a byte-order mark: without it Excel on Windows reads £ and é in another alphabet.
"""

from __future__ import annotations

import codecs
import csv
import datetime as dt
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import Any

from msgspec import Struct

from panel_tui.exports.material import File, Material, no_tick
from panel_tui.folder.tidy import fenced
from sessions.views.record import rows as r
from sessions.views.record.interviews import InterviewRow

FILES: dict[str, tuple[type[Struct], str]] = {
    "scores.csv": (r.ScoreRow, "scores"),
    "results.csv": (r.ResultRow, "results"),
    "criteria.csv": (r.CriterionRow, "by_criterion"),
    "rounds.csv": (r.RoundRow, "rounds"),
    "conflicts.csv": (r.ConflictRow, "conflicts"),
    "timings.csv": (r.TimingRow, "timings"),
    "interventions.csv": (r.InterventionRow, "interventions"),
    "interviews.csv": (InterviewRow, "interviews"),
    "felt.csv": (r.FeltRow, "felt"),
    "questions.csv": (r.QuestionRow, "questions"),
}
WHERE_THERE_ARE_SOME = ("interviews.csv",)
"""Files of what most days do not have: those are not written empty."""
BY_MEMBER = ("scores.csv", "conflicts.csv")
_ROWS_A_PART = 5_000

# Some hundred texts stand in a hundred thousand cells.
_text = lru_cache(maxsize=4096)(fenced)


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
            if not rows and name in WHERE_THERE_ARE_SOME:
                continue
            yield File(name, csv_parts(kind.__struct_fields__, rows, tick=material.tick))


def csv_parts(
    columns: Sequence[str],
    rows: Sequence[Struct],
    *,
    titles: Sequence[str] = (),
    tick: Callable[[], None] = no_tick,
    for_people: bool = True,
) -> Iterator[bytes]:
    """Write rows as CSV, a few thousand at a time, under their columns' names or other titles.

    A file for other programs alone, which may take the mark at its beginning for a letter, is not `for_people`.
    """
    if for_people:
        yield codecs.BOM_UTF8
    cells = attrgetter(*columns)
    for start in range(0, len(rows) or 1, _ROWS_A_PART):
        heads = [titles or columns] if start == 0 else []
        yield _part(heads, map(cells, rows[start : start + _ROWS_A_PART]))
        tick()


def table_part(titles: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Write a whole table whose columns nobody knows beforehand, such as those of the applicants' own sheet."""
    return codecs.BOM_UTF8 + _part([[_text(title) for title in titles]], rows)


def _part(heads: Sequence[Sequence[str]], rows: Iterable[Sequence[object]]) -> bytes:
    """Write the head of a table, where it begins here, and some rows.

    A row with a semicolon in it has marks around every cell: LibreOffice takes one for the end of a cell that has none.
    """
    text = io.StringIO()
    plain = csv.writer(text, lineterminator="\r\n").writerow
    marked = csv.writer(text, lineterminator="\r\n", quoting=csv.QUOTE_ALL).writerow
    for cells in (*heads, *([_CELLS[type(value)](value) for value in row] for row in rows)):
        (marked if any(";" in cell for cell in cells) else plain)(cells)
    return text.getvalue().encode()
