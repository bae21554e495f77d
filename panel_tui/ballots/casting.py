"""One ballot on its way to the disk, and the callers who wait for it."""

from __future__ import annotations

import asyncio

from msgspec import Struct

from sessions.refusals import No, Refused

from .halves import Place, mixed, slip
from .sheet import Slot


class Casting(Struct):
    """A ballot with a pad of its own; `half` is the part that goes to the disk."""

    choice: int | None
    pad: bytes
    half: bytes
    callers: list[asyncio.Future[bytes]]

    def done(self) -> None:
        """Tell the callers that it is safe, with the pad for the phone."""
        for caller in self.callers:
            if not caller.done():
                caller.set_result(self.pad)

    def refuse(self, code: No) -> None:
        """Tell them that it does not count, and why."""
        for caller in self.callers:
            if not caller.done():
                caller.set_exception(Refused(code))

    def failed(self, problem: BaseException) -> None:
        """Tell them of a fault that is no refusal."""
        for caller in self.callers:
            if not caller.done():
                caller.set_exception(problem)


def casting(choice: int | None, place: Place, fill: bytes, pad: bytes) -> Casting:
    """Split a ballot in two."""
    return Casting(choice, pad, mixed(slip(choice, place, fill), pad), [])


def slot_after(slot: Slot | None, half: bytes, held: bytes | None, chance: bytes) -> Slot:
    """Put a new half into a slot. What stays beside it is the one the phone is known to hold, else the newest."""
    if slot is None:
        return Slot(half, chance)
    return Slot(half, held if held is not None and held in slot.both else slot.newest)
