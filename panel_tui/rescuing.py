"""The good part of a damaged session, as a folder that opens; the damaged one stays as it is."""

from __future__ import annotations

import shutil
from pathlib import Path

from sessions.wording import say

from .live import RECORD
from .record import rescue_copy, verify_chain
from .unable import Unable


def copy_session(folder: Path, to: Path) -> None:
    """Copy what staff made, and nothing the program made, into a new or empty folder."""
    to.mkdir(parents=True, exist_ok=True)
    if any(to.iterdir()):
        raise FileExistsError(say("command.folder-not-empty", folder=to.name))
    left = shutil.ignore_patterns("record*", "exports", ".*")
    shutil.copytree(folder, to, ignore=left, dirs_exist_ok=True)


def rescue(folder: Path, to: Path) -> str:
    """Copy the folder with its record up to the first line that does not fit, and say what is where.

    Raises Unable where nothing is damaged, FileExistsError where there is something at `to`, and the record's
    own refusals where not even its first line can be read.
    """
    if verify_chain(folder / RECORD).holds:
        raise Unable(say("command.rescue-whole"))
    copy_session(folder, to)
    good = rescue_copy(folder / RECORD, to / RECORD)
    return say("record.rescued", lines=good.lines, copy=to.name)
