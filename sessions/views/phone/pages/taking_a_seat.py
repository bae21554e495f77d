"""The pages before a phone has a seat, and those of a device that goes round."""

from __future__ import annotations

from sessions.views.phone.pages.base import Page


class JoinPage(Page, frozen=True):
    """No seat yet: where a card's code is typed, or how to find one."""

    session: str
    open_doors: bool


class TakeSeat(Page, frozen=True):
    """Ask "take this seat?"; `number` is nothing where any free seat is meant, `holds` the seat this phone has."""

    session: str
    code: str
    number: int | None
    holds: int | None = None


class ScreenPage(Page, frozen=True):
    """A screen that does not show the wall: where its code is typed; with a `code`, whether it shall.

    `over` says why it shows the wall no more; nothing where it never did. At the day's end it is `done`.
    """

    session: str
    code: str = ""
    over: str = ""
    done: bool = False


class MakeSharedDevicePage(Page, frozen=True):
    """Ask "hand this device round?"; `code` is what makes it so."""

    session: str
    code: str


class SharedDevicePage(Page, frozen=True):
    """The device that goes round, locked: pick a seat, of those without a phone of their own.

    Where there are more than can be looked over, `seats` is empty and `most` is the highest number that may be typed.
    """

    session: str
    seats: tuple[int, ...]
    most: int


class SharedDeviceCodePage(Page, frozen=True):
    """The device that goes round, locked: the code on the card of the seat that was picked, or its `short` end."""

    session: str
    number: int
    short: bool = False
