"""Pages for taking a seat, and for a device that goes round."""

from __future__ import annotations

from .page import Page


class Join(Page, frozen=True):
    """No seat yet: where a card's code is typed, or how to find one."""

    session: str
    open_doors: bool


class TakeSeat(Page, frozen=True):
    """Ask "take this seat?"; `number` is nothing where any free seat is meant."""

    session: str
    code: str
    number: int | None


class MakeHandRound(Page, frozen=True):
    """Ask "hand this device round?"; `code` is what makes it so."""

    session: str
    code: str


class HandRound(Page, frozen=True):
    """The device that goes round, locked: pick a seat, of those without a phone of their own.

    Where there are more than can be looked over, `seats` is empty and `most` is the highest number that may be typed.
    """

    session: str
    seats: tuple[int, ...]
    most: int


class HandRoundCode(Page, frozen=True):
    """The device that goes round, locked: the code on the card of the seat that was picked."""

    session: str
    number: int
