"""What stands in session.toml and in no record: 360Giving's numbers, the letters' head, an invitation's details.

They change no result, so they may come after the doors have opened.
"""

from __future__ import annotations

from pathlib import Path

from panel_tui.folder.fault import Refusal
from panel_tui.folder.safe_open import put_whole, read_ours
from panel_tui.folder.settings import FILE, MOST_BYTES, read_settings
from panel_tui.folder.tidy import quoted
from sessions.model.invite import InviteDetails
from sessions.model.letterhead import Letterhead
from sessions.model.session import OpenData
from sessions.model.text import clean


def open_data_in(folder: Path) -> OpenData | None:
    """Read `[open_data]` of a folder; None where it is not there, or not whole."""
    try:
        return _read(read_ours(folder / FILE, most=MOST_BYTES))
    except Refusal:
        return None


def letterhead_in(folder: Path) -> Letterhead:
    """Read `[letters]` of a folder; empty where it is not there, or session.toml cannot be read."""
    try:
        settings, _ = read_settings(read_ours(folder / FILE, most=MOST_BYTES))
    except Refusal:
        return Letterhead()
    return settings.letterhead if settings else Letterhead()


def invite_in(folder: Path) -> InviteDetails:
    """Read `[invite]` of a folder; empty where it is not there, or session.toml cannot be read."""
    try:
        settings, _ = read_settings(read_ours(folder / FILE, most=MOST_BYTES))
    except Refusal:
        return InviteDetails()
    return settings.invite if settings else InviteDetails()


def keep_open_data(folder: Path, given: OpenData) -> bool:
    """Add `[open_data]` to the end of session.toml, whole or not at all; say whether it can be read there now."""
    path = folder / FILE
    given = OpenData(clean(given.funder_id), clean(given.prefix), clean(given.funder_name))
    try:
        before = read_ours(path, most=MOST_BYTES)
    except Refusal:
        return False
    lines = [
        "\n[open_data]",
        f"funder_id = {quoted(given.funder_id)}",
        f"funder_name = {quoted(given.funder_name)}",
        f"prefix = {quoted(given.prefix)}\n",
    ]
    after = before.rstrip(b"\r\n") + b"\n" + "\n".join(lines).encode()
    if _read(after) != given:
        return False
    put_whole(path, after)
    return True


def _read(data: bytes) -> OpenData | None:
    settings, _ = read_settings(data)
    given = settings.open_data if settings else None
    return given if given and given.funder_id and given.prefix else None
