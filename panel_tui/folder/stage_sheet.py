"""The applications of a next stage as a sheet: our columns as the record has them, every other as it stood."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from panel_tui.folder.new import THEIR_REF
from panel_tui.folder.spreadsheet.column_names import FIELDS
from panel_tui.folder.tidy import fenced
from sessions.model.session import Application


def stage_sheet(applications: Sequence[Application], carried: Mapping[str, Mapping[str, str]]) -> str:
    """Write the sheet. `carried` has the columns that are no part of a session, by ref and title."""
    titles = dict.fromkeys(title for one in applications for title in carried.get(one.ref, {}))
    theirs = THEIR_REF in titles
    others = [title for title in titles if title != THEIR_REF]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*FIELDS, *([THEIR_REF] if theirs else []), *map(fenced, _free(others))])
    for one in applications:
        cells = carried.get(one.ref, {})
        named = [cells.get(THEIR_REF, "")] if theirs else []
        rest = [*named, *(cells.get(title, "") for title in others)]
        writer.writerow([*_ours(one), *map(fenced, rest)])
    return text.getvalue()


def _free(titles: Sequence[str]) -> list[str]:
    """Call a column that has one of our names so that it is not taken for ours."""
    ours = {name.casefold() for name in (*FIELDS, THEIR_REF)}
    return [f"their_{title}" if title.casefold() in ours else title for title in titles]


def _ours(one: Application) -> list[str]:
    texts = {
        **{field: str(getattr(one, field)) for field in FIELDS},
        "asked": f"{one.asked:f}",
        "least": "" if one.least is None else f"{one.least:f}",
        "summary": "",  # on a page of its own
    }
    return [fenced(texts[field]) for field in FIELDS]
