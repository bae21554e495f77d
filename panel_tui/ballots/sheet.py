"""What the box file looks like: a slot for each seat that may vote, in seat order, all of one length.

    whose round (32 bytes) · slots of two halves (64 bytes each; noughts where nobody has voted) · seal (32 bytes)

There is no time in it and no number that grows. A slot with one ballot has chance for its second half, so that
a copy does not say who voted twice. The seal says whether the file is whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from msgspec import Struct

from .halves import SIZE, Place

_EMPTY = bytes(2 * SIZE)


class Slot(Struct, frozen=True):
    """One seat's place in the box: the half written last, and the one before it (or chance)."""

    newest: bytes
    older: bytes

    @property
    def both(self) -> tuple[bytes, bytes]:
        """Give both halves, newest first."""
        return self.newest, self.older


class Sheet(Struct, frozen=True):
    """The box of one round: whose it is, and who may vote, in seat order."""

    session: str
    application: str
    round: int
    seats: tuple[int, ...]

    def place(self, seat: int) -> Place:
        """Name a seat's ballot in this round."""
        return Place(self.session, self.application, self.round, seat)

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
