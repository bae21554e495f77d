"""Seat cards, to cut out: the square for the Wi-Fi, the square that opens the seat, and the code to type."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from sessions.model import Session, Wifi
from sessions.wording import say

from .picture import Picture, square
from .sheet import Sheet


class WifiPart(Struct, frozen=True):
    """How to join the Wi-Fi: the words, the password in words or nothing, and the square."""

    words: str
    password: str
    square: Picture


class Card(Struct, frozen=True):
    """One seat's card."""

    seat: str
    label: str
    camera: str
    square: Picture
    by_hand: str
    code: str


class Cards(Sheet, frozen=True):
    """All cards; `wifi` is the same on each."""

    how: str
    wifi: WifiPart | None
    cards: tuple[Card, ...]


def cards_sheet(
    session: Session, cards: Sequence[tuple[int, str, str, str]], address: str, wifi_link: str = ""
) -> Cards:
    """Lay out the cards, each `(seat, label, code, key)`.

    `address` is where the laptop will be, `10.0.0.7:8765`; the wall's QR opens the same page should it differ.
    `wifi_link` is what the Wi-Fi's square says.
    """
    wifi = wifi_part(session.wifi, wifi_link) if session.wifi and wifi_link else None
    camera = say("paper.cards.camera-second" if wifi else "paper.cards.camera")
    return Cards(
        "cards",
        session.language,
        say("paper.cards.title", session=session.title),
        how=say("paper.cards.how"),
        wifi=wifi,
        cards=tuple(
            Card(
                seat=say("paper.cards.seat", seat=seat),
                label=label,
                camera=camera,
                square=square(f"HTTP://{address.upper()}/J/{key}", say("paper.cards.qr", seat=seat)),
                by_hand=say("paper.cards.by-hand", address=address),
                code=f"{code[: len(code) // 2]}-{code[len(code) // 2 :]}",
            )
            for seat, label, code, key in cards
        ),
    )


def wifi_part(wifi: Wifi, link: str) -> WifiPart:
    """Say how to join the Wi-Fi."""
    return WifiPart(
        words=say("paper.cards.wifi", name=wifi.name),
        password=say("paper.cards.password", password=wifi.password) if wifi.password else "",
        square=square(link, say("paper.cards.wifi-qr", name=wifi.name)),
    )
