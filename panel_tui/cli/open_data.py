"""Ask for what 360Giving needs, once, and keep it with the session."""

from __future__ import annotations

from pathlib import Path

from sessions.model import OpenData
from sessions.wording import say

from ..unable import Unable
from .telling import ask, tell


def ask_open_data(folder: Path) -> None:
    """Ask at the terminal. Raises Unable where the answers cannot be kept."""
    from ..folder.open_data import keep_open_data

    tell(say("command.open-data"))
    given = OpenData(
        funder_id=_answer("command.open-data-funder"),
        funder_name=_answer("command.open-data-name"),
        prefix=_answer("command.open-data-prefix"),
    )
    if not keep_open_data(folder, given):
        raise Unable(say("command.open-data-not-kept"))


def _answer(key: str) -> str:
    return ask(say(key)).strip()
