"""The open round's choices in a page of memory of their own: never swapped to the disk, never in a dump, wiped after.

Where the system does not let us lock it, the page is used all the same, and `locked` says so; the wall tells the room.
What a request carries on its way here lies in ordinary memory for a moment: this is about what stays while we vote.
"""

from __future__ import annotations

import contextlib
import ctypes
import mmap
import sys
from collections.abc import Iterable, Iterator, MutableMapping

_BYTES = 2  # a choice: eight that are level have 40,320 orders
_NONE, _CANT_SAY, _FIRST = 0, 1, 2


class LockedChoices(MutableMapping[int, int | None]):
    """A place for each seat, in seat order; what is no choice is "can't say"."""

    def __init__(self, seats: Iterable[int]) -> None:
        """Take a page and have it locked."""
        self._places = {seat: place for place, seat in enumerate(seats)}
        pages = 1 + _BYTES * len(self._places) // mmap.PAGESIZE
        self._page = mmap.mmap(-1, pages * mmap.PAGESIZE)
        _keep_out_of_dumps(self._page)
        self.locked = _locked(self._page)
        """Whether the system keeps the page in memory alone."""

    def wipe(self) -> None:
        """Leave nothing of the choices."""
        self._page[:] = bytes(len(self._page))

    def __getitem__(self, seat: int) -> int | None:
        """Return a seat's choice."""
        found = self._read(self._places[seat])
        if found == _NONE:
            raise KeyError(seat)
        return None if found == _CANT_SAY else found - _FIRST

    def __setitem__(self, seat: int, choice: int | None) -> None:
        """Put a seat's choice in its place. Raises KeyError for a seat without one."""
        self._write(self._places[seat], _CANT_SAY if choice is None else choice + _FIRST)

    def __delitem__(self, seat: int) -> None:
        """Take a seat's choice out."""
        if seat not in self:
            raise KeyError(seat)
        self._write(self._places[seat], _NONE)

    def __contains__(self, seat: object) -> bool:
        """Whether a seat has a choice."""
        return isinstance(seat, int) and seat in self._places and self._read(self._places[seat]) != _NONE

    def __iter__(self) -> Iterator[int]:
        """Go through the seats that have one, in seat order."""
        return (seat for seat, place in self._places.items() if self._read(place) != _NONE)

    def __len__(self) -> int:
        """Count them."""
        return sum(1 for _ in self)

    def _read(self, place: int) -> int:
        at = _BYTES * place
        return int.from_bytes(self._page[at : at + _BYTES])

    def _write(self, place: int, number: int) -> None:
        at = _BYTES * place
        self._page[at : at + _BYTES] = number.to_bytes(_BYTES)


def _keep_out_of_dumps(page: mmap.mmap) -> None:
    """Keep a page out of a dump of this program, should there be one all the same, where the system can."""
    if sys.platform != "win32" and (advice := getattr(mmap, "MADV_DONTDUMP", None)) is not None:
        with contextlib.suppress(OSError):
            page.madvise(advice)


def _locked(page: mmap.mmap) -> bool:
    view = ctypes.c_char.from_buffer(page)
    where, size = ctypes.c_void_p(ctypes.addressof(view)), ctypes.c_size_t(len(page))
    try:
        if sys.platform == "win32":
            return bool(ctypes.windll.kernel32.VirtualLock(where, size))
        return bool(ctypes.CDLL(None).mlock(where, size) == 0)
    except (OSError, AttributeError):
        return False
