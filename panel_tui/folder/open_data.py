"""The numbers 360Giving asks for, in session.toml: read when an export needs them, and kept there once given.

They change no result, so they may come after the doors have opened.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from sessions.model import OpenData
from sessions.text import clean

from .disk import read_ours
from .fault import Refusal
from .settings import FILE, MOST_BYTES, read_settings
from .starter import quoted


def open_data_in(folder: Path) -> OpenData | None:
    """Read `[open_data]` of a folder; None where it is not there, or not whole."""
    try:
        return _read(read_ours(folder / FILE, most=MOST_BYTES))
    except Refusal:
        return None


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
    handle, beside = tempfile.mkstemp(prefix=".session-", dir=folder)
    with os.fdopen(handle, "wb") as file:
        file.write(after)
        file.flush()
        os.fsync(file.fileno())
    Path(beside).chmod(path.stat().st_mode)
    Path(beside).replace(path)
    return True


def _read(data: bytes) -> OpenData | None:
    settings, _ = read_settings(data)
    given = settings.open_data if settings else None
    return given if given and given.funder_id and given.prefix else None
