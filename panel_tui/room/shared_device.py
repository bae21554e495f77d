"""The device that goes round: who acts on it just now, how it is made, how a member unlocks it.

Who acts on it is in memory only, and never on the device: locked, or after a restart, nothing of a member is left.
So are the last letters of a code that was typed on it: they are never in the folder, and tried apart from whole codes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from hmac import compare_digest

from msgspec import Struct

from panel_tui.room.card_codes import KEY_LENGTH, draw_card, fast_hash, hashed, plain, spaced
from panel_tui.room.joining import card_hash, salt_for
from panel_tui.room.room_protocol import LiveRoom
from panel_tui.system.hash_pool import Slowly, at_once, in_hash_pool
from sessions import commands as c
from sessions.state import State


class Visit(Struct, frozen=True):
    """One member's turn on the device. Every form of that turn carries its `id`: an old page acts for nobody else.

    It lasts no longer than what it began with: the device, by the hash of its cookie, and the card, by its own.
    """

    seat: int
    id: str
    device: str
    card: str


class SharedDeviceCode(Struct, frozen=True):
    """What makes a device go round: where to open it, and the code to type there. Never stored."""

    address: str
    code: str


LAST = 4  # letters of a code that are enough on this device, once its whole code was typed there
TRIES = 3  # wrong ones, before the whole code is asked for again


class LastLetters(Struct):
    """The last letters of a card's code, and how often others were typed in their place. In memory only."""

    letters: str
    card: str
    wrong: int = 0


class SharedDevice:
    """Whose turn it is. `farewell` is what the locked device says of the turn before; nothing of whose it was."""

    def __init__(self, ring: Callable[[int], None]) -> None:
        """Begin locked; `ring` tells who watches a seat that a turn of it began or ended."""
        self._notify = ring
        self.visit: Visit | None = None
        self.acted = False
        self.farewell = ""
        self._last: dict[int, LastLetters] = {}
        self._device = ""

    def remember(self, seat: int, code: str, card: str) -> None:
        """Let the last letters do from here on: a whole code was typed for this seat on this device."""
        if len(code) != KEY_LENGTH:
            self._last[seat] = LastLetters(code[-LAST:], card)

    def knows(self, seat: int) -> bool:
        """Whether the last letters of a seat's code are enough."""
        last = self._last.get(seat)
        return last is not None and last.wrong < TRIES

    def card_by(self, seat: int, letters: str) -> str:
        """Return the card whose code ends with these letters; nothing where it does not, or after too many tries."""
        last = self._last.get(seat)
        if last is None or last.wrong >= TRIES:
            return ""
        if compare_digest(last.letters, letters):
            last.wrong = 0
            return last.card
        last.wrong += 1
        return ""

    def unlock(self, visit: Visit) -> None:
        """Begin a member's turn."""
        self.lock()
        self.visit, self.farewell = visit, ""
        self._notify(visit.seat)

    def lock(self, farewell: str = "") -> None:
        """End the turn."""
        before, self.visit, self.acted, self.farewell = self.visit, None, False, farewell
        if before is not None:
            self._notify(before.seat)

    def follow(self, state: State) -> None:
        """End a turn whose seat takes part another way now, or whose device or card has ended."""
        if state.hand_round.token != self._device:
            self._device, self._last = state.hand_round.token, {}
        if self.visit is not None and not _lasts(self.visit, state):
            self.lock()


def _lasts(visit: Visit, state: State) -> bool:
    seat = state.seats.get(visit.seat)
    by_it = seat is not None and seat.handed_round and seat.here and visit.card in (seat.code, seat.key)
    return by_it and visit.device == state.hand_round.token


def goes_round(room: LiveRoom, device: str) -> bool:
    """Whether a cookie is that of the device that goes round."""
    return bool(device) and fast_hash(device) == room.state.hand_round.token


async def make_hand_round(room: LiveRoom) -> SharedDeviceCode:
    """Draw the code that makes one device go round; the device before it ends. Raises Refused."""
    drawn = draw_card(room.clock, 0, seats=len(room.state.seats))
    stored = await in_hash_pool(partial(hashed, drawn, salt_for(room)))
    await room.do(c.MakeHandRound(stored.code))
    return SharedDeviceCode(room.address, spaced(drawn.code))


async def unlock(
    room: LiveRoom, shared: SharedDevice, device: str, seat: int, code: str, slowly: Slowly = at_once
) -> None:
    """Let the holder of a seat's card act for it on the device. Raises Refused."""
    meant = plain(code)
    short = len(meant) == LAST
    card = shared.card_by(seat, meant) if short else await card_hash(room.state, code, slowly) or ""
    await room.do(c.UseHandRound(fast_hash(device), seat, card))
    if not short:
        shared.remember(seat, meant, card)
    shared.unlock(Visit(seat, room.clock.token(), fast_hash(device), card))
    shared.follow(room.state)  # a phone may have taken the seat while the disk was at work
