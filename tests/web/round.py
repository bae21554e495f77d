"""A device that goes round, and cards to unlock it with, for tests of the pages."""

from __future__ import annotations

from panel_tui.offline.print_pack import new_cards
from panel_tui.rehearse.html_page import HtmlPage
from panel_tui.room.room import Room
from panel_tui.room.shared_device import make_hand_round
from tests.web.phones import Phone


async def cards(room: Room) -> dict[int, str]:
    """Print a card for every seat; give each one's code."""
    return {card.seat: card.code for card in await new_cards(room, list(room.state.seats))}


async def make(device: Phone, room: Room) -> HtmlPage:
    """Type the facilitator's code on a device and let it go round."""
    code = (await make_hand_round(room)).code
    await device.get(f"/J/{code}")
    return await device.send()


async def unlock(device: Phone, seat: int, code: str) -> HtmlPage:
    """Pick a seat and type its card's code."""
    await device.get("/")
    await device.send(seat=str(seat))
    return await device.send(code=code)
