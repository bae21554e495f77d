"""Cards for a hall, as their QR squares hold them: the folder keeps only hashes, as printing leaves it."""

from __future__ import annotations

from pathlib import Path

from panel_tui.room.card_codes import draw_card, fast_hash
from panel_tui.room.open_room import live_room
from sessions import commands as c
from sessions.events import Card


async def keys_for(folder: Path, seats: int) -> list[str]:
    """Draw a card for each seat; give the keys. The typed codes are of no use: 500 slow hashes take long."""
    async with live_room(folder) as room:
        drawn = [draw_card(room.clock, seat, seats=seats) for seat in range(1, seats + 1)]
        cards = tuple(Card(card.seat, f"code{card.seat}", fast_hash(card.key)) for card in drawn)
        await room.do(c.PrintCards(cards))
    return [card.key for card in drawn]
