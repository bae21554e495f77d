"""Rows with what each of them is: an application, or one of the other kinds a table has."""

from __future__ import annotations

from collections.abc import Sequence

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
    """One row, what it is, and the words that say so. `application` where nothing speaks against it."""

    row: GridRow
    kind: str
    says: str = ""


def under_headings(rows: Sequence[Judged]) -> list[Judged]:
    """Take the headings inside a table for the strands of what stands below them, where every row has one."""
    first = next((one.kind for one in rows if one.kind not in ("sums", "notes", "titles", "units")), "")
    if first != "headings":
        return list(rows)
    done: list[Judged] = []
    strand = ""
    for one in rows:
        strand = one.says if one.kind == "headings" else strand
        done.append(replace(one, row=replace(one.row, strand=strand)))
    return done
