"""What the wall may know of the ballot box: how many ballots are in it, and which a crash has left unread."""

from __future__ import annotations

from msgspec import Struct


class InBox(Struct, frozen=True):
    """Counts, and the seats whose ballots are waited for; never a choice.

    `found` counts what was in the box when the laptop came back, `on_paper` the seats that vote by slip.
    """

    ballots: int = 0
    found: int = 0
    awaited: tuple[int, ...] = ()
    on_paper: int = 0
    shut: bool = False
