"""Rows with what each of them is: an application, or one of the other kinds a table has."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from panel_tui.folder.spreadsheet.grid import GridRow
from sessions.model.session import Value

SURE = ("sums", "notes", "headings", "titles", "units")  # left out, and told
OPEN = (
    "hidden",
    "withdrawn",
    "struck",
    "unclear",
    "apart",
    "bare",
)  # asked about; the first that holds is the reason
KINDS = (*SURE, *OPEN)


class Judged(Value, frozen=True):
    """One row, what it is, and the words that say so. `application` where nothing speaks against it.

    `column` is the one whose status says that it is withdrawn, where a status does.
    """

    row: GridRow
    kind: str
    says: str = ""
    column: int | None = None


def under_headings(rows: Sequence[Judged], opening: str = "") -> list[Judged]:
    """Take the headings inside a table for the strands of what stands below them, where every row has one.

    Where each heading has the titles again below it, `opening` above the first titles is one of them.
    """
    first = next((one.kind for one in rows if one.kind not in ("sums", "notes", "titles", "units")), "")
    again = [after.kind == "titles" for one, after in pairwise(rows) if one.kind == "headings"]
    stacked = bool(again) and all(again)
    if first != "headings" and not (stacked and opening):
        return list(rows)
    done: list[Judged] = []
    strand = opening if stacked else ""
    for one in rows:
        strand = one.says if one.kind == "headings" else strand
        done.append(replace(one, row=replace(one.row, strand=strand)))
    return done
