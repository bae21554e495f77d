"""Give the columns of a folder's sheet that are no part of a session, by ref: for letters and files for staff alone.

They never enter the record. Contacts and people's names are among them, so nothing public is made from them.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from panel_tui.folder.fault import Refusal
from panel_tui.folder.in_folder import plan_of
from panel_tui.folder.new import THEIR_REF
from panel_tui.folder.rows import SheetEntry
from panel_tui.folder.session_folder import sheet_of
from panel_tui.folder.spreadsheet.called import title_of
from panel_tui.folder.tidy import unguarded
from sessions.model.text import clean_lines


def carried_columns(folder: Path) -> Mapping[str, Mapping[str, str]]:
    """Read them, each application's cells by the column's title; nothing where the sheet cannot be read."""
    try:
        plan = plan_of(sheet_of(folder))
    except Refusal:
        return {}
    if plan is None:
        return {}
    titles = {at: title_of(plan.table.titles, at) for at in plan.carried}
    their = plan.found.at.get("their_ref")
    return {
        entry.application.ref: {
            THEIR_REF if at == their else unguarded(title): _words(entry, at) for at, title in titles.items()
        }
        for entry in plan.entries
    }


def _words(entry: SheetEntry, at: int) -> str:
    cell = entry.row.cell(at)
    return f"{cell:f}" if isinstance(cell, Decimal) else _plain(unguarded(cell))


def _plain(words: str) -> str:
    """Take out what would steer a terminal or turn a line round; lines stay lines, and nothing is cut."""
    return clean_lines(words, longest=sys.maxsize)
