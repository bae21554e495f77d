"""The numbers 360Giving asks for: in the record, or put into session.toml since. They change no result."""

from __future__ import annotations

from pathlib import Path

from panel_tui.folder.disk import read_ours
from panel_tui.folder.fault import Refusal
from panel_tui.folder.settings import FILE, MOST_BYTES, read_settings
from sessions.model import OpenData


def open_data_in(folder: Path) -> OpenData | None:
    """Read `[open_data]` of a folder's session.toml; None where it says nothing, or nothing whole."""
    try:
        settings, _ = read_settings(read_ours(folder / FILE, most=MOST_BYTES))
    except Refusal:
        return None
    given = settings.open_data if settings else None
    return given if given and given.funder_id and given.prefix else None
