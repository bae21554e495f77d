"""The box file beside the record: a slot for each seat that may vote, all of one length, written whole.

    whose round (32 bytes) · slots of two halves (64 bytes each; noughts where nobody has voted) · seal (32 bytes)

There is no time in it and no number that grows. A slot with one ballot has chance for its second half, so that
a copy does not say who voted twice. The seal says whether the file is whole.

Every step is on the disk before the next begins, and no name is ever given to two files: that holds on every
system, and whatever part of an unfinished step a power cut keeps.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

from panel_tui.record import Disk
from panel_tui.record.disk import write_all
from panel_tui.room.ballots.shares import SIZE, SlotPlace

_EMPTY = bytes(2 * SIZE)


class Slot(Struct, frozen=True):
    """One seat's place in the box: the half written last, and the one before it (or chance)."""

    newest: bytes
    older: bytes

    @property
    def both(self) -> tuple[bytes, bytes]:
        """Return both halves, newest first."""
        return self.newest, self.older


class BoxSlots(Struct, frozen=True):
    """The box of one round: whose it is, and who may vote, in seat order."""

    session: str
    application: str
    round: int
    seats: tuple[int, ...]

    def place(self, seat: int) -> SlotPlace:
        """Name a seat's ballot in this round."""
        return SlotPlace(self.session, self.application, self.round, seat)

    def encode(self, slots: Mapping[int, Slot]) -> bytes:
        """Write the whole box down. Its length hangs on the number of seats alone."""
        parts = [self._whose()]
        for seat in self.seats:
            slot = slots.get(seat)
            parts.append(_EMPTY if slot is None else slot.newest + slot.older)
        body = b"".join(parts)
        return body + _digest(body)

    def decode(self, data: bytes) -> dict[int, Slot] | None:
        """Read the box; nothing where the file is not whole or is another round's."""
        body, seal = data[:-SIZE], data[-SIZE:]
        if (
            len(data) != 2 * SIZE * (len(self.seats) + 1)
            or seal != _digest(body)
            or body[:SIZE] != self._whose()
        ):
            return None
        slots = {}
        for number, seat in enumerate(self.seats):
            start = SIZE + 2 * SIZE * number
            both = body[start : start + 2 * SIZE]
            if both != _EMPTY:
                slots[seat] = Slot(both[:SIZE], both[SIZE:])
        return slots

    def _whose(self) -> bytes:
        seats = ",".join(map(str, self.seats))
        return _digest("\0".join(("box 2", self.session, self.application, str(self.round), seats)).encode())


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


class BoxFile:
    """One round's box on the disk. Not for two threads at once."""

    def __init__(self, record: Path, disk: Disk) -> None:
        """Stand beside this record."""
        self._folder = record.parent
        self._box = record.with_suffix(".ballots")
        self._draft = record.with_suffix(".ballots-new")
        self._disk = disk

    def read(self, whole: Callable[[bytes], bool]) -> bytes | None:
        """Return what the disk holds, settled; a draft that is whole is the newest. Nothing where there is no box."""
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
