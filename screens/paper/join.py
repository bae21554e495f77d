"""The sheet for the table and the door: how to join with a phone, the message to tap, and how to go by paper."""

from __future__ import annotations

from sessions.model import Session
from sessions.wording import say

from .cards import WifiPart, wifi_part
from .picture import Picture, pop_up
from .sheet import Sheet


class Join(Sheet, frozen=True):
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


def join_sheet(session: Session, address: str, wifi_link: str = "") -> Join:
    """Lay out the sheet. `address` is where the laptop will be."""
    wifi = wifi_part(session.wifi, wifi_link) if session.wifi and wifi_link else None
    first = (say("wall.lobby.wifi", name=session.wifi.name),) if session.wifi else ()
    take = say("paper.join.take", button=say("phone.take-button"))
    return Join(
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
