"""What the facilitator has laid before the room beside the list: which pot's list, and a sheet over it."""

from __future__ import annotations

from msgspec import Struct

from ..supposing import Supposed


class Laid(Struct, frozen=True):
    """Kept in memory only. `sheet` names what lies over the list; `supposed` is what it supposes, if anything."""

    pot: int = 0
    sheet: str = ""
    supposed: Supposed | None = None
