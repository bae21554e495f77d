"""What every page of a phone has; whatever could not be done is said on one."""

from __future__ import annotations

from msgspec import Struct

# What fits into a page's box for own words, in UTF-16 units: whatever the letters, it fits into one request.
MOST_WORDS = 1_500


# What a member may tell the facilitator without a name.
SIGNALS = ("question", "slow-down", "break", "mistake", "our-way")


class Signal(Struct, frozen=True):
    """Something a member may tell the facilitator; `up` once it was told."""

    kind: str
    up: bool


class Page(Struct, frozen=True, tag=True, kw_only=True):
    """Anything a phone can show. `message` is a sentence to read first, or nothing.

    `fault` is what is to be put right in what was filled in, shown beside it; `typed` is what was filled in, by field.
    `coming` is what the room does next, where there is nothing to do on this page.
    `trouble` stands for as long as the laptop can keep nothing new.
    """

    language: str = "en"
    seat: int | None = None
    position: str = ""
    message: str = ""
    fault: str = ""
    typed: tuple[tuple[str, str], ...] = ()
    trouble: str = ""
    rehearsal: bool = False
    signals: tuple[Signal, ...] = ()
    coming: str = ""


class About(Struct, frozen=True):
    """The application in hand, as a member may read it; `order` is its place among all of them, in words."""

    ref: str
    title: str
    organisation: str
    place: str
    asks: str
    summary: str
    changed: bool = False  # whether any of it was put right: a phone may have kept what it was
    order: str = ""


class Choice(Struct, frozen=True):
    """One thing that can be picked: what is sent, and its words."""

    value: str
    words: str


class Turned(Page, frozen=True):
    """Something could not be done: one plain sentence, and the way on."""

    heading: str
