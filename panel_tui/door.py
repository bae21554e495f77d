"""How a code becomes a seat: by the wall's short code, by a card's key, by a card's typed code."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from msgspec import Struct

from sessions import commands as c
from sessions import events as e
from sessions.refusals import No, Refused
from sessions.state import State

from .codes import (
    CODE_LENGTH,
    KEY_LENGTH,
    LONG_CODE,
    draw_card,
    fast_hash,
    hashed,
    plain,
    salt_of,
    slow_hash,
    spaced,
)

if TYPE_CHECKING:
    from .room import Room


class Door(Struct, frozen=True):
    """What a code stands for: "seat" (with its number), "free" (any free seat), "hand-round" or "unknown"."""

    kind: str
    seat: int | None = None


class Taken(Struct, frozen=True):
    """A seat that was taken: the cookie's value, and the seat's own card code where it got a new one.

    Where the device became the one that goes round, it took no seat.
    """

    seat: int | None
    token: str
    own_code: str = ""


def _is_door(code: str, door_code: str) -> bool:
    return bool(door_code) and plain(code) == door_code


async def card_hash(state: State, code: str) -> str | None:
    """Find the stored hash a code belongs to."""
    meant = plain(code)
    if len(meant) == KEY_LENGTH:
        wanted = fast_hash(meant)
        return next((wanted for seat in state.seats.values() if seat.key == wanted), None)
    if len(meant) not in (CODE_LENGTH, LONG_CODE):
        return None
    codes = (*(seat.code for seat in state.seats.values()), state.hand_round.code)
    known = {code for code in codes if code}
    for salt in {salt_of(stored) for stored in known}:
        tried = await asyncio.to_thread(slow_hash, meant, salt)
        if tried in known:
            return tried
    return None


async def meaning(state: State, code: str, door_code: str) -> Door:
    """Say what a code stands for."""
    if _is_door(code, door_code):
        return Door("free")
    found = await card_hash(state, code)
    if found and found == state.hand_round.code:
        return Door("hand-round")
    holder = next((s.number for s in state.seats.values() if found and found in (s.code, s.key)), None)
    return Door("unknown") if holder is None else Door("seat", holder)


async def take(room: Room, code: str) -> Taken:
    """Take the seat a code stands for. Raises Refused."""
    token = room.clock.token()
    if _is_door(code, room.door_code):
        card = draw_card(room.clock, 0, seats=len(room.state.seats))
        stored = await asyncio.to_thread(hashed, card, salt_for(room))
        seat = _seat_taken(await room.do(c.TakeFreeSeat(fast_hash(token), stored)))
        return Taken(seat, token, spaced(card.code))
    found = await card_hash(room.state, code)
    if found is None:
        raise Refused(No.NO_SUCH_CODE)
    if found == room.state.hand_round.code:
        await room.do(c.TakeHandRound(found, fast_hash(token)))
        return Taken(None, token)
    return Taken(_seat_taken(await room.do(c.TakeSeatByCard(found, fast_hash(token)))), token)


def salt_for(room: Room) -> str:
    """Give the salt of the session's codes: one for all, so that a typed code is hashed only once."""
    known = (seat.code for seat in room.state.seats.values() if seat.code)
    return next((salt_of(stored) for stored in known), "") or room.clock.token()


def _seat_taken(events: tuple[e.Event, ...]) -> int:
    for event in events:
        if isinstance(event, e.SeatTaken):
            return event.seat
    raise Refused(No.NO_SUCH_CODE)
