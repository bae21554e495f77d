"""Is the file of that name still the one we write to, as we left it? A handle alone never tells.

A folder is deleted, a sync client or an editor puts a new file in the old one's place, a line is changed in place:
the handle goes on taking every byte, and nobody will ever find them.
"""

from pathlib import Path

from panel_tui.record import chain
from panel_tui.record.disk import Disk
from panel_tui.record.refusals import RecordLost


class Identity:
    """The record's file as it was left after the last write."""

    def __init__(self, path: Path, disk: Disk) -> None:
        self._path = path
        self._disk = disk
        self._marks = (0, 0)

    def note(self, handle: int) -> None:
        """Take the file as it stands now for how we left it."""
        self._marks = self._disk.look(handle).marks

    def grown(self, handle: int, end: int) -> None:
        """Raise RecordLost unless what we have just written lies in the file of that name, and ends there."""
        self._marks = self._measured(handle, end)

    def check(self, handle: int, last: chain.ChainLine, *, whole: bool = False) -> None:
        """Raise RecordLost unless the file is as we left it; where it was touched, or `whole`, all of it is read."""
        marks = self._measured(handle, last.end)
        if marks == self._marks and not whole:
            return
        try:
            data = self._disk.reread(handle)
        except OSError as problem:
            raise RecordLost("record.lost") from problem
        if not self.ends_with(data, last):
            raise RecordLost("record.changed")
        self._marks = marks

    def ends_with(self, data: bytes, last: chain.ChainLine) -> bool:
        """Whether these bytes are the record up to this line: its hash stands for all before it."""
        found = chain.scan(data)
        return found.bad is None and bool(found.lines) and found.lines[-1].hash == last.hash

    def _measured(self, handle: int, end: int) -> tuple[int, int]:
        try:
            ours, named = self._disk.look(handle), self._disk.look_at(self._path)
        except OSError as problem:
            raise RecordLost("record.lost") from problem
        if ours.file != named.file:
            raise RecordLost("record.lost")
        if ours.size != end:
            raise RecordLost("record.changed")
        return ours.marks
