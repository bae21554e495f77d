"""How a code becomes a seat: by the wall's short code, by a card's key, by a card's typed code."""

from __future__ import annotations

from functools import partial

from msgspec import Struct

from panel_tui.room.card_codes import (
    KEY_LENGTH,
    draw_card,
    fast_hash,
    hashed,
    may_be,
    plain,
    slow_hash,
    spaced,
    stored_code,
)
from panel_tui.room.room_protocol import LiveRoom
from panel_tui.system.hash_pool import Slowly, at_once, in_hash_pool
from sessions import commands as c
from sessions import events as e
from sessions.model.refusals import No, Refused
from sessions.state import State


class CodeMeaning(Struct, frozen=True):
    """What a code stands for: "seat" (with its number), "free" (any free seat), "hand-round" or "unknown"."""

    kind: str
    seat: int | None = None


class TakenSeat(Struct, frozen=True):
    """A seat that was taken: the cookie's value, and the seat's own card code where it got a new one.

    Where the device became the one that goes round, it took no seat.
    """

    seat: int | None
    token: str
    own_code: str = ""


def _is_door(code: str, door_code: str) -> bool:
    return bool(door_code) and plain(code) == door_code


async def card_hash(state: State, code: str, slowly: Slowly = at_once) -> str | None:
    """Find the stored hash a code belongs to. A slow hash is worked out only where the first letters name a card."""
    meant = plain(code)
    if len(meant) == KEY_LENGTH:
        wanted = fast_hash(meant)
        return next((wanted for seat in state.seats.values() if seat.key == wanted), None)
    codes = (*(seat.code for seat in state.seats.values()), state.hand_round.code)
    known = {
        (one.salt, one.name): one
        for code in codes
        if code and may_be(code, meant)
        if (one := stored_code(code))
    }
    for one in known.values():
        tried = await slowly(partial(slow_hash, meant, one.salt), one.name)
        found = f"{one.name}:{tried}" if one.name else tried
        if found in codes:
            return found
    return None


async def meaning(state: State, code: str, door_code: str, slowly: Slowly = at_once) -> CodeMeaning:
    """Say what a code stands for."""
    if _is_door(code, door_code):
        return CodeMeaning("free")
    found = await card_hash(state, code, slowly)
    if found and found == state.hand_round.code:
        return CodeMeaning("hand-round")
    holder = next((s.number for s in state.seats.values() if found and found in (s.code, s.key)), None)
    return CodeMeaning("unknown") if holder is None else CodeMeaning("seat", holder)


async def take(room: LiveRoom, code: str, slowly: Slowly = at_once, leaving: str = "") -> TakenSeat:
    """Take the seat a code stands for; `leaving` is the cookie of a seat held before. Raises Refused."""
    token, before = room.clock.token(), fast_hash(leaving) if leaving else ""
    if _is_door(code, room.door_code):
        card = draw_card(room.clock, 0, seats=len(room.state.seats))
        stored = await in_hash_pool(partial(hashed, card, salt_for(room)))
        seat = _seat_taken(await room.do(c.TakeFreeSeat(fast_hash(token), stored, before)))
        return TakenSeat(seat, token, spaced(card.code))
    found = await card_hash(room.state, code, slowly)
    if found is None:
        raise Refused(No.NO_SUCH_CODE)
    if found == room.state.hand_round.code:
        await room.do(c.TakeHandRound(found, fast_hash(token)))
        return TakenSeat(None, token)
    return TakenSeat(_seat_taken(await room.do(c.TakeSeatByCard(found, fast_hash(token), before))), token)


def salt_for(room: LiveRoom) -> str:
    """Return the salt of the session's codes: one for all, so that a typed code is hashed only once."""
    known = (seat.code for seat in room.state.seats.values() if seat.code)
    return next((stored_code(code).salt for code in known), "") or room.clock.token()


def _seat_taken(events: tuple[e.Event, ...]) -> int:
    for event in events:
        if isinstance(event, e.SeatTaken):
            return event.seat
    raise Refused(No.NO_SUCH_CODE)
