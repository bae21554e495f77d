"""What is said when a session is left, and a note to the next start where nobody left it by its own key."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from pathlib import Path

import msgspec

from panel_tui.record import Disk, RealDisk
from panel_tui.record.disk import write_all
from panel_tui.record.sidecar_files import RECORD, parting_of
from panel_tui.system.errors import Unable
from panel_tui.system.shell import typed
from panel_tui.system.terminal import EndedBy
from sessions.views.trouble import Trouble
from sessions.wording import say


def left(trouble: Trouble, folder: Path, kept: str) -> str:
    """Return the last words, after the record was read again; `kept` names them where all is well. Raises Unable."""
    if trouble.saved:
        return say("command.kept-in", folder=typed(trouble.saved))
    if trouble.name:
        raise Unable(say("command.not-kept", folder=folder, typed=typed(folder)))
    return say(kept, folder=typed(folder))


class Parting(msgspec.Struct, frozen=True):
    """Who ended it, and when."""

    why: EndedBy
    at: dt.datetime

    @property
    def said(self) -> str:
        """Say it to the facilitator."""
        return say(f"command.parted.{self.why.value}", time=f"{self.at:%H:%M}")


def leave_parting(folder: Path, parting: Parting, disk: Disk | None = None) -> None:
    """Leave the note beside the record. Where that cannot be, the next start does without."""
    place, disk = parting_of(folder / RECORD), disk or RealDisk()
    with suppress(OSError):
        if disk.exists(place):
            disk.unlink(place)
        handle = disk.create(place)
        try:
            write_all(disk, handle, msgspec.json.encode(parting))
        finally:
            disk.close(handle)


def take_parting(folder: Path, disk: Disk | None = None) -> Parting | None:
    """Take the note away and give it; nothing where the last run was left as it should be."""
    place, disk = parting_of(folder / RECORD), disk or RealDisk()
    try:
        if not disk.exists(place):
            return None
        found = msgspec.json.decode(disk.read(place), type=Parting)
        disk.unlink(place)
    except (OSError, msgspec.MsgspecError):
        return None
    return found
