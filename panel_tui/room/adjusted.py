"""What members asked for, as `adjustments.toml` says now: the file is looked at again before each page.

A file that cannot be read changes nothing: what was read before holds, and the desk says so.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from panel_tui.folder.adjustments import FILE, read_adjustments
from panel_tui.folder.fault import Fault
from sessions.model.adjustments import SeatAdjustments
from sessions.wording import say

_Seen = tuple[int, ...] | None


class LiveAdjustments:
    """Each seat's adjustments; none where there is no folder to read them from."""

    def __init__(self, folder: Path | None = None, seats: Callable[[], int] = lambda: 0) -> None:
        """Read nothing yet; `seats` says how many there are."""
        self._folder, self._seats = folder, seats
        self._file = folder / FILE if folder is not None else Path(FILE)
        self._seen: _Seen = None
        self._by_seat: dict[int, SeatAdjustments] = {}
        self._faults: tuple[Fault, ...] = ()

    def of(self, seat: int) -> SeatAdjustments | None:
        """Return what this seat asked for; nothing where it asked for nothing."""
        return self.all().get(seat)

    def all(self) -> dict[int, SeatAdjustments]:
        """Return what every seat asked for."""
        if self._folder is not None:
            self._look(self._folder)
        return self._by_seat

    @property
    def unread(self) -> str:
        """Say what cannot be read, for the desk alone; nothing where all can."""
        self.all()
        return say("adjusting.desk.unread", fault=self._faults[0]) if self._faults else ""

    def _look(self, folder: Path) -> None:
        """Read the file where it is another than before, or where there are more seats now."""
        try:
            stands = self._file.lstat()
        except OSError:
            self._seen, self._by_seat, self._faults = None, {}, ()
            return
        seen = (stands.st_mtime_ns, stands.st_size, stands.st_ino, self._seats())
        if seen == self._seen:
            return
        self._seen = seen
        asked, self._faults = read_adjustments(folder, self._seats())
        if not self._faults:
            self._by_seat = {one.seat: one for one in asked}
