"""The box file beside the record: written whole, under a draft's name first, so that a crash leaves old or new.

Every step is on the disk before the next begins, and no name is ever given to two files: that holds on every
system, and whatever part of an unfinished step a power cut keeps.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from ..record import Disk
from ..record.disk import write_all


class BoxFile:
    """One round's box on the disk. Not for two threads at once."""

    def __init__(self, record: Path, disk: Disk) -> None:
        """Stand beside this record."""
        self._folder = record.parent
        self._box = record.with_suffix(".ballots")
        self._draft = record.with_suffix(".ballots-new")
        self._disk = disk

    def read(self, whole: Callable[[bytes], bool]) -> bytes | None:
        """Give what the disk holds, settled; a draft that is whole is the newest. Nothing where there is no box."""
        if self._disk.exists(self._draft):
            if whole(self._disk.read(self._draft)):
                self._settle_draft()
            else:
                self._disk.unlink(self._draft)
                self._disk.sync_folder(self._folder)
        if not self._disk.exists(self._box):
            return None
        data = self._disk.read(self._box)
        return data if whole(data) else None

    def write(self, data: bytes) -> None:
        """Make this the box; durable on return. Raises OSError, and then the box on the disk is old or new."""
        self._make_way()
        handle = self._disk.create(self._draft)
        try:
            write_all(self._disk, handle, data)
            self._disk.sync(handle)
        except OSError:
            with contextlib.suppress(OSError):
                self._disk.unlink(self._draft)
            raise
        finally:
            self._disk.close(handle)
        self._disk.sync_folder(self._folder)
        self._name_draft()

    def remove(self) -> None:
        """Take the box away. What cannot be removed now is removed when the session is next opened."""
        gone = False
        for path in (self._draft, self._box):
            with contextlib.suppress(OSError):
                if self._disk.exists(path):
                    self._disk.unlink(path)
                    gone = True
        if gone:
            with contextlib.suppress(OSError):
                self._disk.sync_folder(self._folder)

    def _make_way(self) -> None:
        """Clear up after a write that failed."""
        if not self._disk.exists(self._draft):
            return
        if self._disk.exists(self._box):
            self._disk.unlink(self._draft)
            self._disk.sync_folder(self._folder)
        else:
            self._name_draft()

    def _settle_draft(self) -> None:
        # the program before us may have died before its sync: seen is not yet safe
        handle = self._disk.append(self._draft)
        try:
            self._disk.sync(handle)
        finally:
            self._disk.close(handle)
        self._disk.sync_folder(self._folder)
        self._name_draft()

    def _name_draft(self) -> None:
        if self._disk.exists(self._box):
            self._disk.unlink(self._box)
        self._disk.rename(self._draft, self._box)
        self._disk.sync_folder(self._folder)
