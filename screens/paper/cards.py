"""Seat cards to cut out, and the sheet that shows how to join."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from screens.paper.picture import Picture, pop_up, square
from screens.paper.press import PrintedSheet
from sessions.model.session import Session, Wifi
from sessions.model.text import in_groups
from sessions.wording import say


class WifiPart(Struct, frozen=True):
    """How to join the Wi-Fi: the words, the password in words or nothing, and the square."""

    words: str
    password: str
    square: Picture


class SeatCard(Struct, frozen=True):
    """One seat's card."""

    seat: str
    label: str
    camera: str
    square: Picture
    by_hand: str
    code: str


class Cards(PrintedSheet, frozen=True):
    """All cards; `wifi` is the same on each."""

    how: str
    wifi: WifiPart | None
    cards: tuple[SeatCard, ...]


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
            SeatCard(
                seat=say("paper.cards.seat", seat=seat),
                label=label,
                camera=camera,
                square=square(f"http://{address.upper()}/J/{key}", say("paper.cards.qr", seat=seat)),
                by_hand=say("paper.cards.by-hand", address=address),
                code=in_groups(code),
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


class JoinSheet(PrintedSheet, frozen=True):
    """One page of instructions; `steps` are numbered, the first joins the Wi-Fi where there is one."""

    wifi: WifiPart | None
    steps: tuple[str, ...]
    picture: Picture
    by_hand: str
    address: str
    card_code: str
    stay: str
    paper_heading: str
    paper: tuple[str, ...]


def join_sheet(session: Session, address: str, wifi_link: str = "") -> JoinSheet:
    """Lay out the sheet. `address` is where the laptop will be."""
    wifi = wifi_part(session.wifi, wifi_link) if session.wifi and wifi_link else None
    first = (say("wall.lobby.wifi", name=session.wifi.name),) if session.wifi else ()
    take = say("paper.join.take", button=say("phone.take-button"))
    return JoinSheet(
        "join",
        session.language,
        say("paper.join.title", session=session.title),
        wifi=wifi,
        steps=(*first, say("wall.lobby.camera-card"), say("wall.lobby.tap"), take),
        picture=pop_up(address),
        by_hand=say("wall.lobby.by-hand"),
        address=address,
        card_code=say("wall.lobby.card-code"),
        stay=say("paper.join.stay"),
        paper_heading=say("paper.join.paper"),
        paper=tuple(say(f"paper.join.paper.{one}") for one in ("slip", "ballot", "same")),
    )
