"""What a file of paper scores would do, as the facilitator is told before anything is kept. No score is in it."""

from __future__ import annotations

from msgspec import Struct


class PileReading(Struct, frozen=True):
    """A file that was read: the seats whose slips it has, who steps out, and who is in already with the same.

    `missing` are on paper and have no slip in it; `later` counts slips of other applications, which are left for
    their turn. Where there are `faults` nothing can be kept. `seen` names what was read.
    """

    application: str
    title: str
    seats: tuple[int, ...] = ()
    out: tuple[int, ...] = ()
    already: tuple[int, ...] = ()
    missing: tuple[int, ...] = ()
    later: int = 0
    seen: str = ""
    faults: tuple[str, ...] = ()
