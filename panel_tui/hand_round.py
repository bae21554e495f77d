"""The device that goes round: who acts on it just now, how it is made, how a member unlocks it.

Who acts on it is in memory only, and never on the device: locked, or after a restart, nothing of a member is left.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from sessions import commands as c
from sessions.state import State

from .codes import draw_card, fast_hash, hashed, spaced
from .door import card_hash, salt_for

if TYPE_CHECKING:
    from .room import Room


class Visit(Struct, frozen=True):
    """One member's turn on the device. Every form of that turn carries its `id`: an old page acts for nobody else.

    It lasts no longer than what it began with: the device, by the hash of its cookie, and the card, by its own.
    """

    seat: int
    id: str
    device: str
    card: str


class HandRoundCode(Struct, frozen=True):
    """What makes a device go round: where to open it, and the code to type there. Never stored."""

    address: str
    code: str


class HandRound:
    """Whose turn it is. `farewell` is what the locked device says of the turn before; nothing of whose it was."""

    def __init__(self, ring: Callable[[int], None]) -> None:
        """Begin locked; `ring` tells who watches a seat that a turn of it began or ended."""
        self._ring = ring
        self.visit: Visit | None = None
        self.acted = False
        self.farewell = ""

    def unlock(self, visit: Visit) -> None:
        """Begin a member's turn."""
        self.lock()
        self.visit, self.farewell = visit, ""
        self._ring(visit.seat)

    def lock(self, farewell: str = "") -> None:
        """End the turn."""
        before, self.visit, self.acted, self.farewell = self.visit, None, False, farewell
        if before is not None:
            self._ring(before.seat)

    def follow(self, state: State) -> None:
        """End a turn whose seat takes part another way now, or whose device or card has ended."""
        if self.visit is not None and not _lasts(self.visit, state):
            self.lock()


def _lasts(visit: Visit, state: State) -> bool:
    seat = state.seats.get(visit.seat)
    by_it = seat is not None and seat.handed_round and not seat.left and visit.card in (seat.code, seat.key)
    return by_it and visit.device == state.hand_round.token


def goes_round(room: Room, device: str) -> bool:
    """Say whether a cookie is that of the device that goes round."""
    return bool(device) and fast_hash(device) == room.state.hand_round.token


async def make_hand_round(room: Room) -> HandRoundCode:
    """Draw the code that makes one device go round; the device before it ends. Raises Refused."""
    drawn = draw_card(room.clock, 0, seats=len(room.state.seats))
    stored = await asyncio.to_thread(hashed, drawn, salt_for(room))
    await room.do(c.MakeHandRound(stored.code))
    return HandRoundCode(room.address, spaced(drawn.code))


async def unlock(room: Room, device: str, seat: int, code: str) -> None:
    """Let the holder of a seat's card act for it on the device. Raises Refused."""
    card = await card_hash(room.state, code) or ""
    await room.do(c.UseHandRound(fast_hash(device), seat, card))
    room.hand_round.unlock(Visit(seat, room.clock.token(), fast_hash(device), card))
    room.hand_round.follow(room.state)  # a phone may have taken the seat while the disk was at work
